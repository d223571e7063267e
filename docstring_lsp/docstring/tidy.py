"""What of a docstring's layout a formatter would change, each with the text that mends it.

Takes a lossless tree; gives flaws. Sections in their order and under their names, one empty
line between what stands apart and none where nothing does. Touches no sentence and no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.style import Style
from docstring_lsp.docstring.tree import Block, Prose, Tree
from docstring_lsp.source.span import Span

FlawKind = Literal["order", "title", "blank"]

_RESULT = 1
_RANKS = {
    SectionKind.PARAMETERS: 0,
    SectionKind.RETURNS: _RESULT,
    SectionKind.YIELDS: _RESULT,
    SectionKind.RECEIVES: _RESULT,
    SectionKind.RAISES: 2,
    SectionKind.WARNS: 3,
}
"""In which order the sections that tell of code stand; of the others nothing is said."""

_SINGULAR = {"return": "returns", "yield": "yields", "receive": "receives", "raise": "raises"}
_PLURAL = {**_SINGULAR, "warn": "warns", "attribute": "attributes"}
_UNDERLINE = re.compile(r"(?P<indent>[ \t]*)(?P<line>(?P<mark>[-=_~^*+#])(?P=mark)+)[ \t]*\Z")
_MOST = 20
"""Rounds after which flaws that make each other are left."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw.

    Attributes:
        kind: What is not as it should be.
        span: Where.
        better: What should stand there.
        says: What is wrong, in a few words.
    """

    kind: FlawKind
    span: Span
    better: str
    says: str


def flaws(tree: Tree) -> tuple[Flaw, ...]:
    """Return what a formatter would change, in the order of the places."""
    found = [*_titles(tree), *_blanks(tree), *_order(tree)]
    return tuple(sorted(found, key=lambda flaw: flaw.span))


def tidied(text: str, style: Style) -> str:
    """Return a docstring's text without flaws.

    Args:
        text: The text.
        style: The style it is written in.
    """
    for _ in range(_MOST):
        found = flaws(style.parse(text))
        if not found:
            break
        # From the last one, so that the places of the others hold.
        behind = len(text)
        for flaw in reversed(found):
            if flaw.span.end <= behind:
                text = text[: flaw.span.start] + flaw.better + text[flaw.span.end :]
                behind = flaw.span.start
    return text


def _titles(tree: Tree) -> Iterator[Flaw]:
    for block in tree.blocks:
        if block.title is None or block.kind is None:
            continue
        title = block.title.of(tree.text)
        lower = title.lower()
        wanted = _PLURAL.get(lower, lower).capitalize() if " " not in title else title
        lines = block.heading.of(tree.text).rstrip("\n").split("\n")
        if wanted != title:
            yield Flaw("title", block.title, wanted, f"section {title!r} is called {wanted!r}")
        underline = _UNDERLINE.match(lines[-1]) if len(lines) > 1 else None
        if underline is None:
            continue
        long = len(underline["line"]) == len(wanted)
        if not long or underline["mark"] not in "-=":
            start = block.heading.start + len("\n".join(lines[:-1])) + 1 + underline.start("line")
            yield Flaw(
                "title",
                Span(start, start + len(underline["line"])),
                ("=" if underline["mark"] == "=" else "-") * len(wanted),
                f"the line below {wanted!r} "
                + ("is none of dashes" if long else "has not its length"),
            )


def _blanks(tree: Tree) -> Iterator[Flaw]:
    text = tree.text
    if tree.summary is not None:
        yield from _gap(text, tree.summary.end, "the summary")
    for before, after in pairwise(tree.parts):
        if isinstance(after, Block) and after.title is not None:
            end = before.span.start + len(before.span.of(text).rstrip())
            if tree.summary is None or end > tree.summary.end:
                yield from _gap(text, end, f"section {after.title.of(text)!r}", above=True)
    titled = [block for block in tree.blocks if block.title is not None]
    if all(text.startswith("\n", b.heading.end) for b in titled) and (
        len(titled) > 1 or any("===" in block.heading.of(text) for block in titled)
    ):
        return  # That is how it is laid out, as SymPy's guide for one asks.
    for block in titled:
        if block.title is None or block.kind is None or not block.items:
            continue
        start = block.heading.end
        inside = text[start : block.span.end]
        empty = len(inside) - len(inside.lstrip("\n"))
        if empty:
            title = block.title.of(text)
            yield Flaw("blank", Span(start, start + empty), "", f"an empty line below {title!r}")


def _gap(text: str, end: int, what: str, *, above: bool = False) -> Iterator[Flaw]:
    """Yield a flaw where what follows a place is not divided from it by one empty line."""
    found = re.compile(r"[ \t]*(?:\n[ \t]*)*(?=\S)|\s*\Z").match(text, end)
    if found is None or not text[found.end() :].strip():
        return
    stop = text.rfind("\n", 0, found.end()) + 1
    if stop <= end:
        return
    empty = text.count("\n", end, stop) - 1
    if empty == 1:
        return
    side = "above" if above else "below"
    count = "no empty line" if not empty else f"{empty} empty lines"
    yield Flaw("blank", Span(end, stop), "\n\n", f"{count} {side} {what}, one is asked")


def _order(tree: Tree) -> Iterator[Flaw]:
    blocks = [b for b in tree.blocks if b.title is not None and b.kind in _RANKS]
    ranks = [_RANKS[block.kind] for block in blocks if block.kind is not None]
    if ranks == sorted(ranks) or not _side_by_side(tree, blocks):
        return
    text = tree.text
    sections = [block.span.of(text) for block in blocks]
    bodies = [section.rstrip() for section in sections]
    gaps = [section[len(body) :] for section, body in zip(sections, bodies, strict=True)]
    order = sorted(range(len(blocks)), key=lambda n: ranks[n])
    better = "".join(bodies[n] + gap for n, gap in zip(order, gaps, strict=True))
    late = next(n for n in range(1, len(ranks)) if ranks[n] < ranks[n - 1])
    names = [block.title.of(text) for block in blocks if block.title is not None]
    yield Flaw(
        "order",
        Span(blocks[0].span.start, blocks[-1].span.end),
        better,
        f"section {names[late]!r} stands behind {names[late - 1]!r}",
    )


def _side_by_side(tree: Tree, blocks: list[Block]) -> bool:
    """Return whether nothing stands between some sections, so that none loses its company."""
    first, last = blocks[0].span.start, blocks[-1].span.end
    between = [part for part in tree.parts if first <= part.span.start < last]
    return all(part in blocks for part in between if not _is_empty(part, tree.text))


def _is_empty(part: Prose | Block, text: str) -> bool:
    return isinstance(part, Prose) and not part.span.of(text).strip()

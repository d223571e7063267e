"""A docstring in several styles at once: read in one, with what others say in its prose.

Takes trees of one text; gives one tree of it. Knows no style by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docstring_lsp.docstring.tree import Block, Part, Prose, Tree
from docstring_lsp.source.span import Span


def mixed(tree: Tree, others: Sequence[Tree], doubts: Sequence[str]) -> Tree:
    """Return a tree in which the sections and fields of other styles are what they are.

    What a section of the first tree holds stays as it was read.

    Args:
        tree: The docstring, read in the style that it is most likely written in.
        others: The same, read in others.
        doubts: Why it may be read wrongly.
    """
    found = [block for other in others for block in other.blocks if _tells(block)]
    parts: list[Part] = []
    for part in tree.parts:
        parts += _divided(part, found) if isinstance(part, Prose) else [part]
    summary = tree.summary
    if parts and isinstance(parts[0], Block):
        summary = None
    elif summary is not None and parts:
        end = min(summary.end, parts[0].span.end)
        summary = Span(summary.start, summary.start + len(tree.text[summary.start : end].rstrip()))
    return replace(tree, parts=tuple(parts), summary=summary, doubts=tuple(doubts))


def _tells(block: Block) -> bool:
    return any(item.kind is not None for item in block.items)


def _divided(prose: Prose, blocks: Sequence[Block]) -> Iterator[Part]:
    """Give prose and, where they stand in it, blocks that do not overlap."""
    place, end = prose.span
    for block in sorted(blocks, key=lambda each: each.span):
        if block.span.start < place or block.span.end > end:
            continue
        if block.span.start > place:
            yield Prose(Span(place, block.span.start))
        yield block
        place = block.span.end
    if place < end:
        yield Prose(Span(place, end))

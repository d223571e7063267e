"""Where in a docstring an entry or a section goes, or leaves: edits of its text.

Takes a lossless tree, gives edits. Knows no style, and not why anything is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Block, Item, Prose, Role, Tree
from docstring_lsp.source.span import Span

Edit = tuple[Span, str]

_RANKS = {kind: rank for rank, kind in enumerate(SectionKind)}
_OTHER = _RANKS[SectionKind.RECEIVES] + 0.5
"""Where NumPy's style has its other parameters."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is moved as one: an entry, and the fields beside it that tell its types.

    Attributes:
        span: Whole lines, the empty ones behind them included.
        kind: What it tells of.
        role: Whether it tells of the thing or of its type.
        names: Its names, as they will be.
        spans: Where they stand.
    """

    span: Span
    kind: SectionKind | None
    role: Role
    names: tuple[str, ...]
    spans: tuple[Span, ...]

    def body(self, text: str) -> Span:
        """Return its lines without the white space behind them."""
        return Span(self.span.start, self.span.start + len(self.span.of(text).rstrip()))


def units(tree: Tree, block: Block, renamed: Mapping[Span, str] | None = None) -> list[Unit]:
    """Return a block's entries in order.

    Args:
        tree: The docstring.
        block: The block.
        renamed: The names that names will have.
    """
    found: list[Unit] = []
    for item in block.items:
        names = tuple(_name(tree, span, renamed or {}) for span in item.names)
        before = found[-1] if found else None
        if before is not None and item.role == "type" and _joins(before, item, names):
            span = Span(before.span.start, item.span.end)
            found[-1] = Unit(span, before.kind, before.role, before.names, before.spans)
        elif before is not None and before.role == "type" and _leads(before, item, names):
            span = Span(before.span.start, item.span.end)
            found[-1] = Unit(span, item.kind, item.role, names, item.names)
        else:
            found.append(Unit(item.span, item.kind, item.role, names, item.names))
    return found


def _name(tree: Tree, span: Span, renamed: Mapping[Span, str]) -> str:
    return renamed.get(span, span.of(tree.text).replace("\\", "").lstrip("*"))


def _joins(before: Unit, item: Item, names: tuple[str, ...]) -> bool:
    """Return whether a type's field belongs to the one before it; of results to that of them."""
    if not names:
        return item.kind is before.kind and not before.names
    return set(names) <= set(before.names)


def _leads(before: Unit, item: Item, names: tuple[str, ...]) -> bool:
    """Return whether the field of a type that stands in front of an entry belongs to it."""
    if item.role != "entry" or set(before.names) != set(names):
        return False
    return bool(names) or item.kind is before.kind


def applied(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """Return a part of a text with the edits inside it made."""
    place, pieces = span.start, []
    for where, new in sorted(edits, key=lambda edit: edit[0]):
        if place <= where.start and where.end <= span.end:
            pieces += [text[place : where.start], new]
            place = where.end
    return "".join([*pieces, text[place : span.end]])


def last_before(name: str, order: Sequence[str], told: Sequence[Unit]) -> int:
    """Return the number of the entry that a new one goes behind; -1 for none.

    Args:
        name: The new one's name.
        order: The names in the code's order.
        told: The entries that stand.
    """
    if name not in order:
        return len(told) - 1
    for before in reversed(order[: order.index(name)]):
        for number in reversed(range(len(told))):
            if before in told[number].names:
                return number
    return -1


def removal(tree: Tree, leaving: Sequence[Unit]) -> Iterator[Edit]:
    """Give the edits that take entries out, and the sections of which nothing is left."""
    for block in tree.blocks:
        own = units(tree, block)
        gone = [unit for unit in own if unit in leaving]
        said = any(isinstance(p, Prose) and p.span.of(tree.text).strip() for p in block.parts)
        if gone and len(gone) == len(own) and not said:
            yield _closed(tree, block.span), ""
            continue
        last = own[-1].span.end if own else 0
        for unit in gone:
            # What stands behind the last entry stays behind what is last then.
            yield (_closed(tree, unit.span) if unit.span.end == last else unit.span), ""


def _closed(tree: Tree, span: Span) -> Span:
    """Return the span with the white space in front of it, and without that behind it."""
    start = len(tree.text[: span.start].rstrip())
    return Span(start, span.start + len(span.of(tree.text).rstrip()))


def section_place(tree: Tree, kind: SectionKind, text: str, gap: str) -> Edit:
    """Return the edit that puts a section, or a field, where its kind belongs.

    Args:
        tree: A docstring that has entries, and none of the kind.
        kind: The kind.
        text: The section's lines.
        gap: What stands between two fields.
    """
    fielded = all(block.title is None for block in tree.blocks)
    stops = [
        (_rank(tree, block, item.kind), item.span if fielded else block.span)
        for block in tree.blocks
        for item in block.items
        if item.kind is not None
    ]
    between = gap if fielded else "\n\n"
    before = [span for rank, span in stops if rank <= _RANKS[kind]]
    if before:
        span = max(before)
        end = span.start + len(span.of(tree.text).rstrip())
        return Span(end, end), f"{between}{text}"
    first = min(span for _, span in stops) if stops else tree.blocks[-1].span
    return Span(first.start, first.start), f"{text}{between}"


def _rank(tree: Tree, block: Block, kind: SectionKind) -> float:
    title = "" if block.title is None else block.title.of(tree.text).lower()
    return _OTHER if title.startswith("other ") else _RANKS[kind]


def rearranged(
    tree: Tree,
    order: Sequence[str],
    edits: Sequence[Edit],
    others: Sequence[Edit],
    renamed: Mapping[Span, str],
) -> list[Edit]:
    """Return edits that, beside what the given ones do, bring parameters into the code's order.

    The empty lines between entries belong to their places, not to them. An entry that the code
    does not know stays behind the one it stood behind.

    Args:
        tree: The docstring.
        order: The parameters as the code has them.
        edits: What is done to them.
        others: What is put between or behind them and does not move with them.
        renamed: The names that names will have.
    """
    left = [*edits, *others]
    for block in tree.blocks:
        own = units(tree, block, renamed)
        telling = [
            n for n, unit in enumerate(own) if unit.kind is SectionKind.PARAMETERS and unit.names
        ]
        if not telling:
            continue
        own = own[telling[0] : telling[-1] + 1]
        begin, end = own[0].span.start, own[-1].body(tree.text).end
        inside = [edit for edit in left if begin <= edit[0].start and edit[0].end <= end]
        left = [edit for edit in left if edit not in inside]
        behind = [edit for edit in inside if edit in others and edit[0].start == end]
        inside = [edit for edit in inside if edit not in behind]
        bodies = [applied(tree.text, unit.body(tree.text), inside) for unit in own]
        gaps = [tree.text[unit.body(tree.text).end : unit.span.end] for unit in own[:-1]]
        moved = [bodies[number] for number in _ordered(own, order)]
        joined = "".join(body + gap for body, gap in zip(moved, [*gaps, ""], strict=True))
        left.append((Span(begin, end), joined + "".join(new for _, new in behind)))
    return left


def _ordered(told: Sequence[Unit], order: Sequence[str]) -> list[int]:
    """Return the numbers of the entries in the code's order."""
    grouped = any(len(unit.names) > 1 for unit in told)
    keys: list[tuple[int, int]] = []
    latest = -1
    for number, unit in enumerate(told):
        known = [order.index(name) for name in unit.names if name in order]
        if known and unit.kind is SectionKind.PARAMETERS and not grouped:
            latest = known[0]
        keys.append((latest, number))
    return [number for _, number in sorted(keys)]

"""A docstring made true again in place: what differs is mended, every other character stays.

Takes the lossless tree of a docstring that stands, what it says otherwise than the code, and what
a new docstring would say; gives the text. Writes no prose of its own, and drops an entry only
where asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.fitting import entry_lines, gap_between, section_lines
from docstring_lsp.docstring.model import Docstring, Entry, SectionKind
from docstring_lsp.docstring.placing import (
    Edit,
    Unit,
    applied,
    last_before,
    rearranged,
    removal,
    section_place,
    units,
)
from docstring_lsp.docstring.recognition import beside, read
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.docstring.values import spelled_like
from docstring_lsp.source.span import Span

Orders = Mapping[SectionKind, Sequence[str]]
"""The names of each section in the order in which the code has them."""


def updated(
    tree: Tree,
    drifts: Sequence[Drift],
    wanted: Docstring,
    orders: Orders,
    style: Style,
    options: RenderOptions,
) -> str:
    """Return a docstring's text with what it says otherwise mended; what is gone stays.

    What is missing is put in its place, a parameter that has another name now is renamed, types
    and defaults that are told are corrected, and parameters are brought into order. Of several
    names that one entry has, those that are gone go.

    Args:
        tree: The docstring that stands.
        drifts: What it says otherwise.
        wanted: What a new docstring would say; its entries are taken for what is missing.
        orders: The names as the code has them.
        style: The style of the docstring.
        options: How a new one would be laid out.
    """
    layout = (style, options)
    text = _changed(tree, drifts, wanted, orders, layout)
    told = _told(read(text, style))
    # Behind a fence that nobody closed, or an unclosed bracket, no entry is read as one.
    unread = [d for d in drifts if d.kind == "undocumented" and (d.section, d.name) not in told]
    if not unread and _kept(tree, drifts) <= told:
        return text
    left = [d for d in drifts if d not in unread]
    text = _changed(tree, left, wanted, orders, layout)
    if _kept(tree, drifts) <= _told(read(text, style)):
        return text
    left = [d for d in drifts if d.kind not in ("undocumented", "order")]
    return _changed(tree, left, wanted, orders, layout)


def _told(tree: Tree) -> set[tuple[SectionKind | None, str]]:
    return {(item.kind, name) for item in tree.items for name in _names(tree.text, item)}


def _kept(tree: Tree, drifts: Sequence[Drift]) -> set[tuple[SectionKind | None, str]]:
    """Return what a docstring tells of that must be told after any update."""
    left = {drift.written or drift.name for drift in drifts if drift.kind in ("gone", "renamed")}
    return {(kind, name) for kind, name in _told(tree) if name not in left}


def _names(text: str, item: Item) -> list[str]:
    return [span.of(text).replace("\\", "").lstrip("*") for span in item.names] or [""]


def _changed(
    tree: Tree,
    drifts: Sequence[Drift],
    wanted: Docstring,
    orders: Orders,
    layout: tuple[Style, RenderOptions],
) -> str:
    edits = [edit for drift in drifts for edit in _in_place(tree, drift)]
    edits += [edit for unit, gone in _leaving(tree, drifts) for edit in _fewer(tree, unit, gone)]
    others: list[Edit] = []
    for kind in SectionKind:
        missing = [d.name for d in drifts if d.kind == "undocumented" and d.section is kind]
        entries = _entries(wanted, kind, missing)
        (edits if kind is SectionKind.PARAMETERS else others).extend(
            _additions(tree, kind, entries, orders.get(kind, ()), drifts, layout)
        )
    if any(drift.kind == "order" for drift in drifts):
        renamed = {d.span: d.expected for d in drifts if d.kind == "renamed" and d.span is not None}
        order = orders.get(SectionKind.PARAMETERS, ())
        edits, others = rearranged(tree, order, edits, others, renamed), []
    return applied(tree.text, Span(0, len(tree.text)), [*edits, *others])


def without(tree: Tree, gone: Sequence[Drift]) -> str:
    """Return a docstring's text without the entries of what is gone.

    Args:
        tree: The docstring that stands.
        gone: What is told and gone.
    """
    leaving = [unit for unit, spans in _leaving(tree, gone) if len(spans) == len(unit.spans)]
    return applied(tree.text, Span(0, len(tree.text)), list(removal(tree, leaving)))


def said_of(tree: Tree, gone: Drift) -> str:
    """Return what a docstring says of what is gone: the descriptions of its entries."""
    spans = {unit.span for unit, _ in _leaving(tree, [gone])}
    said = [
        (item.role, item.description.of(tree.text))
        for item in tree.items
        if item.description is not None
        and any(span.start <= item.span.start < span.end for span in spans)
    ]
    # A type stands on one line; what stands below it is something said.
    return "\n".join(text if role == "entry" else text.partition("\n")[2] for role, text in said)


def _in_place(tree: Tree, drift: Drift) -> Iterator[Edit]:
    """Give what is corrected where it stands."""
    if drift.span is None or drift.kind in ("gone", "order", "undocumented"):
        return
    if drift.kind == "star" and "\\" in drift.span.of(tree.text):
        yield drift.span, drift.expected.replace("*", "\\*")
        return
    if drift.kind != "renamed":
        value = drift.expected
        yield drift.span, spelled_like(drift.written, value) if drift.kind == "default" else value
    else:
        start = drift.span.end - len(drift.written)
        yield Span(start, drift.span.end), drift.expected
        for item in tree.items:
            for span in item.names:
                name = span.of(tree.text).replace("\\", "").lstrip("*")
                if item.role == "type" and name == drift.written:
                    yield Span(span.end - len(name), span.end), drift.expected


def _leaving(tree: Tree, drifts: Sequence[Drift]) -> Iterator[tuple[Unit, list[Span]]]:
    """Give the entries that tell of what is gone, each with the places of those of its names."""
    gone = [drift for drift in drifts if drift.kind == "gone"]
    spans = {drift.span for drift in gone}
    names = {(drift.section, drift.name) for drift in gone}
    for block in tree.blocks:
        for unit in units(tree, block):
            # What is told twice is gone twice; a result has no name.
            found = [
                span
                for span, name in zip(unit.spans, unit.names, strict=True)
                if span in spans or (unit.kind, name) in names
            ]
            if found or (unit.kind, "") in names:
                yield unit, found or list(unit.spans)


def _fewer(tree: Tree, unit: Unit, gone: Sequence[Span]) -> Iterator[Edit]:
    """Give the edit that takes names out of an entry that has others, too."""
    kept = [span for span in unit.spans if span not in gone]
    if kept:
        whole = Span(unit.spans[0].start, unit.spans[-1].end)
        yield whole, ", ".join(span.of(tree.text) for span in kept)


def _entries(wanted: Docstring, kind: SectionKind, names: Sequence[str]) -> dict[str, Entry]:
    found = {
        (entry.name or "").lstrip("*"): entry
        for section in wanted.sections
        if section.kind is kind
        for entry in section.entries
    }
    return {name: found[name] for name in names if name in found}


def _additions(
    tree: Tree,
    kind: SectionKind,
    entries: Mapping[str, Entry],
    order: Sequence[str],
    drifts: Sequence[Drift],
    layout: tuple[Style, RenderOptions],
) -> Iterator[Edit]:
    """Give the new entries of a kind, each behind the one that the code has before it."""
    renamed = {d.span: d.expected for d in drifts if d.kind == "renamed" and d.span is not None}
    own = layout[0].parse(tree.text)
    told = _places(own, kind, renamed)
    if entries and not told:
        if any(kind in (block.kind, *(i.kind for i in block.items)) for block in tree.blocks):
            # It is told in prose or in another style, or laid out as no style has it.
            for style in beside(tree.text, layout[0]):
                if _places(style.parse(tree.text), kind, renamed):
                    other = (style, layout[1])
                    yield from _additions(tree, kind, entries, order, drifts, other)
                    return
            return
        whole = own if own.items else tree
        gap = gap_between(whole, whole.blocks[-1], None) if whole.blocks else "\n"
        yield section_place(whole, kind, section_lines(tree, kind, entries, layout), gap)
        return
    for name in sorted(entries, key=lambda each: order.index(each) if each in order else -1):
        place = last_before(name, order, [unit for _, unit in told])
        first = min(told, key=lambda each: _rank(each, order))
        known = _rank(first, order) < len(order)
        block, unit = told[place] if place >= 0 or not known else first
        lines = entry_lines(entries[name], kind, layout, block.indent)
        body = unit.body(tree.text)
        # A doctest reaches to the next empty line.
        gap = "\n\n" if ">>>" in body.of(tree.text) else gap_between(tree, block, kind)
        if place < 0 and known:
            yield Span(body.start, body.start), f"{lines}{gap}"
        else:
            yield Span(body.end, body.end), f"{gap}{lines}"


def _places(tree: Tree, kind: SectionKind, renamed: Mapping[Span, str]) -> list[tuple[Block, Unit]]:
    """Return the entries of a kind, each with its block."""
    return [
        (block, unit)
        for block in tree.blocks
        for unit in units(tree, block, renamed)
        if unit.kind is kind and unit.role == "entry"
    ]


def _rank(told: tuple[Block, Unit], order: Sequence[str]) -> int:
    return min((order.index(name) for name in told[1].names if name in order), default=len(order))

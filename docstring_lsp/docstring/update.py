"""A docstring made true again in place: what differs is mended, every other character stays.

Takes the lossless tree of a docstring that stands, what the code says, and what a new docstring
would say; gives the text. Writes no prose of its own, and drops an entry only where asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docstring_lsp.docstring.drift import Drift, parameter_drift
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.source.facts import Parameter
from docstring_lsp.source.span import Span

_Edit = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is moved as one: an entry, and the fields that tell its types."""

    span: Span
    names: tuple[str, ...]


def update_parameters(
    tree: Tree,
    parameters: Sequence[Parameter],
    wanted: Docstring,
    style: Style,
    options: RenderOptions,
    *,
    remove_gone: bool = False,
) -> str:
    """Return a docstring's text with its parameters as the code has them.

    What is missing is put in its place, a parameter that has another name now is renamed, types
    and defaults that are told are corrected, and entries are brought into order. An entry of a
    parameter that is gone stays unless it is asked to go.

    Args:
        tree: The docstring that stands.
        parameters: The code's parameters, in order.
        wanted: What a new docstring would say; its entries are taken for what is missing.
        style: The style of the docstring.
        options: How a new one would be laid out.
        remove_gone: Whether entries of parameters that are gone are dropped.
    """
    drifts = parameter_drift(tree, parameters)
    if not drifts:
        return tree.text
    edits = list(_in_place(tree, drifts))
    names = {d.span: d.expected for d in drifts if d.kind == "renamed" and d.span is not None}
    order = [parameter.name for parameter in parameters]
    entries = _entries(wanted)
    missing = [d.name for d in drifts if d.kind == "undocumented" and d.name in entries]
    gone = {d.name for d in drifts if d.kind == "gone"} if remove_gone else set()
    blocks = [b for b in tree.blocks if any(_tells(item) for item in b.items)]
    text, shift = tree.text, 0
    for number, block in enumerate(blocks):
        units = _units(tree, block, names)
        if not units:
            continue
        told = [name for unit in units for name in unit.names]
        others = {
            n for b in blocks if b is not block for u in _units(tree, b, names) for n in u.names
        }
        here = [
            n for n in missing if _belongs(n, order, told, others, last=number == len(blocks) - 1)
        ]
        missing = [name for name in missing if name not in here]
        new = {name: _rendered(entries[name], style, options, block.indent) for name in here}
        changed = _block(tree.text, units, edits, order, new, gone)
        span = Span(units[0].span.start, units[-1].span.end)
        text = text[: span.start + shift] + changed + text[span.end + shift :]
        shift += len(changed) - (span.end - span.start)
    return text


def _in_place(tree: Tree, drifts: Iterable[Drift]) -> Iterable[_Edit]:
    """Give what is corrected where it stands."""
    for drift in drifts:
        if drift.span is None or drift.kind in ("gone", "order"):
            continue
        if drift.kind == "renamed":
            yield drift.span, drift.expected
            yield from (
                (span, drift.expected)
                for item in tree.items
                for span in item.names
                if item.role == "type" and span.of(tree.text) == drift.written
            )
        elif drift.kind == "star":
            escaped = "\\" in drift.span.of(tree.text)
            yield drift.span, drift.expected.replace("*", "\\*") if escaped else drift.expected
        else:
            yield drift.span, drift.expected


def _tells(item: Item) -> bool:
    return item.kind is SectionKind.PARAMETERS


def _units(tree: Tree, block: Block, renamed: Mapping[Span, str]) -> list[_Unit]:
    """Return a block's entries in order, each with the fields behind it that tell its type.

    Fields in front of the first parameter and behind the last one are left where they are.
    """
    units: list[_Unit] = []
    for item in block.items:
        names = tuple(
            renamed.get(span, span.of(tree.text).replace("\\", "").lstrip("*"))
            for span in item.names
        )
        if not _tells(item):
            names = ()
        if units and item.role == "type" and set(names) <= set(units[-1].names):
            units[-1] = _Unit(Span(units[-1].span.start, item.span.end), units[-1].names)
        else:
            units.append(_Unit(item.span, names if item.role == "entry" else ()))
    telling = [number for number, unit in enumerate(units) if unit.names]
    return units[telling[0] : telling[-1] + 1] if telling else []


def _belongs(
    name: str, order: Sequence[str], told: Sequence[str], others: set[str], *, last: bool
) -> bool:
    """Return whether a new entry goes into a block: where the one before it in the code stands."""
    before = [each for each in order[: order.index(name)] if each in told or each in others]
    if not before:
        return bool(told) or last
    return before[-1] in told


def _entries(wanted: Docstring) -> dict[str, Entry]:
    return {
        (entry.name or "").lstrip("*"): entry
        for section in wanted.sections
        if section.kind is SectionKind.PARAMETERS
        for entry in section.entries
    }


def _rendered(entry: Entry, style: Style, options: RenderOptions, indent: int) -> str:
    """Return the lines of one entry as the style writes them, indented as its neighbours are."""
    alone = Docstring("X.", sections=(Section(SectionKind.PARAMETERS, (entry,)),))
    text = style.render(alone, options)
    tree = style.parse(text)
    items = [item for item in tree.items if _tells(item)]
    own = text[items[0].span.start : items[-1].span.end].rstrip()
    margin = tree.blocks[0].indent
    return "\n".join(
        " " * indent + line[margin:] if line.strip() else line for line in own.split("\n")
    )


def _block(
    text: str,
    units: Sequence[_Unit],
    edits: Sequence[_Edit],
    order: Sequence[str],
    new: Mapping[str, str],
    gone: set[str],
) -> str:
    """Return a block's entries with the edits made, in order, with new ones and without gone ones.

    The empty lines between them belong to their places, not to them.
    """
    bodies: list[tuple[tuple[str, ...], str]] = []
    gaps: list[str] = []
    for unit in units:
        whole = unit.span.of(text)
        body = whole.rstrip()
        gaps.append(whole[len(body) :])
        bodies.append(
            (unit.names, _edited(text, Span(unit.span.start, unit.span.start + len(body)), edits))
        )
    between = Counter(gaps[:-1]).most_common(1)[0][0] if len(gaps) > 1 else "\n"
    kept = [(names, body) for names, body in bodies if not names or not set(names) <= gone]
    placed = _ordered(kept, order)
    for name, body in new.items():
        placed.insert(_place(placed, name, order), ((name,), body))
    last = gaps[-1]
    inner = [*gaps[:-1], *[between] * len(placed)][: max(len(placed) - 1, 0)]
    return "".join(body + gap for (_, body), gap in zip(placed, [*inner, last], strict=False))


def _edited(text: str, span: Span, edits: Sequence[_Edit]) -> str:
    place, pieces = span.start, []
    for where, new in sorted(edits):
        if span.start <= where.start and where.end <= span.end:
            pieces += [text[place : where.start], new]
            place = where.end
    return "".join([*pieces, text[place : span.end]])


def _ordered(
    bodies: Sequence[tuple[tuple[str, ...], str]], order: Sequence[str]
) -> list[tuple[tuple[str, ...], str]]:
    """Return the entries in the code's order.

    One that the code does not know stays behind the entry it stood behind.
    """
    found: list[tuple[tuple[int, int], tuple[tuple[str, ...], str]]] = []
    latest = -1
    grouped = any(len(names) > 1 for names, _ in bodies)
    for number, (names, body) in enumerate(bodies):
        known = [order.index(name) for name in names if name in order]
        latest = latest if grouped or not known else known[0]
        found.append(((latest, number), (names, body)))
    return [entry for _, entry in sorted(found, key=lambda each: each[0])]


def _place(placed: Sequence[tuple[tuple[str, ...], str]], name: str, order: Sequence[str]) -> int:
    """Return where an entry goes: behind the last one that the code has before it."""
    before = set(order[: order.index(name)])
    places = [at for at, (names, _) in enumerate(placed) if before & set(names)]
    return places[-1] + 1 if places else 0

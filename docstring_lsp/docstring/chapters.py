"""A section or a list of fields of a tree, with its entries, as a transcript has them.

Knows no style by name; what stands outside of sections is not its business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.heads import PLAINLY, UNTYPED, names, thrown, type_of
from docstring_lsp.docstring.reading.lines import lines
from docstring_lsp.docstring.reading.titled import TITLES
from docstring_lsp.docstring.transcript import RESULTS, Chapter, Field, Part, Told
from docstring_lsp.docstring.tree import Block, Item, Prose, Tree
from docstring_lsp.source.span import Span

USUAL: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.PARAMETERS: ("args", "arguments", "parameters", "params"),
    SectionKind.ATTRIBUTES: ("attributes",),
    SectionKind.RETURNS: ("return", "returns"),
    SectionKind.YIELDS: ("yield", "yields"),
    SectionKind.RECEIVES: ("receive", "receives"),
    SectionKind.RAISES: ("raise", "raises", "except", "exceptions"),
    SectionKind.WARNS: ("warn", "warns"),
}
"""The titles that say no more than their kind does."""

_SENTENCE = re.compile(
    r"(?:an?|the|what|whether|if|this|all|each|which)\b.|.*[.!?]$|(?:\S+ ){5}|[^\[({]* is ",
    re.IGNORECASE,
)
"""What stands where a type does and is a sentence."""


_TYPE = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*(?:\[[^\n]*\])?(?: \| [\w.]+(?:\[[^\n]*\])?)*")
"""A lone type, where what is returned might be told."""


_THROWN = (SectionKind.RAISES, SectionKind.WARNS)


def section(tree: Tree, block: Block) -> Chapter:
    """Return what a section with a title says.

    Args:
        tree: The docstring.
        block: The section.
    """
    assert block.title is not None
    title = block.title.of(tree.text)
    kind = block.kind
    usual = kind is not None and title.lower() in USUAL.get(kind, ())
    front = [part for part in block.parts if isinstance(part, Prose)]
    text = "\n".join(_unindented(part.span.of(tree.text), block.indent) for part in front)
    entries = tuple(_told(tree, item) for item in block.items)
    if kind in RESULTS:
        entries = tuple(_in_one(entries))
        first = entries[0] if len(entries) > 1 and not text.strip() else None
        if first is not None and first == Told(text=first.text):
            text, entries = first.text, entries[1:]
        if text.strip() and not entries:
            text, entries = "", (Told(text=dedent(text).strip("\n")),)
    if kind in _THROWN and not entries:
        entries = tuple(_thrown(text))
        text = "" if entries else text
    if kind not in USUAL:
        kind = None
    return Chapter(title="" if usual else title, kind=kind, text=text.strip("\n"), entries=entries)


def _thrown(text: str) -> Iterator[Told]:
    """Give the exceptions that lines start with, ``ValueError if it is wrong``; none if not all."""
    text = text.strip("\n")
    found = lines(text)
    heads = [
        (number, head)
        for number, line in enumerate(found)
        if not (line.indent or line.kept) and (head := thrown(text, *line.content))
    ]
    if not heads or heads[0][0]:
        return
    ends = [*(found[number].start for number, _ in heads[1:]), len(text)]
    for (_, head), end in zip(heads, ends, strict=True):
        said = text[head.end : end].lstrip(": ")
        first, newline, more = said.rstrip().partition("\n")
        yield Told(names=_names(text, names(text, head)), text=f"{first}{newline}{dedent(more)}")


def listed(tree: Tree, block: Block) -> Iterator[Part]:
    """Give a list of fields as chapters, one for each run of a kind, and the other fields.

    Args:
        tree: The docstring.
        block: The list.
    """
    run: list[Told] = []
    kind: SectionKind | None = None
    for item in [*block.items, None]:
        typing = item is not None and item.role == "type" and _is_told(run, tree, item)
        nameless = item is not None and item.kind not in RESULTS and not item.names
        if item is None or nameless or (item.kind is not kind and not typing):
            if run and kind is not None:
                yield Chapter(kind=kind, entries=tuple(run))
            run, kind = [], item.kind if item else None
        if item is None:
            continue
        if item.kind is None or (item.kind not in RESULTS and not item.names):
            yield _other(tree, item)
        else:
            _join(run, tree, item)


def _in_one(entries: Sequence[Told]) -> Iterator[Told]:
    """Give results with the lines of one that is told in prose put together."""
    before: Told | None = None
    for told in entries:
        if before is not None and not (before.names or before.type or told.names):
            more = "\n".join(filter(None, [told.type, told.text]))
            before = Told(text=f"{before.text}\n{more}")
            continue
        if before is not None:
            yield before
        before = told
    if before is not None:
        yield before


def _unindented(text: str, indent: int) -> str:
    """Return a section's prose without the indentation of the section."""
    kept = [line for line in text.split("\n") if line.strip()]
    least = min((len(line) - len(line.lstrip(" ")) for line in kept), default=0)
    return "\n".join(line[min(least, indent) :] for line in text.split("\n"))


def _told(tree: Tree, item: Item) -> Told:
    text = tree.text
    typed = item.type.of(text) if item.type else ""
    said = _body(tree, item)
    plainly = _is_plain(text, item)
    if item.kind in RESULTS and not plainly and not item.names and _SENTENCE.match(typed):
        whole = typed
        if item.optional or item.default:
            whole = text[item.type.start : _head_end(text, item)] if item.type else typed
        return Told(text="\n".join(filter(None, [whole, said])))
    untold = not plainly and item.word is None and not typed
    if item.kind in RESULTS and untold and _TYPE.fullmatch(said):
        typed, said = said, ""
    return Told(
        names=_names(text, item.names),
        type=" ".join(typed.split()),
        optional=item.optional.of(text) if item.optional else "",
        default=item.default.of(text) if item.default and not _is_in_name(item) else "",
        text=said,
    )


def _is_in_name(item: Item) -> bool:
    """Return whether a default stands right behind a name."""
    return (
        bool(item.names)
        and item.default is not None
        and (item.default.start == item.names[-1].end + 1)
    )


def _is_plain(text: str, item: Item) -> bool:
    """Return whether a result says outright what is type and what is text."""
    if text[item.span.start : _head_end(text, item)].strip() == UNTYPED:
        return True
    around = [
        text[span.start - len(PLAINLY) : span.start]
        for span in (item.type, item.description)
        if span
    ]
    if item.type is not None:
        around.append(text[item.type.end : item.type.end + len(PLAINLY)])
    return PLAINLY in around


def _head_end(text: str, item: Item) -> int:
    end = text.find("\n", item.span.start, item.span.end)
    return item.span.end if end < 0 else end


def _names(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(_written(text, span).replace("\\", "") for span in spans)


def _written(text: str, span: Span) -> str:
    """Return a name with the role that it stands in, or with the default behind it."""
    role = _ROLE.search(text, text.rfind("\n", 0, span.start) + 1, span.start)
    if role is not None and text[span.end : span.end + 1] == "`":
        return text[role.start() : span.end + 1]
    value = _VALUE.match(text, span.end)
    return span.of(text) if value is None else text[span.start : value.end()]


_ROLE = re.compile(r":[\w:+.-]+:`[~.!]*\Z")
_VALUE = re.compile(r"=[^\s:,()]+")


def _body(tree: Tree, item: Item) -> str:
    """Return what is said of an entry, its lines relative to one another as they were."""
    if item.description is None:
        return ""
    text = tree.text
    start = item.description.start
    first, *rest = item.description.of(text).split("\n")
    head = text.rfind("\n", 0, item.span.start) + 1
    line = text.rfind("\n", 0, start) + 1
    own = len(text[head : item.span.end]) - len(text[head : item.span.end].lstrip(" "))
    margin = start - line if not text[line:start].strip() else own + 4
    indents = [len(each) - len(each.lstrip(" ")) for each in rest if each.strip()]
    margin = min([margin, *indents])
    # Lines that hang below the first one's text do so for the look of it.
    ends = next((n for n, each in enumerate(rest) if not each.strip()), len(rest))
    hanging = min((len(each) - len(each.lstrip(" ")) for each in rest[:ends]), default=margin)
    margin = max(margin, min([hanging, *indents]))
    rest = [each[margin:].rstrip() for each in rest]
    if rest and text[line:start].strip() and _is_broken_by_head(first, rest[0], item.span.of(text)):
        first, rest = f"{first} {rest[0]}", rest[1:]
    return "\n".join([first, *rest]).rstrip()


def _is_broken_by_head(first: str, second: str, whole: str) -> bool:
    """Return whether a sentence goes on in the next line only since its head left no more room."""
    if not _GOES_ON.match(second) or lines(f"{first}\n{second}")[1].kept:
        return False
    widths = [len(line.rstrip()) for line in whole.split("\n")]
    return widths[0] + 1 + len(second.split()[0]) > max(_NARROWEST, *widths)


_NARROWEST = 60
"""The columns below which nobody breaks lines."""

_GOES_ON = re.compile(r"(?::[\w:]+:`|(?![-*+•@|=:]|\d+[.)]|[.]{2} |[(]?[a-z\d]+[)] )\S)")
"""What starts a line of a paragraph; not what starts a list, a field, a directive or a table."""


def _is_told(run: Sequence[Told], tree: Tree, item: Item) -> bool:
    """Return whether what a type belongs to is in a run: Epytext has one word for all types."""
    names = _names(tree.text, item.names)
    return bool(names) and any(told.names == names for told in run)


def _other(tree: Tree, item: Item) -> Field | Chapter:
    """Return a field that tells of nothing by its name; one with a section's title is that."""
    word = item.word.of(tree.text) if item.word else ""
    argument = " ".join(span.of(tree.text) for span in item.names)
    kind = TITLES.get(word.lower()) if word[:1].isupper() or item.kind in _THROWN else None
    if kind in USUAL and not argument:
        return Chapter(kind=kind, text=_body(tree, item))
    return Field(word, argument, _body(tree, item))


def _join(run: list[Told], tree: Tree, item: Item) -> None:
    """Add a field to its run; the type of what has been told is added to that."""
    told = _told(tree, item)
    if item.role == "entry":
        for place, each in enumerate(run):
            if each.names == told.names and not each.text and each.type and not told.type:
                run[place] = Told(
                    names=each.names, type=each.type, optional=each.optional,
                    default=each.default, text=told.text,
                )  # fmt: skip
                return
        run.append(told)
        return
    line = " ".join(told.text.split())
    split = type_of(line, Span(0, len(line)))
    typed = split.type.of(line) if split.type else ""
    optional = split.optional.of(line) if split.optional else ""
    default = split.default.of(line) if split.default else ""
    for place, each in enumerate(run):
        if each.names == told.names and not each.type:
            run[place] = Told(
                names=each.names, type=typed, optional=optional, default=default, text=each.text
            )
            return
    run.append(Told(names=told.names, type=typed, optional=optional, default=default))

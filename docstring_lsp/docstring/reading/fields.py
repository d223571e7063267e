"""Reads field lists, ``:param x: …`` and ``@param x: …``, as docutils and Epydoc do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.heads import headed, names, thrown
from docstring_lsp.docstring.reading.lines import Line, described, lines
from docstring_lsp.docstring.reading.titled import RESULTS, summary
from docstring_lsp.docstring.tree import Block, Item, Part, Prose, Role, Tree
from docstring_lsp.source.span import Span

_KINDS: dict[str, tuple[SectionKind, Role]] = {
    **dict.fromkeys(
        ("param", "parameter", "arg", "argument", "key", "keyword", "kwarg", "kwparam"),
        (SectionKind.PARAMETERS, "entry"),
    ),
    **dict.fromkeys(("type", "kwtype", "paramtype"), (SectionKind.PARAMETERS, "type")),
    **dict.fromkeys(("var", "ivar", "cvar"), (SectionKind.ATTRIBUTES, "entry")),
    "vartype": (SectionKind.ATTRIBUTES, "type"),
    **dict.fromkeys(("return", "returns"), (SectionKind.RETURNS, "entry")),
    **dict.fromkeys(("rtype", "returntype"), (SectionKind.RETURNS, "type")),
    **dict.fromkeys(("yield", "yields"), (SectionKind.YIELDS, "entry")),
    "ytype": (SectionKind.YIELDS, "type"),
    **dict.fromkeys(("receive", "receives"), (SectionKind.RECEIVES, "entry")),
    **dict.fromkeys(("raise", "raises", "except", "exception"), (SectionKind.RAISES, "entry")),
    **dict.fromkeys(("warn", "warns"), (SectionKind.WARNS, "entry")),
}
"""What a field tells of, by its word."""

_THROWN = (SectionKind.RAISES, SectionKind.WARNS)
_UNKNOWN: tuple[None, Role] = (None, "entry")

_FIELDS = {
    ":": re.compile(
        r":(?P<word>[a-zA-Z][\w-]*)(?:[ ]+(?P<argument>(?:\\:|[^:\n]|:(?=\S))*?))?:(?=\s|$)"
    ),
    "@": re.compile(r"@(?P<word>[a-zA-Z][\w-]*)(?:[ ]+(?P<argument>[^:\n]*?))?[ ]*:(?=\s|$)"),
}
"""A field's head, by the mark it starts with."""


def read(text: str, style: str, mark: str) -> Tree:
    """Return the tree of a docstring.

    Args:
        text: The text.
        style: The name of the style.
        mark: What its fields start with.
    """
    found = lines(text)
    parts: list[Part] = []
    number = 0
    while number < len(found):
        begin = number
        if _starts(found, number, mark):
            items = []
            while number < len(found) and _head(found[number], mark):
                end = _end(found, number, mark)
                items.append(_field(text, found[number:end], mark))
                number = end
            span = Span(found[begin].start, found[number - 1].end)
            heading = Span(span.start, span.start)
            indent = found[begin].indent
            parts.append(Block(span=span, heading=heading, indent=indent, parts=tuple(items)))
            continue
        while number < len(found) and not _starts(found, number, mark):
            number += 1
        parts.append(Prose(Span(found[begin].start, found[number - 1].end)))
    return Tree(text=text, style=style, summary=summary(found, parts), parts=tuple(parts))


def _starts(found: Sequence[Line], number: int, mark: str) -> bool:
    """Return whether a list of fields starts at a line.

    In reStructuredText it stands in no paragraph; what everybody knows is taken for a field there.
    """
    head = _head(found[number], mark)
    if head is None:
        return False
    alone = mark == "@" or number == 0 or found[number - 1].is_blank
    return alone or head["word"].lower() in _KINDS


def _head(line: Line, mark: str) -> re.Match[str] | None:
    return None if line.kept else _FIELDS[mark].match(line.text)


def _end(found: Sequence[Line], number: int, mark: str) -> int:
    """Return the number of the line behind a field: lines further to the right belong to it.

    In Epydoc's markup the first paragraph of a field may go on at the field's own margin; in
    reStructuredText it may not, and does where a sentence is broken off.
    """
    margin = found[number].indent
    end = number + 1
    head = _head(found[number], mark)
    while end < len(found) and _goes_on(found[end], margin):
        if mark == ":" and not (head and _is_told(head) and _is_broken_off(found, end, margin)):
            break
        end += 1
    while end < len(found) and (found[end].is_blank or found[end].indent > margin):
        if _head(found[end], mark) and found[end].indent <= margin:
            break
        end += 1
    following = end
    while end > number + 1 and found[end - 1].is_blank:
        end -= 1
    # Empty lines belong to the field in front of them only where another one follows.
    is_field = following < len(found) and _head(found[following], mark) is not None
    return following if is_field or following == len(found) else end


def _goes_on(line: Line, margin: int) -> bool:
    """Return whether a line below a field's first is one of its first paragraph."""
    if line.is_blank or line.indent < margin or line.kept:
        return False
    if any(head.match(line.text) for head in _FIELDS.values()):
        return False
    return _LISTED.match(line.text) is None


_LISTED = re.compile(r"[-*+][ ]|(?:\d+\.)+[ ]|@|\.\.(?:[ ]|$)|[-=~^]{3,}$")


def _is_told(head: re.Match[str]) -> bool:
    """Return whether a field is one that everybody knows, with what it says on its first line."""
    return head["word"].lower() in _KINDS and bool(head.string[head.end() :].strip())


def _is_broken_off(found: Sequence[Line], number: int, margin: int) -> bool:
    """Return whether a line at the margin ends a sentence that the one above it began."""
    above = found[number - 1].text.rstrip()
    return found[number].indent == margin and above[-1:] not in (".", ":", "!", "?", ")", "")


def _field(text: str, own: Sequence[Line], mark: str) -> Item:
    line = own[0]
    head = _head(line, mark)
    assert head is not None
    kind, role = _KINDS.get(head["word"].lower(), _UNKNOWN)
    argument = head.span("argument") if head["argument"] else None
    named: tuple[Span, ...] = ()
    typed = default = None
    if argument is not None:
        span = Span(line.code + argument[0], line.code + argument[1])
        span = Span(span.start, span.start + len(span.of(text).rstrip()))
        valued = _VALUED.search(text, *span) if kind is SectionKind.PARAMETERS else None
        if valued is not None:
            span, default = Span(span.start, valued.start()), Span(*valued.span("value"))
        named, typed = _argument(text, span, kind, role)
    word = head.span("word")
    said = described(list(own), line.code + head.end())
    if argument is None and said is not None and kind in _THROWN:
        found = thrown(text, *said)
        if found is not None:
            named = names(text, found)
            place = found.end + (text[found.end : found.end + 1] == ":")
            said = described(list(own), place) if text[place : said.end].strip() else None
    return Item(
        span=Span(line.start, own[-1].end),
        kind=kind,
        role=role,
        names=named,
        type=typed,
        default=default,
        description=said,
        word=Span(line.code + word[0], line.code + word[1]),
    )


_VALUED = re.compile(r"(?<=\w)=(?P<value>[^\s=]+)$")
"""A default behind a name: ``:param x=1: …``."""


def _argument(
    text: str, span: Span, kind: SectionKind | None, role: Role
) -> tuple[tuple[Span, ...], Span | None]:
    """Return a field's names, and its type: ``:param int x:``, ``:return int:``."""
    if kind in RESULTS and role == "entry":
        return (), span
    if _is_head(text, span, kind) and (kind is not None or "," not in span.of(text)):
        return names(text, span), None
    if kind is SectionKind.PARAMETERS:
        begin = max(text.rfind(" ", *span), text.rfind("\t", *span)) + 1
        if begin > span.start and _is_head(text, Span(begin, span.end), kind):
            typed = text[span.start : begin].rstrip()
            return names(text, Span(begin, span.end)), Span(span.start, span.start + len(typed))
    return (span,), None


def _is_head(text: str, span: Span, kind: SectionKind | None) -> bool:
    found = headed(text, *span, kind)
    return found is not None and found.end == span.end

"""Reads NumPy's style as numpydoc does: underlined titles, entries at the margin below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.heads import (
    PLAINLY,
    UNTYPED,
    default_of,
    headed,
    is_placeholder,
    names,
    type_of,
)
from docstring_lsp.docstring.reading.lines import Line, described, lines
from docstring_lsp.docstring.reading.titled import (
    NAMED,
    RESULTS,
    TITLES,
    Heading,
    grown,
    is_known,
    parted,
)
from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.source.span import Span

_TITLE = re.compile(r"[^\W\d][\w ]*")
_RULE = re.compile(r"-{3,}|={3,}")
_OTHER_RULE = re.compile(r"_{3,}|~{3,}|\^{3,}|\*{3,}|\+{3,}|#{3,}")
"""What reStructuredText also takes for the rule below a title; here only below a known one."""
_DIRECTIVE = re.compile(r"\.\.(?: |$)")


def read(text: str, style: str) -> Tree:
    """Return the tree of a docstring."""
    return grown(text, style, lines(text), _heading, _section)


def _heading(found: Sequence[Line], number: int) -> Heading | None:
    line = found[number]
    if line.kept or not _TITLE.fullmatch(line.text) or number + 1 >= len(found):
        return None
    rule = found[number + 1]
    if rule.kept or rule.indent != line.indent:
        return None
    if not _RULE.fullmatch(rule.text) and not (
        _OTHER_RULE.fullmatch(rule.text) and is_known(line.text)
    ):
        return None
    return Heading(number, number + 2, line.content)


def _section(text: str, found: Sequence[Line], head: Heading, following: int) -> Block:
    inside = list(found[head.below : following])
    margin = found[head.first].indent
    kind = TITLES.get(head.title.of(text).lower())
    starts = []
    if kind in NAMED or kind in RESULTS:
        # Some indent all entries, and where one is pulled out, the others are entries as well.
        least = min((line.indent for line in inside if not line.is_blank), default=margin)
        margins = {margin, least} if kind in NAMED else {least}
        starts = [
            (number, partial(item, text, kind))
            for number, line in enumerate(inside)
            if line.indent in margins and not line.kept and _starts_item(text, line, kind)
        ]
        if not any(inside[number].indent == margin for number, _ in starts):
            margin = least
    first, last = found[head.first], found[following - 1]
    return Block(
        span=Span(first.start, last.end),
        title=head.title,
        heading=Span(first.start, found[head.below - 1].end),
        kind=kind,
        indent=margin,
        parts=parted(inside, starts),
    )


def _starts_item(text: str, line: Line, kind: SectionKind) -> bool:
    if line.is_blank or _DIRECTIVE.match(line.text):
        return False
    if kind in RESULTS or is_placeholder(line.text):
        return True
    named = headed(text, line.code, line.content.end, kind)
    if named is None:
        return False
    rest = text[named.end : line.content.end].lstrip()
    return not rest or (rest.startswith(":") and not rest.startswith(("://", "::")))


def item(text: str, kind: SectionKind, own: list[Line]) -> Item:
    """Return an entry whose head stands on a line of its own, ``name : type``."""
    line = own[0]
    end = line.content.end
    if kind not in RESULTS and is_placeholder(line.text):
        said = described(own, line.start)
        return Item(span=Span(line.start, own[-1].end), kind=kind, description=said)
    if kind in RESULTS and line.text == UNTYPED:
        below = described(own, line.end)
        return Item(span=Span(line.start, own[-1].end), kind=kind, description=below)
    if kind in RESULTS and line.text.startswith(PLAINLY):
        return Item(
            span=Span(line.start, own[-1].end),
            kind=kind,
            type=Span(line.code + len(PLAINLY), end),
            description=described(own, line.end),
        )
    named = headed(text, line.code, end, kind)
    place = _colon(text, named.end, end) if named is not None else None
    if place is not None:
        end = _type_end(text, own, place + 1)
    if named is None or (kind in RESULTS and place is None):
        whole = type_of(text, line.content)
        head: tuple[Span, ...] = ()
    else:
        head = names(text, named)
        whole = type_of(text, Span(end if place is None else place + 1, end))
    return Item(
        span=Span(line.start, own[-1].end),
        kind=kind,
        names=head,
        type=whole.type,
        optional=whole.optional,
        default=whole.default or (default_of(text, named) if head and named else None),
        description=described(own, max(line.end, end)),
    )


_LINES_OF_A_TYPE = 4


def _type_end(text: str, own: Sequence[Line], place: int) -> int:
    """Return where a type ends: behind its brackets, should these be closed on a later line."""
    end = own[0].content.end
    for line in own[:_LINES_OF_A_TYPE]:
        if line.is_blank:
            return end
        part = text[place : line.content.end]
        if sum(part.count(mark) for mark in "([{") == sum(part.count(mark) for mark in ")]}"):
            return line.content.end
    return end


def _colon(text: str, place: int, end: int) -> int | None:
    rest = text[place:end]
    behind = rest.lstrip()
    return place + len(rest) - len(behind) if behind.startswith(":") else None

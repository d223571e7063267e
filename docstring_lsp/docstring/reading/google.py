"""Reads Google's style as napoleon does: titles with a colon, entries below them indented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading import numpy
from docstring_lsp.docstring.reading.heads import (
    PLAINLY,
    bracketed,
    colon,
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
    TOLD_IN_PROSE,
    Heading,
    grown,
    parted,
)
from docstring_lsp.docstring.tree import Block, Item, Tree
from docstring_lsp.source.span import Span

_TITLE = re.compile(r"(?P<title>[A-Za-z][\w -]*?)[ ]*:")
_SENTENCE = re.compile(
    r"(?:an?|the|what|whether|if|this|all|any|each|which)\s|[^\[(]*, \w+$|(?:\S+ ){5}",
    re.IGNORECASE,
)
"""What stands in front of a result's colon and is a sentence, and no type."""


def read(text: str, style: str) -> Tree:
    """Return the tree of a docstring."""
    return grown(text, style, lines(text), _heading, _section)


def _heading(found: Sequence[Line], number: int) -> Heading | None:
    line = found[number]
    title = None if line.kept else _TITLE.fullmatch(line.text)
    if title is None or (line.indent and number):
        return None
    name = title["title"].lower()
    known = name in TITLES or name in TOLD_IN_PROSE
    below = next((each for each in found[number + 1 :] if not each.is_blank), None)
    is_followed = below is not None and below.indent > line.indent
    looks_like_one = title["title"][0].isupper() and number > 0 and found[number - 1].is_blank
    if not (known and (is_followed or below is None)) and not (is_followed and looks_like_one):
        return None
    return Heading(number, number + 1, Span(line.code, line.code + len(title["title"])))


def _section(text: str, found: Sequence[Line], head: Heading, following: int) -> Block:
    margin = found[head.first].indent
    end = head.below
    while end < following and (found[end].is_blank or found[end].indent > margin):
        end += 1
    inside = list(found[head.below : end])
    kind = TITLES.get(head.title.of(text).lower())
    indent = next((line.indent for line in inside if not line.is_blank), margin + 4)
    if kind in NAMED:
        starts = [
            (number, partial(_item, text, kind))
            for number, line in enumerate(inside)
            if line.indent == indent and not line.kept and _starts_item(text, line, kind)
        ]
    elif kind in RESULTS:
        outer = [
            (number, line)
            for number, line in enumerate(inside)
            if not line.is_blank and line.indent == indent
        ]
        plainly = any(_is_plain(line) for _, line in outer[:1])
        named = [(number, line) for number, line in outer if _is_named_result(text, line)]
        told = [line for number, line in outer if (number, line) not in named]
        if named and not plainly and outer[len(told) :] == named and _introduce(text, told):
            starts = [(number, partial(_item, text, kind)) for number, _ in named]
        elif outer and not plainly and all(_is_headed(text, inside, number) for number, _ in outer):
            starts = [(number, partial(numpy.item, text, kind)) for number, _ in outer]
        else:
            starts = [(number, partial(_result, text, kind)) for number, _ in outer[:1]]
    else:
        starts = []
    first, last = found[head.first], found[end - 1]
    return Block(
        span=Span(first.start, last.end),
        title=head.title,
        heading=Span(first.start, found[head.below - 1].end),
        kind=kind,
        indent=indent,
        parts=parted(inside, starts),
    )


def _starts_item(text: str, line: Line, kind: SectionKind) -> bool:
    if is_placeholder(line.text):
        return True
    named = headed(text, line.code, line.content.end, kind)
    if named is None:
        return False
    place = _behind_type(text, named.end, line.content.end)
    return place == line.content.end or text[place] == ":"


def _is_named_result(text: str, line: Line) -> bool:
    """Return whether a result has a name: ``count (int): How many.`` has one."""
    named = headed(text, line.code, line.content.end, None)
    if named is None or line.kept:
        return False
    place = _behind_type(text, named.end, line.content.end)
    # Right behind a name, brackets belong to a type: ``list(str)``.
    return text[named.end : place].startswith(" (") and (text[place : place + 1] == ":")


def _introduce(text: str, told: Sequence[Line]) -> bool:
    """Return whether lines in front of named results are prose, and none tells a type."""
    return all(colon(text, line.content) in (None, line.content.end - 1) for line in told)


def _is_plain(line: Line) -> bool:
    """Return whether it is said outright what is type and what is text."""
    return line.text.startswith(PLAINLY) or f"{PLAINLY}:" in line.text


def _is_headed(text: str, inside: Sequence[Line], number: int) -> bool:
    """Return whether a result has its head on a line of its own, and below it what is said."""
    line = inside[number]
    below = next((each for each in inside[number + 1 :] if not each.is_blank), None)
    if line.kept or below is None or below.indent <= line.indent:
        return False
    return colon(text, line.content) is None or _HEAD.match(line.text) is not None


_HEAD = re.compile(r"[\w*., ]+ : \S")


def _behind_type(text: str, place: int, end: int) -> int:
    """Return where the white space ends behind names and a type in brackets."""
    after = place + len(text[place:end]) - len(text[place:end].lstrip(" "))
    if text[after:end].startswith("("):
        inner = bracketed(text, after, end)
        if inner is not None:
            return inner.end + 1
    return after if text[after:end].startswith(":") else place


def _item(text: str, kind: SectionKind, own: list[Line]) -> Item:
    line = own[0]
    end = line.content.end
    if is_placeholder(line.text):
        said = described(own, line.start)
        return Item(span=Span(line.start, own[-1].end), kind=kind, description=said)
    named = headed(text, line.code, end, kind)
    assert named is not None
    place = _behind_type(text, named.end, end)
    bracket = text.find("(", named.end, place)
    inner = bracketed(text, bracket, end) if bracket >= 0 else None
    told = type_of(text, inner) if inner is not None else (None, None, None)
    start = place + 1 if text[place : place + 1] == ":" else place
    return Item(
        span=Span(line.start, own[-1].end),
        kind=kind,
        names=names(text, named),
        type=told[0],
        optional=told[1],
        default=told[2] or default_of(text, named),
        description=described(own, start),
    )


def _result(text: str, kind: SectionKind, own: list[Line]) -> Item:
    line = own[0]
    if line.text.startswith(PLAINLY):
        said = described(own, line.code + len(PLAINLY))
        return Item(span=Span(line.start, own[-1].end), kind=kind, description=said)
    marked = line.text.find(f"{PLAINLY}:")
    if marked >= 0:
        end = line.code + marked
        return Item(
            span=Span(line.start, own[-1].end),
            kind=kind,
            type=Span(line.code, end),
            description=described(own, end + len(PLAINLY) + 1),
        )
    place = colon(text, line.content)
    if place is not None and _SENTENCE.match(text[line.code : place]):
        place = None
    told = None if place is None else Span(line.code, place)
    start = line.code if place is None else place + 1
    return Item(
        span=Span(line.start, own[-1].end),
        kind=kind,
        type=told,
        description=described(own, start),
    )

"""The head of an entry taken apart: names, type, what says that it is optional, default.

Takes spans of a text, gives spans. What stands in brackets or backticks is never divided.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.span import Span

NAME = r"\\?\*{0,2}(?:\\\*){0,2}[^\W\d][\w.]*(?:\\_)?(?:\[[^\]\n]*\])?"
NAMES = re.compile(rf"`{{0,2}}{NAME}`{{0,2}}(?:[ ]*,[ ]*`{{0,2}}{NAME}`{{0,2}})*")
"""One name or several, ``x, y``; stars may be escaped."""

_ROLE = r":[\w:+.-]+:`[~.!]*"
_NAME = re.compile(rf"(?:{_ROLE})?(?P<name>{NAME})`*")
"""One of them; of an exception it may stand in a role, ``:exc:`ValueError```."""

PLAINLY = "\\ "
"""An escaped blank, which says nothing: in front of a result told without a type in Google's
style, behind a type there that reads like a sentence, and in front of such a type in NumPy's."""

UNTYPED = ":"
"""The head of a result without a name and a type in NumPy's style."""

_OPTIONAL = re.compile(r"optional|required", re.IGNORECASE)
_DEFAULT = re.compile(r"default(?:s[ ]to|[ ]is)?[ ]*[:=]?[ ]*(?P<value>\S.*)", re.IGNORECASE)
_OPEN, _CLOSE = "([{", ")]}"


_ANY = rf"(?:{_ROLE}{NAME}`|`{{0,2}}{NAME}`{{0,2}})"
_RAISED = re.compile(rf"{_ANY}(?:(?:[ ]*,[ ]*|[ ]or[ ]){_ANY})*")
_VALUE = re.compile(r"=(?P<value>[^\s:,()]+)(?=[ ]*[:(]|$)")
"""A default behind a name, as the code has it: ``x=1``."""


def headed(text: str, place: int, end: int, kind: SectionKind | None) -> Span | None:
    """Return the names that a head starts with; of exceptions ``X or Y`` is one.

    Args:
        text: The docstring's text.
        place: Where the head starts.
        end: Where it ends.
        kind: What the section tells of.
    """
    pattern = _RAISED if kind in (SectionKind.RAISES, SectionKind.WARNS) else NAMES
    found = pattern.match(text, place, end)
    if found is None:
        return None
    value = _VALUE.match(text, found.end(), end) if kind is SectionKind.PARAMETERS else None
    return Span(place, found.end() if value is None else value.end())


_EXCEPTION = (
    rf"(?:{_ROLE}{NAME}`|``{NAME}``|`{NAME}`"
    r"|(?:\w+\.)*(?:[A-Z]+[a-z\d]+[A-Z]\w*|\w*(?:Error|Exception|Warning)))(?!\w)"
)
_THROWN = re.compile(
    rf"{_EXCEPTION}(?:(?:[ ]*,[ ]*|[ ]or[ ]){_EXCEPTION})*(?=:?\s+[a-z`*\"'(:]|:?\s*$)"
)


def thrown(text: str, place: int, end: int) -> Span | None:
    """Return the exceptions that a sentence starts with, ``ValueError if it is wrong``.

    Args:
        text: The docstring's text.
        place: Where the sentence starts.
        end: Where it ends.
    """
    found = _THROWN.match(text, place, end) or NAMES.fullmatch(text, place, end)
    return None if found is None else Span(*found.span())


def is_placeholder(text: str) -> bool:
    """Return whether an entry is filled in by a decorator: ``%(verbose)s``.

    Args:
        text: The line that it stands on.
    """
    return _PLACEHOLDER.fullmatch(text) is not None


_PLACEHOLDER = re.compile(r"%\([^()\s]+\)s|\{\{?[ ]?\w+[ ]?\}\}?")


class Type(NamedTuple):
    """What is said of a type."""

    type: Span | None
    optional: Span | None
    default: Span | None


def names(text: str, span: Span) -> tuple[Span, ...]:
    """Return the names in a head."""
    if " or " in span.of(text):
        return (span,)
    value = default_of(text, span)
    end = span.end if value is None else value.start - 1
    return tuple(Span(*match.span("name")) for match in _NAME.finditer(text, span.start, end))


def default_of(text: str, span: Span) -> Span | None:
    """Return the default that stands behind a name in a head, ``x=1``."""
    place = text.find("=", *span)
    return None if place < 0 else Span(place + 1, span.end)


def type_of(text: str, span: Span) -> Type:
    """Return what stands for a type: ``int, optional``, ``{'a', 'b'}, default: 'a'``."""
    pieces = list(_divided(text, span))
    optional = default = None
    while len(pieces) > 1 or (pieces and _OPTIONAL.fullmatch(pieces[-1].of(text))):
        last = pieces[-1]
        found = _DEFAULT.fullmatch(last.of(text))
        if _OPTIONAL.fullmatch(last.of(text)):
            optional = last
        elif found is not None:
            default = Span(last.start + found.start("value"), last.end)
        else:
            break
        pieces.pop()
    whole = Span(pieces[0].start, pieces[-1].end) if pieces else None
    return Type(whole, optional, default)


def _divided(text: str, span: Span) -> list[Span]:
    """Return the pieces between the commas that stand in no brackets and no quotes."""
    depth, quote, begin = 0, "", span.start
    pieces: list[Span] = []
    for place in range(span.start, span.end):
        character = text[place]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character if character in text[place + 1 : span.end] else ""
        elif character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
        elif character == "," and depth <= 0:
            pieces.append(_trimmed(text, Span(begin, place)))
            begin = place + 1
    pieces.append(_trimmed(text, Span(begin, span.end)))
    return [piece for piece in pieces if piece.start < piece.end]


def _trimmed(text: str, span: Span) -> Span:
    content = span.of(text)
    return Span(
        span.start + len(content) - len(content.lstrip()),
        span.end - len(content) + len(content.rstrip()),
    )


def bracketed(text: str, place: int, end: int) -> Span | None:
    """Return what stands between the bracket at a place and its partner, if there is one."""
    depth = 0
    for at in range(place, end):
        if text[at] in _OPEN:
            depth += 1
        elif text[at] in _CLOSE:
            depth -= 1
            if not depth:
                return Span(place + 1, at)
    return None


def colon(text: str, span: Span) -> int | None:
    """Return the first colon before white space that stands in no brackets and no backticks."""
    depth, code = 0, False
    for place in range(span.start, span.end):
        character = text[place]
        if character == "`":
            code = not code
        elif code:
            continue
        elif character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
        elif character == ":" and depth <= 0 and text[place + 1 : place + 2] in ("", " ", "\n"):
            return place
    return None

"""The head of an entry taken apart: names, type, what says that it is optional, default.

Takes spans of a text, gives spans. What stands in brackets or backticks is never divided.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.span import Span

NAME = r"\\?\*{0,2}(?:\\\*){0,2}[^\W\d][\w.]*(?:\[[^\]\n]*\])?"
NAMES = re.compile(rf"`{{0,2}}{NAME}`{{0,2}}(?:[ ]*,[ ]*`{{0,2}}{NAME}`{{0,2}})*")
"""One name or several, ``x, y``; stars may be escaped."""

_NAME = re.compile(NAME)

PLAINLY = "\\ "
"""An escaped blank, which says nothing: in front of a result told without a type in Google's
style, behind a type there that reads like a sentence, and in front of such a type in NumPy's."""
_OPTIONAL = re.compile(r"optional|required", re.IGNORECASE)
_DEFAULT = re.compile(r"default(?:s[ ]to|[ ]is)?[ ]*[:=]?[ ]*(?P<value>\S.*)", re.IGNORECASE)
_OPEN, _CLOSE = "([{", ")]}"


_RAISED = re.compile(rf"{NAMES.pattern}(?:[ ]or[ ]{NAMES.pattern})*")


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
    return None if found is None else Span(*found.span())


class Type(NamedTuple):
    """What is said of a type."""

    type: Span | None
    optional: Span | None
    default: Span | None


def names(text: str, span: Span) -> tuple[Span, ...]:
    """Return the names in a head."""
    if " or " in span.of(text):
        return (span,)
    return tuple(Span(*match.span()) for match in _NAME.finditer(text, *span))


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

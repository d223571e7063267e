"""The parts of one definition: its header, its decorators, its docstring and its body.

Takes a text and a place that `docstring_lsp.source.lines` names; gives spans. Must not know
what stands around the definition.
"""

from __future__ import annotations

import re

from docstring_lsp.source.lines import logical_lines
from docstring_lsp.source.span import Span
from docstring_lsp.source.strings import opens
from docstring_lsp.source.tokens import (
    GAP,
    HEADER,
    JOINED,
    SIMPLE_HEADER,
    SPACE,
    STRING,
    is_joined,
    line_start,
)

_ENDLESS = frozenset(STRING.groupindex[f"endless_{name}"] for name in ("double", "single"))
_NAME = re.compile(rf"(?:async(?:[ \t\f]|{JOINED})+)?(?:def|class)(?:[ \t\f]|{JOINED})+(\w+)")
_DECORATES = re.compile(r"@\w")
_STATEMENT_END = re.compile(r"[ \t\f]*(?:[;#\r\n]|\Z)")
_DEFINITION_BELOW = re.compile(r"[\r\n]\n?[ \t\f]*(?:(?:async[ \t]+)?def|class)[ \t\\]")
_DECORATOR = 20_000
"""Characters above a header that may hold its innermost decorator."""


def header(text: str, start: int) -> tuple[str, Span] | None:
    """Return a definition's name and its header, or None where that is not whole.

    Args:
        text: The text.
        start: Where its keyword starts.
    """
    named = _NAME.match(text, start)
    if named is None:
        return None
    simple = SIMPLE_HEADER.match(text, start)
    end = simple.end() if simple is not None else _colon(text, named.end())
    return None if end is None else (named[1], Span(start, end))


def _colon(text: str, start: int) -> int | None:
    depth = lambdas = 0
    for match in HEADER.finditer(text, start):
        found = match.lastgroup
        if found == "open":
            depth += 1
        elif found == "close":
            depth = max(depth - 1, 0)
        elif found == "lambda":
            lambdas += not depth
        elif found == "colon" and not depth:
            if not lambdas:
                return match.end()
            lambdas -= 1
        elif found == "newline" and (not depth or _DEFINITION_BELOW.match(text, match.start())):
            return None
    return None


def body(text: str, start: int, end: int) -> tuple[str | None, Span | None]:
    """Return the white space in front of a body's first statement, and its docstring.

    Args:
        text: The text.
        start: Where the header ends.
        end: Where the body ends.

    Returns:
        None for the white space where the body stands on the header's line or is not there;
        None for the docstring where there is none.
    """
    gap = GAP.match(text, start)
    first = gap.end() if gap is not None else start
    if first >= end:
        return None, None
    line = line_start(text, first)
    return (text[line:first] if line > start else None), docstring(text, first)


def docstring(text: str, start: int) -> Span | None:
    """Return the docstring if the statement that starts here is one.

    That is a string, or several that are concatenated, in brackets or not; the span is theirs,
    without the brackets.
    """
    place, depth = start, 0
    between = SPACE
    while text.startswith("(", place):
        depth += 1
        between = GAP
        place = _skip(between, text, place + 1)
    begin = end = place
    while match := STRING.match(text, place):
        if match.lastindex in _ENDLESS or not set("bBfFtT").isdisjoint(match["prefix"]):
            return None
        end = match.end()
        place = _skip(between, text, end)
    if end == begin:
        return None
    for _ in range(depth):
        if not text.startswith(")", place):
            return None
        place = _skip(SPACE, text, place + 1)
    if not _STATEMENT_END.match(text, place if depth else end):
        return None
    if (
        text.find("\n", begin, end) >= 0
        and text[end - 3 : end] in _TRIPLES
        and opens(text, end - 3)
    ):
        return None
    return Span(begin, end)


_TRIPLES = ('"""', "'''")


def _skip(what: re.Pattern[str], text: str, place: int) -> int:
    found = what.match(text, place)
    return found.end() if found is not None else place


def decorators_above(text: str, start: int) -> list[int]:
    """Return where the decorators of a header start, outermost first, each at its ``@``.

    Args:
        text: The text.
        start: Where the line of the header's keyword starts.
    """
    found: list[int] = []
    below = start
    while (place := _decorator_above(text, below)) is not None:
        found.insert(0, place)
        below = line_start(text, place)
    return found


def _decorator_above(text: str, below: int) -> int | None:
    """Return where the ``@`` of a decorator is whose next line of code starts at a place."""
    last = _code_above(text, below)
    if last is None:
        return None
    begin = last.start()
    while is_joined(text, begin):
        begin = line_start(text, begin - 1)
    place = _skip(SPACE, text, begin)
    if text[place] != "@" and ")" in last.group():
        begin, place = _at_above(text, below, last.end())
    if begin < 0 or not _DECORATES.match(text, place):
        return None
    lines = logical_lines(text, begin)
    next(lines)
    return place if next(lines).start == below else None


def _at_above(text: str, below: int, end_above: int) -> tuple[int, int]:
    """Return the nearest line above that starts with ``@`` as far to the right as one below.

    Between the end of a long decorator and a header stand comments, but no empty line alone.

    Returns:
        Where it starts, or -1, and where its ``@`` stands.
    """
    place = _skip(GAP, text, below)
    indent = text[line_start(text, place) : place] + "@"
    is_apart = end_above < below - len("\r\n") and text.find("#", end_above, below) < 0
    if text[place] != "@" and is_apart:
        return -1, -1
    begin = text.rfind(text[below - 1] + indent, max(0, below - _DECORATOR), below) + 1
    if not begin and (below > _DECORATOR or not text.startswith(indent)):
        return -1, -1
    return begin, begin + len(indent) - 1


def _code_above(text: str, below: int) -> re.Match[str] | None:
    """Return the last line above that is not empty and not a comment alone."""
    begin = below
    while begin > 0:
        begin = line_start(text, begin - 1)
        line = _CODE.match(text, begin)
        if line is not None and line.end() <= below:
            return line
    return None


_CODE = re.compile(r"[ \t\f]*(?:(?P<at>@)|(?P<code>[^\s#]))[^\r\n]*")
"""A line that is not empty and not a comment alone."""

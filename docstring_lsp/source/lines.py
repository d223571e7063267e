"""Logical lines: where each line of code starts, whatever brackets and strings it holds.

Takes a text and a place in it, gives places; must not know what a definition is, only which
lines start as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from docstring_lsp.source.strings import Strings
from docstring_lsp.source.tokens import (
    AT,
    BLANK,
    CODE,
    KEYWORD,
    LAST_CLOSE,
    LAST_LINE,
    LAST_OPEN,
    LINE_START,
    TOKEN,
    WIDTHS,
)

END = -1
"""The kind of the line behind the last one."""


class Line(NamedTuple):
    """A line of code that starts a statement, a header or a decorator.

    Attributes:
        kind: `KEYWORD` for one that starts with ``def``, ``async def`` or ``class``, `AT` for
            one that starts with ``@``, `CODE` for any other, `END` behind the last one.
        start: Where it starts, white space included.
        code: Where its code starts.
        end_above: Where the last line of code above it ends, a comment there included;
            its own start if there is none.
        broken: Whether brackets that stand open above it were given up.
    """

    kind: int
    start: int
    code: int
    end_above: int
    broken: bool = False


@dataclass(slots=True)
class Depth:
    """How far to the right plain lines of code are told; may change from line to line.

    Attributes:
        most: The column.
    """

    most: float = inf


def logical_lines(
    text: str, place: int = 0, most: float = inf, plain: Depth | None = None
) -> Iterator[Line]:
    """Give the lines of code from a place on, which starts one; `END` comes last.

    Args:
        text: The text.
        place: Where to start.
        most: Of the lines below, those further to the right than so many columns are passed
            over.
        plain: Of those of the kind `CODE`, the same.

    A line that starts as a definition is one, even with brackets open above it: no sound code
    has that, and it lets the rest of a broken text be read.
    """
    strings = Strings(text)
    plain = plain or Depth()
    first = LINE_START.match(text, place)
    assert first is not None
    kind = first.lastindex or BLANK
    has_code = kind != BLANK
    if has_code:
        yield Line(kind, place, first.start(kind), place)
    end = place
    depth = 0
    search = TOKEN.scanner(text, first.end()).search  # type: ignore[attr-defined]
    while match := search():
        token = match.lastindex
        if token is None:
            continue
        if token <= LAST_LINE:
            kind = token if token <= CODE else token - CODE
            if depth and kind != KEYWORD:
                continue
            if has_code:
                end = match.start()
                end -= text.startswith("\r\n", end - 1)
            has_code = kind != BLANK
            if has_code:
                start, code = match.start(token - kind + 1), match.start(token)
                width = WIDTHS[text[start:code]]
                if width <= most and (kind != CODE or width <= plain.most):
                    yield Line(kind, start, code, end, depth > 0)
                depth = 0
        elif token <= LAST_OPEN:
            depth += 1
        elif token <= LAST_CLOSE:
            depth -= depth > 0
        else:
            search = TOKEN.scanner(text, strings.end(match)).search  # type: ignore[attr-defined]
    if has_code:
        end = len(text.rstrip("\r\n")) if depth else len(text)
    yield Line(END, len(text), len(text), end, depth > 0)


def code_end(text: str, start: int, end: int) -> int:
    """Return where the code of one logical line ends, its comment cut off.

    Args:
        text: The text.
        start: Where the line's code starts.
        end: Where the line ends.
    """
    if text.find("#", start, end) >= 0:
        place = start
        strings = Strings(text)
        while match := TOKEN.search(text, place, end):
            place = match.end()
            token = match.lastindex
            if token is None and text[match.start()] == "#" and place == end:
                end = match.start()
                break
            if token is not None and token > LAST_CLOSE:
                place = strings.end(match)
    return start + len(text[start:end].rstrip())


__all__ = ["AT", "CODE", "END", "KEYWORD", "Depth", "Line", "code_end", "logical_lines"]

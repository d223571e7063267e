"""The definition under the cursor, read from the lines around it.

Takes a text and a place, gives what `docstring_lsp.source.scan` would find there, at a cost
that does not grow with the file: it climbs from the cursor to the headers above it, and reads
on from there to where the definition ends. Whether a line above stands in a string is judged
by the quotes near it, so an edit is made only of what the scan has confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docstring_lsp.source.definition import Definition, Scope
from docstring_lsp.source.header import decorators_above, header
from docstring_lsp.source.lines import AT, CODE, END, KEYWORD, Line, logical_lines
from docstring_lsp.source.scan import Opened, module, open_definition
from docstring_lsp.source.strings import in_string
from docstring_lsp.source.tokens import WIDTHS, is_joined, line_end, line_start

HALF = -2
"""The kind of a header that is not whole."""

_CHUNK = 800
_LARGEST_CHUNK = 16_000
"""Characters that are searched at once on the way up, at first and at most."""

_CONTINUED = re.compile(r"[(\[{,\\][ \t]*(?:#[^\r\n]*)?\Z")
_KEYWORD = re.compile(r"(?:async[ \t]+def|def|class)[ \t\\]")


def at(text: str, offset: int) -> Definition:
    """Return the innermost definition that an offset stands in, else the module's.

    Its decorators, its header and its body up to the end of its last line of code belong to it.
    """
    lines = _from_header_above(text, line_end(text, offset))
    nearest = next(lines, None)
    if nearest is None:
        return module(text)
    following = _next_outside(text, lines, nearest)
    width = _width(text, nearest)
    if offset <= following.end_above:
        above = _enclosing(text, nearest.start, width)
        return _opened(text, [*above, nearest]).closed(text, following.end_above)
    while following.start <= offset and following.kind != END:
        if following.kind != HALF:
            width = min(width, _width(text, following))
        following = next(lines)
    if offset > following.end_above and following.kind != HALF:
        width = min(width, _width(text, following))
    above = _enclosing(text, nearest.start, width)
    if not above:
        return module(text)
    if not _ends(text, following, above[-1]):
        following = _next_outside(text, lines, above[-1])
    return _opened(text, above).closed(text, following.end_above)


def _next_outside(text: str, lines: Iterator[Line], opened: Line) -> Line:
    """Return the next line that does not belong to a definition."""
    return next(line for line in lines if _ends(text, line, opened))


def _ends(text: str, line: Line, opened: Line) -> bool:
    """Return whether a line ends a definition, as `scan` has it."""
    if line.kind == HALF and text.startswith("class", opened.code):
        return False
    return _width(text, line) <= _width(text, opened)


def _from_header_above(text: str, place: int) -> Iterator[Line]:
    """Give the lines from the nearest header on that stands above a place or on its line."""
    for found in _HEADER.above(text, place):
        start = found.start("indent")
        if is_joined(text, start) or in_string(text, start):
            continue
        lines = _whole_lines(text, start, WIDTHS[found["indent"]])
        line = next(lines)
        while line.kind == AT:
            line = next(lines)
        if line.kind == KEYWORD:
            yield line
            yield from lines
            return


def _whole_lines(text: str, start: int, most: int) -> Iterator[Line]:
    """Give the lines from a place on, a header that is still being typed as `HALF`.

    Those further to the right than ``most`` columns say nothing of what is above them.
    """
    for line in logical_lines(text, start, most):
        half = line.kind == KEYWORD and header(text, line.code) is None
        yield line._replace(kind=HALF) if half else line


def _enclosing(text: str, place: int, width: int) -> list[Line]:
    """Return the headers around a place, outermost first, whose lines are left of a width."""
    found: list[Line] = []
    while width > 0:
        for match in _left_of(width).above(text, place):
            start, code = match.start("indent"), match.end()
            line = Line(KEYWORD if _KEYWORD.match(text, code) else CODE, start, code, start)
            if _width(text, line) < width and _counts(text, line):
                break
        else:
            break
        place, width = line.start, _width(text, line)
        if line.kind == KEYWORD:
            found.insert(0, line)
    return found


def _counts(text: str, line: Line) -> bool:
    """Return whether a line that looks like code is some, and not within other code."""
    if line.kind == KEYWORD:
        return header(text, line.code) is not None and not in_string(text, line.start)
    above = text[line_start(text, line.start - 1) : line.start].rstrip()
    return not _CONTINUED.search(above) and not in_string(text, line.start)


def _opened(text: str, headers: list[Line]) -> Opened:
    """Return the last of nested headers as a definition; the others are its scopes."""
    scopes: tuple[Scope, ...] = ()
    for line in headers:
        named = header(text, line.code)
        assert named is not None
        decorators = decorators_above(text, line.start)
        opened = open_definition(text, line, named, decorators, scopes)
        scopes = (*scopes, opened.scope(text))
    return opened


class _LineStarts:
    """Lines that start in a certain way.

    Args:
        pattern: How, with the white space in front as its group ``indent``.
    """

    def __init__(self, pattern: str) -> None:
        self._first = re.compile(pattern)
        # A pattern that starts with one character is looked for several times as fast.
        self._others = re.compile(r"\n" + pattern)
        self._behind_any_newline = re.compile(r"[\n\r]" + pattern)

    def above(self, text: str, end: int) -> Iterator[re.Match[str]]:
        """Give the lines that start in front of a place, the nearest first."""
        size = _CHUNK
        while end > 0:
            start = max(line_start(text, max(end - size, 0)) - 1, 0)
            returns = text.count("\r", start, end) > text.count("\r\n", start, end)
            pattern = self._behind_any_newline if returns else self._others
            yield from reversed([*pattern.finditer(text, start, end)])
            end = start
            size = min(2 * size, _LARGEST_CHUNK)
        first = self._first.match(text, 0)
        if first is not None:
            yield first


_HEADER = _LineStarts(r"(?P<indent>[ \t\f]*)(?=(?:async|def|class)[ \t\\]|@\w)")


@lru_cache(maxsize=64)
def _left_of(width: int) -> _LineStarts:
    """Return lines of code whose white space has fewer characters than a width."""
    return _LineStarts(rf"(?P<indent>[ \t\f]{{0,{width - 1}}})(?![ \t\f\r\n#)\]}}\"'])(?=.)")


def _width(text: str, line: Line) -> int:
    return -1 if line.kind == END else WIDTHS[text[line.start : line.code]]

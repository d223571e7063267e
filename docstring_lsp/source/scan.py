"""The scan: a text in, every definition with its place out, without parsing the file.

Reads strings, comments, brackets and the white space in front of lines, nothing else, so a
buffer that is broken elsewhere is read as well as a sound one. Must not know what code means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from docstring_lsp.source.definition import MODULE, Definition, Scope
from docstring_lsp.source.header import body, decorators_above, docstring, header
from docstring_lsp.source.lines import AT, KEYWORD, Depth, Line, code_end, logical_lines
from docstring_lsp.source.span import Span
from docstring_lsp.source.tokens import GAP, WIDTHS, line_start

_OPENING_COMMENTS = re.compile(r"\ufeff?(?:[ \t\f]*\#[^\r\n]*(?:\r\n|\r|\n|\Z))*")


@dataclass(slots=True)
class Opened:
    """A definition whose end is not known yet.

    Attributes:
        name: Its name.
        header: Its header.
        start: Where the line of its first decorator, or of its keyword, starts.
        indent: The white space in front of its keyword.
        width: The width of that, in columns.
        decorators: Its decorators as written, without ``@``.
        scopes: What encloses it, outermost first.
        place: How many definitions start before it.
    """

    name: str
    header: Span
    start: int
    indent: str
    width: int
    decorators: tuple[str, ...]
    scopes: tuple[Scope, ...]
    place: int = 0

    def scope(self, text: str) -> Scope:
        """Return what it is to the definitions inside it."""
        kind = "class" if text.startswith("class", self.header.start) else "function"
        return Scope(kind, self.name, self.header, self.decorators)  # type: ignore[arg-type]

    def closed(self, text: str, end: int) -> Definition:
        """Return the definition, its last line of code known to end at a place."""
        end = max(end, self.header.end)
        body_indent, docstring = body(text, self.header.end, end)
        names = [
            part
            for scope in self.scopes
            for part in ((scope.name, "<locals>") if scope.kind == "function" else (scope.name,))
        ]
        return Definition(
            kind="class" if text.startswith("class", self.header.start) else "function",
            name=self.name,
            qualname=".".join([*names, self.name]),
            span=Span(self.start, end),
            header=self.header,
            body=Span(self.header.end, end),
            docstring=docstring,
            indent=self.indent,
            body_indent=body_indent,
            decorators=self.decorators,
            scopes=self.scopes,
        )


def scan(text: str) -> tuple[Definition, ...]:
    """Return every definition of a text: the module first, then in source order."""
    stack: list[Opened] = []
    scopes: list[tuple[Scope, ...]] = [()]
    done: list[Definition | None] = []
    decorators: list[int] = []
    # Of the plain lines, only those count that end a definition, or the decorators above them.
    plain = Depth(-1)
    for line in logical_lines(text, plain=plain):
        kind, start, code, end_above, _ = line
        found = header(text, code) if kind == KEYWORD else None
        half = kind == KEYWORD and found is None
        width = WIDTHS[text[start:code]] if code < len(text) else -1
        while stack and stack[-1].width >= width:
            if half and text.startswith("class", stack[-1].header.start):
                break  # It is still being typed, and may be meant for a method.
            opened = stack.pop()
            scopes.pop()
            done[opened.place] = opened.closed(text, end_above)
        if kind == AT:
            decorators.append(code)
        elif found is not None:
            opened = open_definition(text, line, found, decorators, scopes[-1])
            opened.place = len(done)
            done.append(None)
            stack.append(opened)
            scopes.append((*scopes[-1], opened.scope(text)))
            decorators = []
        elif decorators:
            decorators = []
        plain.most = inf if decorators else stack[-1].width if stack else -1
    return (module(text), *(definition for definition in done if definition is not None))


def open_definition(
    text: str, line: Line, named: tuple[str, Span], decorators: list[int], scopes: tuple[Scope, ...]
) -> Opened:
    """Return what is known of a definition from its header.

    Args:
        text: The text.
        line: The line of its keyword.
        named: What `docstring_lsp.source.header.header` says of it.
        decorators: Where the ``@`` of each of its decorators stands.
        scopes: What encloses it.
    """
    if line.broken:
        decorators = decorators_above(text, line.start)
    return Opened(
        name=named[0],
        header=named[1],
        start=line_start(text, decorators[0]) if decorators else line.start,
        indent=text[line.start : line.code],
        width=WIDTHS[text[line.start : line.code]],
        decorators=tuple(_as_written(text, place) for place in decorators),
        scopes=scopes,
    )


def module(text: str) -> Definition:
    """Return the definition that the text itself is."""
    gap = GAP.match(text, 1 if text.startswith("\ufeff") else 0)
    found = docstring(text, gap.end()) if gap is not None else None
    place = found.start if found else _opening(text)
    return Definition(
        kind="module",
        name=MODULE,
        qualname=MODULE,
        span=Span(0, len(text)),
        header=Span(place, place),
        body=Span(place, len(text)),
        docstring=found,
        indent="",
        body_indent="",
    )


def _opening(text: str) -> int:
    """Return where a module's docstring goes: after the comments that open the file."""
    found = _OPENING_COMMENTS.match(text)
    return found.end() if found is not None else 0


def _as_written(text: str, place: int) -> str:
    """Return a decorator as it is written, without its ``@``, which stands at a place."""
    lines = logical_lines(text, line_start(text, place))
    next(lines)
    return text[place + 1 : code_end(text, place, next(lines).end_above)].strip()

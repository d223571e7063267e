"""The scan: a text in, every definition with its place out, without parsing the file.

Reads strings, comments, brackets and the white space in front of lines, nothing else, so a
buffer that is broken elsewhere is read as well as a sound one. Must not know what code means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docstring_lsp.source.definition import MODULE, Definition, Scope
from docstring_lsp.source.span import Span

_STRING = (
    r"(?P<string>(?P<prefix>(?i:\b[rbuft]{1,3})?)(?:"
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"""|\Z)|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*(?:\'\'\'|\Z)'
    r'|"(?:[^"\\\r\n]|\\(?:\r\n|.))*"?|\'(?:[^\'\\\r\n]|\\(?:\r\n|.))*\'?))'
)
_JOINED = r"\\(?:\r\n|\r|\n)"
_TOKEN = re.compile(
    _STRING
    + r"|\#[^\r\n]*|(?P<open>[(\[{])|(?P<close>[)\]}])|"
    + _JOINED
    + r"|(?P<newline>\r\n|\r|\n)(?P<indent>[ \t\f]*)"
    r"(?=(?P<keyword>(?:async[ \t]+)?def[ \t\\]|class[ \t\\])|(?P<at>@)|(?P<code>[^\s#])|)",
    re.DOTALL,
)
_NAME = re.compile(r"(?:async[ \t\\\r\n]+)?(?:def|class)[ \t\\\r\n]+(\w+)")
_HEADER = re.compile(
    _STRING
    + r"|\#[^\r\n]*|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<colon>:)|(?P<end>[\r\n])|"
    + _JOINED,
    re.DOTALL,
)
_GAP = re.compile(rf"(?:[ \t\f\r\n]|\#[^\r\n]*|{_JOINED})*")
_SPACE = re.compile(rf"(?:[ \t\f]|{_JOINED})*")
_LITERAL = re.compile(_STRING, re.DOTALL)
_STATEMENT_END = re.compile(r"[ \t\f]*(?:[;#\r\n]|\Z)")
_DEDENT = re.compile(r"(?:\r\n|\r|\n)[ \t\f]*(?:async[ \t]+def|def|class)[ \t]")


@dataclass(slots=True)
class _Open:
    kind: str
    name: str
    start: int
    header: Span
    indent: str
    width: int
    decorators: tuple[str, ...]
    scopes: tuple[Scope, ...]
    place: int


def scan(text: str) -> tuple[Definition, ...]:  # noqa: C901  (one pass, on the hot path)
    """Return every definition of a text: the module first, then in source order."""
    padded = "\n" + text  # so that the first line, too, comes after a newline
    stack: list[_Open] = []
    done: dict[int, Definition] = {}
    decorators: list[tuple[int, int]] = []
    depth = count = code_end = position = 0
    has_code = in_decorator = False
    while match := _TOKEN.search(padded, position):
        position = match.end()
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(depth - 1, 0)
        if match["newline"] is None or (depth and not match["keyword"]):
            continue
        line = match.start() - 1
        if has_code:
            code_end = line
            if in_decorator:
                decorators.append((decorators.pop()[0], line))
        depth = 0
        has_code = bool(match["keyword"] or match["at"] or match["code"])
        if not has_code:
            continue
        in_decorator = match["at"] is not None
        width = len(match["indent"].replace("\f", "").expandtabs(8))
        while stack and stack[-1].width >= width:
            opened = stack.pop()
            done[opened.place] = _definition(text, opened, code_end)
        start = match.end() - 1
        if in_decorator:
            decorators.append((start, start))
            continue
        named = _NAME.match(text, start) if match["keyword"] else None
        if named:
            header = _header(text, start)
            first = decorators[0][0] if decorators else start
            written = tuple(" ".join(text[a + 1 : b].split()) for a, b in decorators)
            kind = "class" if text.startswith("class", start) else "function"
            scopes = tuple(Scope(o.kind, o.name, o.header, o.decorators) for o in stack)  # type: ignore[arg-type]
            begin = first - len(match["indent"])
            stack.append(
                _Open(kind, named[1], begin, header, match["indent"], width, written, scopes, count)
            )
            count += 1
            position = header.end + 1
        decorators = []
    if has_code:
        code_end = len(text.rstrip("\r\n"))
    while stack:
        opened = stack.pop()
        done[opened.place] = _definition(text, opened, code_end)
    return (_module(text), *(done[place] for place in sorted(done)))


def at(text: str, offset: int) -> Definition:
    """Return the innermost definition that an offset stands in, else the module's."""
    found = [d for d in scan(text) if d.span.start <= offset <= d.span.end]
    return found[-1]


def _header(text: str, start: int) -> Span:
    depth = 0
    for match in _HEADER.finditer(text, start):
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(depth - 1, 0)
        elif match["colon"] and not depth:
            return Span(start, match.end())
        elif match["end"] and (not depth or _DEDENT.match(text, match.start())):
            return Span(start, match.start())
    return Span(start, len(text))


def _definition(text: str, opened: _Open, end: int) -> Definition:
    end = max(end, opened.header.end)
    body_indent, docstring = _body(text, opened, end)
    names = [
        part
        for scope in opened.scopes
        for part in ((scope.name, "<locals>") if scope.kind == "function" else (scope.name,))
    ]
    return Definition(
        kind=opened.kind,  # type: ignore[arg-type]
        name=opened.name,
        qualname=".".join([*names, opened.name]),
        span=Span(opened.start, end),
        header=opened.header,
        body=Span(opened.header.end, end),
        docstring=docstring,
        indent=opened.indent,
        body_indent=body_indent,
        decorators=opened.decorators,
        scopes=opened.scopes,
    )


def _body(text: str, opened: _Open, end: int) -> tuple[str | None, Span | None]:
    first = _SPACE.match(text, opened.header.end)
    gap = _GAP.match(text, opened.header.end)
    assert first is not None
    assert gap is not None
    start = gap.end()
    if start >= end:
        return None, None
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    indent = None if line <= opened.header.end else text[line:start]
    return indent, _docstring(text, start)


def _docstring(text: str, start: int) -> Span | None:
    end = position = start
    while match := _LITERAL.match(text, position):
        if set(match["prefix"].lower()) & set("bft"):
            return None
        end = match.end()
        space = _SPACE.match(text, end)
        assert space is not None
        position = space.end()
    if end == start or not _STATEMENT_END.match(text, end):
        return None
    return Span(start, end)


def _module(text: str) -> Definition:
    gap = _GAP.match(text, 1 if text.startswith("\ufeff") else 0)
    assert gap is not None
    docstring = _docstring(text, gap.end())
    place = docstring.start if docstring else _opening(text)
    return Definition(
        kind="module",
        name=MODULE,
        qualname=MODULE,
        span=Span(0, len(text)),
        header=Span(place, place),
        body=Span(place, len(text)),
        docstring=docstring,
        indent="",
        body_indent="",
    )


def _opening(text: str) -> int:
    """Return where a module's docstring goes: after the comments that open the file."""
    found = re.compile(r"\ufeff?(?:[ \t\f]*\#[^\r\n]*(?:\r\n|\r|\n|\Z))*").match(text)
    assert found is not None
    return found.end()

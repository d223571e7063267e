"""Where a new docstring goes: the span to replace and the lines around the literal.

Takes a text, a definition without a docstring and a literal; gives a span and its new text,
with indentation, newlines and the empty lines that black and ruff's formatter would leave as
they are. Must not know what the literal says; proves nothing.
"""

from __future__ import annotations

import re

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.literal import encoding_declared_until
from docstring_lsp.source.proof import GAP, TRIVIA, is_inline
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import newline_at

_UNIT = "    "
_UNIT_SEARCHED = 50_000
"""Characters of the file that are searched for an indented block, on either side."""

_NEWLINE = r"(?:\r\n?|\n)"
_LINE_END = re.compile(_NEWLINE)
_WHITE = re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_EMPTY_LINES = re.compile(rf"(?:[ \t\f]*{_NEWLINE})*")
_TYPE_COMMENT = re.compile(rf"[ \t\f]*\#[ \t]*type:[ \t]*(?!ignore\b)[^\r\n]*{_NEWLINE}")
_A_DEFINITION = re.compile(
    rf"(?:[ \t\f]*\#[^\r\n]*{_NEWLINE})*[ \t\f]*(?:@|(?:class|def|async[ \t]+def)\b)"
)
_INDENTED_BLOCK = re.compile(
    r"^([ \t]*)(?:def|class|if|for|while|with|try|async)\b[^\r\n#]*:[ \t]*"
    rf"{_NEWLINE}\1([ \t]+)[^\s#]",
    re.MULTILINE,
)


def placed(text: str, definition: Definition, literal: str) -> tuple[Span, str]:
    """Return what is replaced, and by what, to give a definition its first docstring.

    Args:
        text: The file.
        definition: A definition without a docstring.
        literal: The docstring's literal, its lines indented by `docstring_indent`.

    Raises:
        EditRefusedError: If the definition's body is not where it is said to be.
    """
    if definition.kind == "module":
        return _in_module(text, definition, literal)
    if is_inline(text, definition):
        return _in_line(text, definition, literal)
    return _in_block(text, definition, literal)


def docstring_indent(text: str, definition: Definition) -> str:
    """Return the white space that the docstring's lines stand, or would stand, behind."""
    if definition.kind == "module":
        return ""
    if definition.body_indent is not None:
        return definition.body_indent.rpartition("\f")[2]
    return definition.indent.rpartition("\f")[2] + _indent_unit(text, definition)


def _in_module(text: str, definition: Definition, literal: str) -> tuple[Span, str]:
    """Put it behind the comments that open the file, parted from the code that follows."""
    place = definition.header.start
    line = newline_at(text, place)
    if place < encoding_declared_until(text):
        place = _end_of_line(text, encoding_declared_until(text))
        end = _LINE_END.match(text, place)
        place = end.end() if end else place
    ends = _empty_line_ends(text, place)
    code = ends[-1] if ends else place
    wanted = 1 + bool(_A_DEFINITION.match(text, code)) if code < len(text) else 0
    if 0 < wanted < len(ends) and place > 0:
        place = ends[-wanted - 1]
    before = "" if place == 0 or text[place - 1] in "\r\n\ufeff" else line
    return Span(place, place), before + literal + line + line * max(0, wanted - len(ends))


def _in_line(text: str, definition: Definition, literal: str) -> tuple[Span, str]:
    """Make a block of a body that stands on the header's line."""
    start = definition.header.end
    line = newline_at(text, definition.header.start)
    indent = docstring_indent(text, definition)
    gap = GAP.match(text, start)
    empty = line if definition.kind == "class" else ""
    stop = gap.end() if gap else start
    return Span(start, stop), line + indent + literal + empty + line + indent


def _in_block(text: str, definition: Definition, literal: str) -> tuple[Span, str]:
    """Put it on the lines behind the header, or behind the type comment that follows that.

    A function's first statement follows at once; what a class holds, and a definition in a
    function, is parted by an empty line.
    """
    line = newline_at(text, definition.header.start)
    indent = docstring_indent(text, definition)
    place = _end_of_line(text, definition.header.end)
    if definition.body_indent is None:
        return Span(place, place), line + indent + literal
    end = _LINE_END.match(text, place)
    if end is None:
        raise EditRefusedError("the definition's body is not where it seems")
    comment = _TYPE_COMMENT.match(text, end.end())
    place = comment.end() if comment else end.end()
    ends = _empty_line_ends(text, place)
    code = ends[-1] if ends else place
    if definition.kind == "class" or _A_DEFINITION.match(text, code):
        return Span(place, place), indent + literal + line + ("" if ends else line)
    return Span(place, code), indent + literal + line


def _empty_line_ends(text: str, place: int) -> list[int]:
    empty = _EMPTY_LINES.match(text, place)
    stop = empty.end() if empty else place
    return [end.end() for end in _LINE_END.finditer(text, place, stop)]


def _end_of_line(text: str, place: int) -> int:
    rest = _REST_OF_LINE.match(text, place)
    return rest.end() if rest else place


def _indent_unit(text: str, definition: Definition) -> str:
    """Return what a block is indented by: as the enclosing scope's, else as the file's are."""
    if definition.scopes:
        header = definition.scopes[-1].header
        outer = _white_before(text, header.start)
        first = TRIVIA.match(text, header.end)
        inner = _white_before(text, first.end()) if first else ""
        if inner.startswith(outer) and len(inner) > len(outer):
            return inner[len(outer) :]
    start, stop = definition.span
    for piece in (
        text[stop : stop + _UNIT_SEARCHED],
        text[max(0, start - _UNIT_SEARCHED) : start],
    ):
        found = _INDENTED_BLOCK.search(piece)
        if found is not None:
            return found[2]
    return "\t" if definition.indent.startswith("\t") else _UNIT


def _white_before(text: str, offset: int) -> str:
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    white = _WHITE.match(text, line_start)
    return white[0] if white else ""

"""From a docstring's text to the smallest edit that puts it in its place, proven.

Takes a text, a definition and what its docstring shall say; gives a text edit that changes
nothing else (see `docstring_lsp.source.proof`). Must not know what a docstring says, or in
which style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.literal import (
    STRING,
    STRING_OR_COMMENT,
    clean,
    cleandoc,
    declared_encoding,
    evaluate,
    literal,
)
from docstring_lsp.source.proof import GAP, is_inline, prove
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import newline_at

DEFAULT_WIDTH = 88

_UNIT = "    "
_UNIT_SEARCHED = 100_000
_NEWLINE = r"(?:\r\n?|\n)"
_HEADER_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(_NEWLINE)
_TYPE_COMMENT = re.compile(rf"[ \t\f]*\#[ \t]*type:[ \t]*(?!ignore\b)[^\r\n]*{_NEWLINE}")
_EMPTY_LINES = re.compile(rf"(?:[ \t\f]*{_NEWLINE})*")
_NEXT_IS_DEFINITION = re.compile(
    rf"(?:[ \t\f]*\#[^\r\n]*{_NEWLINE})*[ \t\f]*(?:@|(?:class|def|async[ \t]+def)\b)"
)
_NEXT_IS_CODE = re.compile(r"[ \t\f]*[^\s#]")
_INDENTED_BLOCK = re.compile(
    r"(?:\A|[\r\n])([ \t]*)(?:def|class|if|for|while|with|try|async)\b[^\r\n#]*:[ \t]*(?:\r\n?|\n)"
    r"\1([ \t]+)[^\s#]"
)


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement of one span of a text.

    Attributes:
        span: What is replaced; empty for an insertion.
        new_text: What takes its place.
    """

    span: Span
    new_text: str


def docstring_edit(
    text: str, definition: Definition, content: str, *, width: int = DEFAULT_WIDTH
) -> TextEdit | None:
    """Return the edit that makes a text the definition's docstring.

    Args:
        text: The file.
        definition: What gets the docstring.
        content: The docstring's text: lines divided by newlines, not indented, without quotes.
        width: The column that a docstring on one line may reach.

    Returns:
        The smallest edit, or None if the present docstring says the same.

    Raises:
        EditRefusedError: If there is no edit that can be proven to change nothing but the
            docstring; the message says why.
    """
    wanted = clean(content)
    if not wanted:
        raise EditRefusedError("the docstring would be empty")
    make = _replacement if definition.docstring is not None else _insertion
    edit = make(text, definition, wanted, width)
    if edit is None:
        return None
    prove(text, definition, edit.span, edit.new_text, wanted)
    return _smallest(text, edit)


def docstring_content(text: str, definition: Definition) -> str | None:
    """Return what the present docstring says, without its indentation.

    Returns:
        The text as `inspect.getdoc` gives it, or None if there is none or it is no string
        that can be evaluated.
    """
    if definition.docstring is None:
        return None
    value = evaluate(definition.docstring.of(text))
    return None if value is None else cleandoc(value)


def docstring_indent(text: str, definition: Definition) -> str:
    """Return the white space that the docstring's lines stand, or would stand, behind."""
    if definition.kind == "module":
        return ""
    if definition.body_indent is not None:
        return definition.body_indent.rpartition("\f")[2]
    return definition.indent.rpartition("\f")[2] + _indent_unit(text, definition)


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text with the edits made.

    Args:
        text: What the edits were computed for.
        edits: In any order.

    Raises:
        ValueError: If two of them overlap.
    """
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < place:
            raise ValueError(f"overlapping edits at offset {edit.span.start}")
        pieces += (text[place : edit.span.start], edit.new_text)
        place = edit.span.end
    return "".join((*pieces, text[place:]))


def _replacement(text: str, definition: Definition, wanted: str, width: int) -> TextEdit | None:
    docstring = definition.docstring
    assert docstring is not None
    old = _strings(text, docstring)
    present = evaluate(old.of(text))
    if present is None:
        raise EditRefusedError("the present docstring cannot be evaluated")
    if clean(present) == wanted:
        return None
    found = STRING.match(text, old.start)
    prefix = (found["prefix"] or "") if found is not None else ""
    new = _literal(text, definition, wanted, prefix, width)
    on_header_line = definition.kind != "module" and is_inline(text, definition)
    if on_header_line and len(_LINE_END.split(new, 1)) > 1:
        line = newline_at(text, definition.header.start) + docstring_indent(text, definition)
        return TextEdit(Span(definition.header.end, old.end), line + new)
    return TextEdit(old, new)


def _strings(text: str, docstring: Span) -> Span:
    """Return the docstring's span from its first string to its last, brackets left out."""
    found = [
        Span(m.start(), m.end())
        for m in STRING_OR_COMMENT.finditer(text, docstring.start, docstring.end)
        if m["string"]
    ]
    return Span(found[0].start, found[-1].end) if found else docstring


def _insertion(text: str, definition: Definition, wanted: str, width: int) -> TextEdit:
    new = _literal(text, definition, wanted, "", width)
    if definition.kind == "module":
        return _into_module(text, definition, new)
    if is_inline(text, definition):
        return _into_line(text, definition, new)
    return _into_block(text, definition, new)


def _literal(text: str, definition: Definition, wanted: str, prefix: str, width: int) -> str:
    return literal(
        wanted,
        indent=docstring_indent(text, definition),
        newline=newline_at(text, definition.header.start),
        prefix=prefix,
        width=width,
        encoding="utf-8" if wanted.isascii() else declared_encoding(text),
    )


def _into_module(text: str, definition: Definition, new: str) -> TextEdit:
    """Put it behind the comments that open the file, with the empty lines a formatter wants."""
    place = definition.header.start
    line = newline_at(text, place)
    empty = _EMPTY_LINES.match(text, place)
    ends = [m.end() for m in _LINE_END.finditer(text, place, empty.end() if empty else place)]
    code = ends[-1] if ends else place
    if code == len(text):
        wanted_lines = 0
    else:
        wanted_lines = 2 if _NEXT_IS_DEFINITION.match(text, code) else 1
    spare = len(ends) - wanted_lines
    if spare > 0 and place > 0:
        place = ends[spare - 1]
    before = line if place > 0 and text[place - 1] not in "\r\n\ufeff" else ""
    return TextEdit(Span(place, place), before + new + line + line * max(0, -spare))


def _into_line(text: str, definition: Definition, new: str) -> TextEdit:
    """Make a block of a body that stands on the header's line."""
    gap = GAP.match(text, definition.header.end)
    assert gap is not None
    line = newline_at(text, definition.header.start)
    start = line + docstring_indent(text, definition)
    empty = line if definition.kind == "class" else ""
    return TextEdit(Span(definition.header.end, gap.end()), start + new + empty + start)


def _into_block(text: str, definition: Definition, new: str) -> TextEdit:
    """Put it on the lines behind the header, or behind the type comment that follows that."""
    indent = docstring_indent(text, definition)
    line = newline_at(text, definition.header.start)
    header = _HEADER_LINE.match(text, definition.header.end)
    assert header is not None
    if definition.body_indent is None:
        return TextEdit(Span(header.end(), header.end()), line + indent + new)
    end = _LINE_END.match(text, header.end())
    if end is None:
        raise EditRefusedError("the definition's body is not where it seems")
    comment = _TYPE_COMMENT.match(text, end.end())
    place = comment.end() if comment else end.end()
    empty = _EMPTY_LINES.match(text, place)
    code = empty.end() if empty else place
    parted = definition.kind == "class" or _NEXT_IS_DEFINITION.match(text, code) is not None
    if parted:
        return TextEdit(Span(place, place), indent + new + line + (line if code == place else ""))
    return TextEdit(Span(place, code), indent + new + line)


def _indent_unit(text: str, definition: Definition) -> str:
    """Return what a block is indented by here: as the definition is, else as the file does."""
    if definition.scopes:
        header = definition.scopes[-1].header
        outer = re.compile(r"[ \t]*").match(text, _start_of_line(text, header.start))
        white = outer[0] if outer else ""
        if definition.indent.startswith(white) and len(definition.indent) > len(white):
            return definition.indent[len(white) :]
    for start, stop in _nearby(text, definition.span):
        found = _INDENTED_BLOCK.search(text, start, stop)
        if found is not None:
            return found[2]
    return "\t" if definition.indent.startswith("\t") else _UNIT


def _nearby(text: str, span: Span) -> tuple[tuple[int, int], ...]:
    before = max(0, span.start - _UNIT_SEARCHED)
    return (span.end, span.end + _UNIT_SEARCHED), (before, span.start)


def _start_of_line(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _smallest(text: str, edit: TextEdit) -> TextEdit:
    """Return the same edit without what it leaves as it is at its start and end."""
    start, stop = edit.span
    new = edit.new_text
    most = min(stop - start, len(new))
    same = 0
    while same < most and text[start + same] == new[same]:
        same += 1
    if same and new[same - 1] == "\r":
        same -= 1
    behind = 0
    while behind < most - same and text[stop - 1 - behind] == new[-1 - behind]:
        behind += 1
    if behind and new[-behind] == "\n":
        behind -= 1
    return TextEdit(Span(start + same, stop - behind), new[same : len(new) - behind])

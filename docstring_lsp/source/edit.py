"""From a docstring's text to the smallest edit that puts it in its place, proven.

Takes a text, a definition and what its docstring shall say; gives a text edit that changes
nothing else (see `docstring_lsp.source.proof`). Must not know what a docstring says, or in
which style.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source import placement
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
from docstring_lsp.source.proof import is_inline, prove
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import newline_at


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement of one span of a text.

    Attributes:
        span: What is replaced; empty for an insertion.
        new_text: What takes its place.
    """

    span: Span
    new_text: str


def docstring_edit(text: str, definition: Definition, content: str) -> TextEdit | None:
    """Return the edit that makes a text the definition's docstring.

    Args:
        text: The file.
        definition: What gets the docstring.
        content: The docstring's text: lines divided by newlines, not indented, without quotes.

    Returns:
        The smallest edit, or None if the present docstring says the same.

    Raises:
        EditRefusedError: If there is no edit that can be proven to change nothing but the
            docstring; the message says why.
    """
    wanted = clean(content)
    if not wanted:
        raise EditRefusedError("the docstring would be empty")
    if definition.docstring is None:
        new = _literal(text, definition, wanted, "")
        span, new_text = placement.placed(text, definition, new)
    else:
        old = _strings(text, definition.docstring)
        present = evaluate(old.of(text))
        if present is None:
            raise EditRefusedError("the present docstring cannot be evaluated")
        if clean(present) == wanted:
            return None
        span, new_text = _replaced(text, definition, old, wanted)
    prove(text, definition, span, new_text, wanted)
    return _smallest(text, span, new_text)


def docstring_indent(text: str, definition: Definition) -> str:
    """Return the white space that the docstring's lines stand, or would stand, behind."""
    return placement.docstring_indent(text, definition)


def docstring_content(text: str, definition: Definition) -> str | None:
    """Return what the present docstring says, without its indentation.

    Returns:
        The text as `inspect.getdoc` gives it, or None if there is none or it is no string
        that can be evaluated.
    """
    if definition.docstring is None:
        return None
    value = evaluate(_strings(text, definition.docstring).of(text))
    return None if value is None else cleandoc(value)


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


def _literal(text: str, definition: Definition, wanted: str, prefix: str) -> str:
    return literal(
        wanted,
        indent=placement.docstring_indent(text, definition),
        newline=newline_at(text, definition.header.start),
        prefix=prefix,
        encoding="utf-8" if wanted.isascii() else declared_encoding(text),
    )


def _replaced(text: str, definition: Definition, old: Span, wanted: str) -> tuple[Span, str]:
    found = STRING.match(text, old.start)
    prefix = (found["prefix"] or "") if found else ""
    new = _literal(text, definition, wanted, prefix)
    spans_lines = "\n" in new or "\r" in new
    if definition.kind == "module" or not spans_lines or not is_inline(text, definition):
        return old, new
    if text[definition.header.end : old.start].strip(" \t\f"):
        return old, new
    line = newline_at(text, definition.header.start)
    indent = placement.docstring_indent(text, definition)
    return Span(definition.header.end, old.end), line + indent + new


def _strings(text: str, docstring: Span) -> Span:
    """Return the docstring's span from its first string to its last, brackets left out."""
    found = STRING_OR_COMMENT.finditer(text, docstring.start, docstring.end)
    strings = [string.span() for string in found if string["string"]]
    return Span(strings[0][0], strings[-1][1]) if strings else docstring


def _smallest(text: str, span: Span, new: str) -> TextEdit:
    """Return the edit without what it leaves as it is at its start and end.

    A carriage return and its newline stay together.
    """
    old = span.of(text)
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    if start and old[start - 1] == "\r":
        start -= 1
    most -= start
    stop = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    if stop and old[-stop] == "\n":
        stop -= 1
    return TextEdit(Span(span.start + start, span.end - stop), new[start : len(new) - stop])

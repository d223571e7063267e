"""Reads a docstring without sections, as PEP 257 has it: a summary and paragraphs."""

from __future__ import annotations

from docstring_lsp.docstring.reading.lines import lines
from docstring_lsp.docstring.reading.titled import summary
from docstring_lsp.docstring.tree import Prose, Tree
from docstring_lsp.source.span import Span


def read(text: str, style: str) -> Tree:
    """Return the tree of a docstring."""
    parts = (Prose(Span(0, len(text))),) if text else ()
    return Tree(text=text, style=style, summary=summary(lines(text), parts), parts=parts)

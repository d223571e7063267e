"""A document as it is."""

from __future__ import annotations

from docstring_lsp.deliverables.tokens import Note


def markdown(document: str, _: Note) -> bytes:
    """Return the Markdown as a file's bytes."""
    return document.encode()


EXPORT = markdown

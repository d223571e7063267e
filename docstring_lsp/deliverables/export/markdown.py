"""A document as it is."""

from __future__ import annotations


def markdown(document: str) -> bytes:
    """Return the Markdown as a file's bytes."""
    return document.encode()


EXPORT = markdown

"""A definition as the engine is asked about it."""

from __future__ import annotations

from docstring_lsp.providers.base import Request
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan

FETCH = """
def fetch(url, timeout=3.0):
    if not url:
        raise ValueError("no url")
    return url * 2
"""


def request(text: str = FETCH, *, style: str = "google") -> Request:
    """The question for the first definition of a text."""
    definition = next(d for d in scan(text) if d.kind != "module")
    return Request(facts=extract(text, definition), style=style, source=definition.span.of(text))

"""Requests made from code, for tests of the engine."""

from __future__ import annotations

from docstring_lsp.providers.base import Block, Request
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan


def request(
    code: str, name: str = "", *, style: str = "google", context: tuple[Block, ...] = ()
) -> Request:
    """Return the request for a definition of a text: the named one, else the first."""
    definitions = scan(code)
    wanted = [d for d in definitions if d.qualname == name or (not name and d.kind != "module")]
    found = wanted[0] if wanted else definitions[0]
    return Request(
        facts=extract(code, found), style=style, source=found.span.of(code), context=context
    )

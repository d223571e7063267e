"""From the source of one definition to its draft, the way the program goes."""

from __future__ import annotations

from textwrap import dedent

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.providers.adapters.static.author import write
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan


def draft(source: str, name: str | None = None, module: str | None = None) -> Draft:
    """Return the draft of a definition: the last one, or the one of a name."""
    text = dedent(source).lstrip("\n")
    found = scan(text)
    chosen = found[-1] if name is None else next(d for d in found if d.name == name)
    return write(extract(text, chosen, module=module))

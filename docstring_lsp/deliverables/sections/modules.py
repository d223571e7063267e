"""The modules, each with what it says of itself."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, count, summary, table


def modules(evidence: Evidence) -> str:
    """Return the shipped modules as a table."""
    rows = (
        (code(m.name), summary(m.docstring) or _holds(len(m.public)), code(m.path))
        for m in evidence.own
        if m.text.strip()
    )
    return table(("Module", "What it is", "File"), rows)


def _holds(number: int) -> str:
    held = count(number, "public definition")
    return f"_No docstring; {held}._" if number else "_No docstring._"


SECTION = modules

"""Where else the project is found: the addresses that its metadata gives."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, prose


def links(evidence: Evidence) -> str:
    """Return the addresses."""
    told = ((label, url) for label, url in evidence.metadata.urls if url.startswith("http"))
    return bullets(f"[{prose(label)}]({url})" for label, url in told)


SECTION = links

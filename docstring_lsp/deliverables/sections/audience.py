"""Whom the project says it is for: its classifiers and its keywords."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, prose

_KINDS = {
    "Intended Audience": "Intended audience",
    "Environment": "Environment",
    "Framework": "Framework",
    "Natural Language": "Language",
    "Topic": "Topic",
    "Development Status": "Development status",
}


def audience(evidence: Evidence) -> str:
    """Return what its classifiers and keywords say, with their place."""
    about = evidence.metadata
    told = []
    for kind, label in _KINDS.items():
        if found := about.classified(kind):
            where = code(about.said_in("classifiers"))
            told.append(f"{label}: {prose(', '.join(found))} ({where})")
    if about.keywords:
        where = code(about.said_in("keywords"))
        told.append(f"Keywords: {prose(', '.join(about.keywords))} ({where})")
    return bullets(told)


SECTION = audience

"""A document from the project alone: a type and the evidence in, Markdown out, nothing invented."""

from __future__ import annotations

from collections.abc import Callable

from docstring_lsp import registry
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import joined, prose
from docstring_lsp.deliverables.model import Section, Template, Written
from docstring_lsp.deliverables.templates import SECTIONS
from docstring_lsp.deliverables.unsaid import unsaid

AUTHOR = "static"
"""The embedded author, as the engine calls it."""


def offline(template: Template, evidence: Evidence) -> Written:
    """Return the document as far as the project itself tells it.

    Args:
        template: The type.
        evidence: What the project says of itself.
    """
    parts = (f"## {section.title}\n\n{told(section, evidence)}" for section in template.sections)
    return Written(body=joined(title(template, evidence), *parts) + "\n", provider=AUTHOR)


def title(template: Template, evidence: Evidence) -> str:
    """Return the heading of a document, and what it tells."""
    return joined(f"# {template.title}: {prose(evidence.name)}", template.summary)


def told(section: Section, evidence: Evidence) -> str:
    """Return what the project tells for a section, and the place for what it does not."""
    said = facts(section, evidence)
    key = "-".join(section.title.lower().split())
    more = unsaid(key, section.ask.rstrip(".") or section.title) if section.open else ""
    return joined(said, more) or "_The project says nothing of this._"


def facts(section: Section, evidence: Evidence) -> str:
    """Return what the project tells for a section; empty where that is nothing."""
    if not section.evidence:
        return ""
    write: Callable[[Evidence], str] = registry.load(
        SECTIONS, section.evidence, "SECTION", kind="evidence"
    )
    return write(evidence)

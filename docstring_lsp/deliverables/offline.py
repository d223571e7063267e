"""A document from the project alone: a type and the evidence in, Markdown out, nothing invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
    return Written(body=composed(template, evidence, {}), provider=AUTHOR)


def composed(template: Template, evidence: Evidence, prose: Mapping[str, str]) -> str:
    """Return a document, its parts as they are given or else as the project tells them.

    Args:
        template: The type.
        evidence: What the project says of itself.
        prose: The parts that somebody has written, by their titles.
    """
    parts = [(s.title, prose.get(s.title) or told(s, evidence)) for s in template.sections]
    written = (f"## {name}\n\n{text}" for name, text in parts if text)
    silent = [name for name, text in parts if not text]
    return joined(title(template, evidence), *written, left_out(silent)) + "\n"


def left_out(silent: Sequence[str]) -> str:
    """Return what is said of parts that the project tells nothing for."""
    return f"_The project says nothing of: {', '.join(silent)}._" if silent else ""


def title(template: Template, evidence: Evidence) -> str:
    """Return the heading of a document, and what it tells; a front page has the project's name."""
    if template.front:
        return f"# {prose(evidence.name)}"
    return joined(f"# {template.title}: {prose(evidence.name)}", template.summary)


def told(section: Section, evidence: Evidence) -> str:
    """Return what the project tells for a section, and the place for what it does not.

    Empty where it tells nothing, and nobody else can.
    """
    said = facts(section, evidence)
    key = "-".join(section.title.lower().split())
    is_open = section.open or not (said or section.exact)
    wanted = section.ask.rstrip(".") or section.title
    more = unsaid(key, wanted[:1].lower() + wanted[1:]) if is_open else ""
    return joined(said, more)


def facts(section: Section, evidence: Evidence) -> str:
    """Return what the project tells for a section; empty where that is nothing."""
    if not section.evidence:
        return ""
    write: Callable[[Evidence], str] = registry.load(
        SECTIONS, section.evidence, "SECTION", kind="evidence"
    )
    return write(evidence)

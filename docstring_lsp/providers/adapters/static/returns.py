"""Returns, yields and receives in words: from annotation, values and name."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import phrases, predicates, prose, words
from docstring_lsp.source.facts import FunctionFacts


def returned(facts: FunctionFacts) -> str:
    """Return what is returned, or an empty string where nothing is."""
    if facts.returns is None:
        return ""
    parts = words.split(facts.name)
    clause = predicates.clause(facts, parts)
    if clause:
        return prose.sentence(f"whether {clause}")
    if facts.returns_self:
        return "The instance itself."
    opened = phrases.opening_verb(parts)
    if opened is None:
        return prose.sentence(phrases.noun(parts)) or "The result."
    if opened[0] in ("get", "return", "compute", "calculate", "find") and opened[1]:
        return prose.sentence(phrases.noun(opened[1]))
    return "The result."


def yielded(facts: FunctionFacts) -> str:
    """Return what is yielded, or an empty string where nothing is."""
    return "The next value." if facts.yields is not None else ""


def received(facts: FunctionFacts) -> str:
    """Return what is sent, or an empty string where nothing is."""
    return "The value that is sent." if facts.receives is not None else ""

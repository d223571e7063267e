"""Summaries of properties: noun phrases for getters, imperatives for setters and deleters."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import phrases, predicates, words
from docstring_lsp.source.facts import FunctionFacts


def candidates(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str | None]:
    """Return summaries for a property's getter, setter or deleter, the best first."""
    thing = parts[1:] if len(parts) > 1 and parts[0] == "get" else parts
    if facts.accessor == "setter":
        yield f"set {phrases.noun(thing)}"
        return
    if facts.accessor == "deleter":
        yield f"delete {phrases.noun(thing)}"
        return
    owner = " ".join(words.split(facts.owner.name)) if facts.owner else ""
    subject = f"the {owner}" if owner else "it"
    clause = predicates.asked(parts, subject)
    boolean = facts.returns is not None and "bool" in (
        facts.returns.annotation,
        facts.returns.implied,
    )
    if clause:
        yield f"whether {clause}"
    elif boolean and parts and words.is_adjective(parts[-1]):
        if len(parts) == 1:
            yield f"whether {subject} is {parts[0]}"
        else:
            yield f"whether {phrases.noun(parts[:-1])} is {parts[-1]}"
    if owner and 0 < len(thing) < 3:
        yield f"{phrases.noun(thing)} of the {owner}"
    yield phrases.noun(thing) if thing else None

"""Summaries of functions: one imperative sentence from name, kind, decorators and return."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    acts,
    conventions,
    dunders,
    nouns,
    predicates,
    properties,
    prose,
    words,
)
from docstring_lsp.source.facts import FunctionFacts


def summary(facts: FunctionFacts) -> str:
    """Return the summary of a function, method or property."""
    found = prose.shortest_fit(_candidates(facts))
    return found or _fallback(facts)


def _fallback(facts: FunctionFacts) -> str:
    if facts.accessor == "getter":
        return "A value of the instance."
    if facts.returns is not None:
        return "Return the result."
    if facts.yields is not None:
        return "Yield the results."
    return "Act as the name says."


def _candidates(facts: FunctionFacts) -> Iterator[str | None]:
    parts = words.split(facts.name)
    if (
        facts.is_async
        and parts
        and not dunders.is_dunder(facts.name)
        and parts[0][0] == "a"
        and words.verb(parts[0][1:])
    ):
        plain = (parts[0][1:], *parts[1:])
        yield from (f"{phrase} asynchronously" for phrase in acts.of_function(facts, plain))
    if facts.accessor is not None:
        yield from properties.candidates(facts, parts)
    if dunders.is_dunder(facts.name):
        yield dunders.summary(facts)
        yield f"implement `{facts.name}`"
    if not parts:
        yield f"Run `{facts.name}`"
        return
    if facts.is_test:
        yield from conventions.of_test(parts, facts.name)
    if _asks(facts):
        clause = predicates.clause(facts, parts)
        if clause:
            yield f"return whether {clause}"
    yield from conventions.of_function(facts, parts)
    for phrase in acts.of_function(facts, parts):
        yield from _decorated(facts, phrase)
    yield from nouns.of_function(facts, parts)


def _asks(facts: FunctionFacts) -> bool:
    return facts.returns is not None or facts.is_stub or facts.is_abstract


def _decorated(facts: FunctionFacts, phrase: str) -> Iterator[str]:
    if facts.is_context_manager:
        yield f"{phrase} {nouns.WITH_BLOCK}"
    yield phrase

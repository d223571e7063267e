"""Summaries of functions: one imperative sentence from name, kind, decorators and return."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    acts,
    conventions,
    dunders,
    lexicon,
    phrases,
    predicates,
    properties,
    prose,
    words,
)
from docstring_lsp.source.facts import FunctionFacts

_WITH_BLOCK = "for the duration of a `with` block"


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
    yield from _noun_first(facts, parts)


def _asks(facts: FunctionFacts) -> bool:
    return facts.returns is not None or facts.is_stub or facts.is_abstract


def _decorated(facts: FunctionFacts, phrase: str) -> Iterator[str]:
    if facts.is_context_manager:
        yield f"{phrase} {_WITH_BLOCK}"
    yield phrase


def _noun_first(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str | None]:
    thing = phrases.noun(parts)
    target = phrases.acted_on(facts.parameters)
    if len(parts) == 1 and parts[0].endswith("ed") and target and len(target) > 2:
        thing = phrases.noun((*parts, *words.split(target)))
    if parts[0] in lexicon.PREPOSITIONS:
        thing = f"the result {thing}" if len(parts) > 1 else f"the result of `{facts.name}`"
    if facts.is_context_manager:
        if all(map(words.is_adjective, parts)) and facts.binding == "instance" and facts.owner:
            instance = phrases.instance(facts.owner.name)
            yield f"keep {instance} {words.spoken(parts)} {_WITH_BLOCK}"
        yield f"provide {thing} {_WITH_BLOCK}"
        yield f"provide {thing}"
    if facts.is_fixture:
        yield f"provide {thing}"
    alone = phrases.stands_alone(parts)
    if facts.yields is not None:
        yield "yield the results" if alone else f"yield {thing}"
    if facts.returns is not None and "bool" in (facts.returns.annotation, facts.returns.implied):
        last = parts[-1]
        if len(parts) > 1 and last.endswith("ed") and words.is_adjective(last):
            yield f"return whether {phrases.noun(parts[:-1])} {last}"
        yield f"return the answer of `{facts.name}`"
    if facts.returns is not None or facts.is_stub:
        if alone and not (target and thing.endswith(words.spoken(words.split(target)))):
            yield f"return the result of `{facts.name}`"
        yield f"return {thing}"
        yield f"return {phrases.noun(parts[:3])}"
    quoted = prose.code(facts.name)
    if len(facts.calls) == 1 and (callee := prose.code(facts.calls[0])):
        yield f"call {callee}"
    yield f"run {quoted}" if quoted else None

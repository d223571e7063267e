"""Functions named by a noun: what a name without a verb says that the function does."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    instances,
    lexicon,
    objects,
    phrases,
    prose,
    tables,
    words,
)
from docstring_lsp.source.facts import FunctionFacts

WITH_BLOCK = "for the duration of a `with` block"


def of_function(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str | None]:
    """Yield the summaries of a function whose name has no verb, the best first."""
    thing = _thing(facts, parts)
    if facts.is_context_manager:
        yield from _managing(facts, parts, thing)
    if facts.is_fixture:
        yield f"provide {thing}"
    if facts.yields is not None:
        thingless = phrases.stands_alone(parts) or phrases.is_act(parts[-1]) or "`" in thing
        yield "yield the results" if thingless else f"yield {thing}"
    if facts.returns is not None:
        yield from _returning(facts, parts, thing)
    elif facts.is_stub and len(parts) > 1 and parts[-1] in _HAPPENED:
        yield f"handle {thing}" if phrases.is_thing(parts[-2]) else None
    raised = [prose.code(each.exception) for each in facts.raises if each.always]
    if len(facts.calls) < 2 and raised and raised[0]:
        yield f"raise {raised[0]}"
    elif len(facts.calls) == 1 and (callee := prose.code(facts.calls[0])):
        yield f"call {callee}"
    quoted = prose.code(facts.name)
    yield f"run {quoted}" if quoted else None


_HAPPENED = tables.listed(
    """
    received lost made closed opened added removed changed created deleted finished started ended
    failed connected disconnected updated loaded selected clicked
    """
)


def _thing(facts: FunctionFacts, parts: phrases.Words) -> str:
    if parts[0] in lexicon.PREPOSITIONS:
        return f"the result {phrases.noun(parts)}" if len(parts) > 1 else _result(facts)
    if len(parts) > 1 and parts[0].endswith("ed") and parts[1] in lexicon.PREPOSITIONS:
        given = objects.acted_on(facts.parameters)
        if given and words.is_adjective(parts[0]) and len(given) > 2:
            return f"{phrases.noun(words.split(given))} {words.spoken(phrases.expand(parts))}"
    if len(parts) > 1 and parts[-1] == "for":
        given = objects.acted_on(facts.parameters)
        if given and len(given) > 2:
            return f"{phrases.noun(parts[:-1])} for {phrases.noun(words.split(given))}"
    target = _described(facts, parts)
    return phrases.noun((*parts, *words.split(target))) if target else phrases.noun(parts)


def _described(facts: FunctionFacts, parts: phrases.Words) -> str | None:
    """Return the parameter that a lone participle describes, as in ``reversed(items)``."""
    target = objects.acted_on(facts.parameters)
    lone = len(parts) == 1 and parts[0].endswith("ed") and words.is_adjective(parts[0])
    return target if lone and target and len(target) > 2 else None


def _result(facts: FunctionFacts) -> str:
    return f"the result of `{facts.name}`"


def _managing(facts: FunctionFacts, parts: phrases.Words, thing: str) -> Iterator[str | None]:
    described = phrases.stands_alone(parts) or parts[0] in ("no", "not")
    if described and facts.binding == "instance" and facts.owner is not None:
        instance = instances.instance(facts.owner.name)
        yield f"keep {instance} {words.spoken(parts)} {WITH_BLOCK}"
    if described or parts[0] in lexicon.PREPOSITIONS:
        yield f"run a `with` block under `{facts.name}`"
    yield f"provide {thing} {WITH_BLOCK}"
    yield f"provide {thing}"


def is_agent(facts: FunctionFacts, parts: phrases.Words) -> bool:
    """Return whether a function does what its name says that somebody does: ``int_validator``.

    One of the name that is not given what it would work on, or that gives a function or an
    object of the name, makes the agent instead.
    """
    returns = facts.returns
    if parts[-1] not in _AGENTS or returns is None or phrases.opening_verb(parts) is not None:
        return False
    if not facts.parameters:
        return False
    given = {p.name for p in facts.parameters}
    made = (returns.annotation or "").lower()
    if "callable" in made or parts[-1] in made or "factory" in parts:
        return False
    return not any(
        (value.isidentifier() and value not in given and returns.annotation is None)
        or value.startswith("lambda")
        or parts[-1] in value.partition("(")[0].lower()
        for value in returns.values
    )


_AGENTS = tables.listed(
    """
    callback closure converter decorator deserializer formatter func function getter handler hook
    inner listener method predicate resolver serializer setter validator visitor wrapped wrapper
    """
)


def _returning(facts: FunctionFacts, parts: phrases.Words, thing: str) -> Iterator[str | None]:
    last = parts[-1]
    hanging = last in lexicon.PREPOSITIONS and " for " not in thing
    asking = parts[0] in lexicon.ASKING
    if (len(parts) > 1 and (hanging or asking)) or is_agent(facts, parts):
        yield f"return {_result(facts)}"
    describes = len(parts) > 1 and words.is_adjective(last) and last not in lexicon.NOUNS
    returns = facts.returns
    if returns is not None and "bool" in (returns.annotation, returns.implied):
        if describes and last.endswith("ed"):
            yield f"return whether {phrases.noun(parts[:-1])} {last}"
        yield f"return {_result(facts)}"
    coined = len(parts) == 1 and not words.is_known(last.lower())
    coined = (
        coined or phrases.is_act(last) or (len(parts) > 1 and last in ("get", "set", "put", "post"))
    )
    alone = phrases.stands_alone(parts)
    if (describes or coined or alone) and not _described(facts, parts):
        yield f"return {_result(facts)}"
    yield f"return {thing}"
    yield f"return {phrases.noun(parts[:3])}"

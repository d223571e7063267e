"""Names with a settled meaning: tests, hooks, visitors, converters, creation from something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docstring_lsp.providers.adapters.static import (
    instances,
    lexicon,
    phrases,
    prose,
    tables,
    verbs,
    words,
)
from docstring_lsp.source.facts import FunctionFacts


def of_function(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str]:
    """Yield the summaries that conventions give a function's name, the best first."""
    if facts.name in _BY_NAME:
        yield _BY_NAME[facts.name]
    if facts.name == "tell" and facts.returns is not None and not facts.parameters:
        yield "return the position"
    if facts.owner is not None and facts.owner.kind == "function":
        yield from _wrapping(facts)
    rest = parts[1:]
    if rest and parts[0] in _BY_FIRST_WORD:
        told = _BY_FIRST_WORD[parts[0]](facts, parts[0], rest)
        if told:
            yield told
    yield from _conversion(parts)


def _wrapping(facts: FunctionFacts) -> Iterator[str]:
    """Yield what the functions of a decorator do."""
    name = facts.name.strip("_")
    if name in ("decorator", "decorate") and len(facts.parameters) == 1:
        yield f"decorate {_first_parameter(facts)}"
    if (
        words.split(name)[-1:]
        and words.split(name)[-1] in _WRAPPERS
        and facts.parameters
        and facts.parameters[0].label != "self"
    ):
        values = facts.returns.values if facts.returns is not None else ()
        called = values[0].partition("(")[0].removeprefix("await ") if len(values) == 1 else ""
        if called.isidentifier() and called in facts.calls:
            yield f"call {prose.code(called)}"
        yield f"run {prose.code(facts.name)}"


_WRAPPERS = tables.listed("inner wrapper wrapped wrap decorated")


def of_test(parts: phrases.Words, name: str) -> Iterator[str]:
    """Yield summaries of a test from the words of its name, the best first."""
    rest = parts[1:] if parts[0] == "test" else parts
    if not rest:
        yield "run the test"
        return
    if len(rest) > 1 and words.third_person(rest[0]):
        yield f"check that it {words.spoken(phrases.expand(rest))}"
    if any(word in _FINITE for word in rest[1:-1]):
        yield f"test that {words.spoken(phrases.expand(rest))}"
    verbal = len(rest) > 2 and words.verb(rest[0]) and phrases.is_act(rest[1])
    asks = rest[0] in _QUESTIONS or rest[-1] in ("is", "has", "does", "can", "are")
    if verbal or asks or not all(map(words.is_word, phrases.expand(rest))):
        yield f"test `{re.sub('^test_?', '', name) or name}`"
    opened = phrases.opening_verb(rest, returns=True, bare=rest[0] not in verbs.ALSO_NOUNS)
    if opened and rest[-1] not in lexicon.PREPOSITIONS:
        yield f"test {phrases.action(phrases.gerund(opened[0]), opened[1])}"
    yield f"test {phrases.noun(rest, '')}"


_QUESTIONS = lexicon.PREPOSITIONS | {"is", "has", "can", "does", "should", "are", "was"}
_FINITE = tables.listed(
    """
    is are was were does do did has have had can cannot could should must will raises returns works
    fails accepts rejects ignores handles keeps produces gives becomes equals contains uses supports
    """
)


_BY_NAME = {
    "main": "run the program",
    "setUp": "set up each test",
    "tearDown": "clean up after each test",
    "asyncSetUp": "set up each test",
    "asyncTearDown": "clean up after each test",
    "setUpClass": "set up before the first test of the class",
    "tearDownClass": "clean up after the last test of the class",
    "setUpModule": "set up before the first test of the module",
    "tearDownModule": "clean up after the last test of the module",
    "setup_method": "set up each test",
    "teardown_method": "clean up after each test",
}


def _creation(facts: FunctionFacts, _first: str, rest: phrases.Words) -> str | None:
    if facts.binding not in ("class", "static"):
        return None
    quoted = prose.code(facts.owner.name) if facts.owner else None
    made = words.with_article(quoted) if quoted else "an instance"
    return f"create {made} from {phrases.noun(rest, 'a')}"


def _turning(facts: FunctionFacts, first: str, rest: phrases.Words) -> str | None:
    given = [p.name for p in facts.parameters if p.default is None]
    if facts.binding == "function" and given and given[0] in _CALLABLES:
        return None
    about_value = bool(given) and given[0] in _VALUES
    if facts.binding == "instance" and facts.owner is not None and not about_value:
        thing = instances.instance(facts.owner.name)
    else:
        thing = _first_parameter(facts)
    if first == "as":
        return f"return {thing} as {phrases.noun(rest, 'a')}"
    return f"convert {thing} to {phrases.noun(rest, 'a')}"


_CALLABLES = tables.listed("func fn function callback callable coro f")
_VALUES = tables.listed("value val obj object data text string s v x item element number")


def _first_parameter(facts: FunctionFacts) -> str:
    for parameter in facts.parameters[:1]:
        spelt = words.split(parameter.name)
        if spelt and len(parameter.name) > 2:
            return phrases.noun(spelt)
        return prose.code(parameter.name) or "a value"
    return "a value"


def _around(_facts: FunctionFacts, first: str, rest: phrases.Words) -> str:
    return f"run {first} {phrases.noun(rest)}"


def _event(facts: FunctionFacts, _first: str, rest: phrases.Words) -> str | None:
    return f"handle {phrases.noun(rest)}" if facts.returns is None else None


def _node(facts: FunctionFacts, first: str, _rest: phrases.Words) -> str | None:
    _, _, kind = facts.name.partition("_")
    quoted = prose.code(kind) if kind[:1].isupper() else None
    return f"{first} {words.with_article(quoted)} node" if quoted else None


def _novelty(_facts: FunctionFacts, _first: str, rest: phrases.Words) -> str:
    several = words.is_plural(phrases.expand(rest)[-1])
    return f"create {'' if several else 'a '}new {phrases.noun(rest, '')}"


_BY_FIRST_WORD: dict[str, Callable[[FunctionFacts, str, phrases.Words], str | None]] = {
    **dict.fromkeys(("from", "of"), _creation),
    **dict.fromkeys(("to", "as", "into"), _turning),
    **dict.fromkeys(("before", "after"), _around),
    **dict.fromkeys(("on", "handle"), _event),
    **dict.fromkeys(("visit", "leave", "depart"), _node),
    "new": _novelty,
}


def _conversion(parts: phrases.Words) -> Iterator[str]:
    """Yield what ``dict_to_list`` and ``list_from_dict`` convert to what."""
    for middle in ("to", "from"):
        collected = len(parts) == 3 and parts[0] in ("list", "set", "map")
        if middle in parts[1:-1] and (collected or phrases.opening_verb(parts) is None):
            at = parts.index(middle, 1)
            left, right = parts[:at], parts[at + 1 :]
            source, target = (left, right) if middle == "to" else (right, left)
            yield f"convert {phrases.noun(source, 'a')} to {phrases.noun(target, 'a')}"

"""Summaries of functions: one imperative sentence from name, kind, decorators and return."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    dunders,
    lexicon,
    parameters,
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
        yield from _test(parts)
    if _asks(facts):
        clause = predicates.clause(facts, parts)
        if clause:
            yield f"return whether {clause}"
    yield from _special(facts, parts)
    for phrase in _verb_first(facts, parts):
        yield from _decorated(facts, phrase)
    closed = phrases.closing_verb(parts)
    if closed is not None:
        yield from _decorated(facts, phrases.action(*closed))
    yield from _noun_first(facts, parts)


def _asks(facts: FunctionFacts) -> bool:
    return facts.returns is not None or facts.is_stub or facts.is_abstract


def _decorated(facts: FunctionFacts, phrase: str) -> Iterator[str]:
    if facts.is_context_manager:
        yield f"{phrase} {_WITH_BLOCK}"
    yield phrase


def _test(parts: phrases.Words) -> Iterator[str]:
    rest = parts[1:] if parts[0] == "test" else parts
    if not rest:
        yield "run the test"
        return
    if words.third_person(rest[0]):
        yield f"check that it {' '.join(phrases.expand(rest))}"
    if any(word in _FINITE for word in rest[1:-1]):
        yield f"test that {' '.join(phrases.expand(rest))}"
    opened = phrases.opening_verb(rest, returns=True)
    if opened:
        yield f"test {phrases.action(_gerund(opened[0]), opened[1])}"
    yield f"test {phrases.noun(rest, '')}"


_FINITE = lexicon.listed(
    """
    is are was were does do did has have had can cannot could should must will raises returns works
    fails accepts rejects ignores handles keeps produces gives becomes equals contains uses supports
    """
)


def _gerund(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{words.gerund(first)} {rest}".strip()


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


def _special(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str]:
    first, rest = parts[0], parts[1:]
    owner = owner_noun(facts)
    if facts.name in _BY_NAME:
        yield _BY_NAME[facts.name]
    if first in ("from", "of") and rest and facts.binding in ("class", "static"):
        yield f"create {_owner_code(facts)} from {phrases.noun(rest, 'a')}"
    if first in ("to", "as", "into") and rest:
        thing = (
            f"the {owner}" if facts.binding == "instance" else _first_parameter(facts, "a value")
        )
        preposition = "as" if first == "as" else "to"
        verb = "return" if first == "as" else "convert"
        yield f"{verb} {thing} {preposition} {phrases.noun(rest, 'a')}"
    for middle in ("to", "from"):
        if middle in parts[1:-1] and phrases.opening_verb(parts) is None:
            at = parts.index(middle, 1)
            left, right = parts[:at], parts[at + 1 :]
            source, target = (left, right) if middle == "to" else (right, left)
            yield f"convert {phrases.noun(source, 'a')} to {phrases.noun(target, 'a')}"
    if first in ("before", "after") and rest:
        yield f"run {first} {phrases.noun(rest)}"
    if first in ("on", "handle") and rest and facts.returns is None:
        yield f"handle {phrases.noun(rest, 'the')}"
    if (
        first in ("visit", "leave", "depart")
        and rest
        and facts.name.rpartition("_")[2][:1].isupper()
    ):
        quoted = prose.code(facts.name.split("_", 1)[1])
        yield f"{first} {words.with_article(quoted)} node" if quoted else ""
    if first == "new" and rest:
        yield f"create a new {phrases.noun(rest, '')}"


def _verb_first(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str]:
    if len(parts) > 1 and parts[0] in _MANNERS:
        manner = _MANNERS[parts[0]]
        opened = phrases.opening_verb(parts[1:])
        if opened is not None and opened[1]:
            yield manner.format(phrases.action(*opened))
        elif opened is not None:
            yield from map(manner.format, _bare(facts, opened[0]))
    opened = phrases.opening_verb(
        parts, returns=facts.returns is not None, bare=not facts.parameters
    )
    if opened is None:
        return
    verb, rest = opened
    if verb in ("get", "return") and rest:
        verb = "yield" if facts.yields and not facts.is_context_manager else "return"
    if verb == "do" and rest:
        inner = phrases.opening_verb(rest, returns=False)
        verb, rest = inner or ("perform", rest)
    if not rest or (len(rest) == 1 and rest[0] in ("to", "with", "from", "by", "as", "for", "of")):
        yield from _bare(facts, verb)
        return
    yield phrases.action(verb, rest)
    if len(rest) > 2:
        yield phrases.action(verb, rest[:2])


_MANNERS = {
    "maybe": "{} if needed",
    "safe": "{} safely",
    "async": "{} asynchronously",
    "try": "try to {}",
    "lazy": "{} lazily",
    "quick": "{} quickly",
    "pretty": "{} in a readable form",
    "deep": "{} deeply",
    "bulk": "{} in bulk",
    "auto": "{} automatically",
    "fast": "{} fast",
    "internal": "{} internally",
}


def _bare(facts: FunctionFacts, verb: str) -> Iterator[str]:
    target = phrases.acted_on(facts.parameters)
    shown = "return" if verb == "get" else verb
    if target and not (facts.binding == "instance" and verb in _OF_OWNER):
        with_object = phrases.WITH_PREPOSITION.get(shown, shown)
        noun = parameters.name(target)
        if noun is not None and "`" not in noun:
            if verb in phrases.CREATE:
                noun = phrases.noun(words.split(target), "a")
            yield f"{with_object} {noun}"
        yield f"{with_object} `{target}`"
    if facts.binding == "instance" and facts.owner is not None:
        acted_on = verb in _OF_OWNER or not _is_agent(facts.owner.name)
        yield (
            f"{shown} the {owner_noun(facts)}"
            if acted_on
            else f"{shown} for the {owner_noun(facts)}"
        )
    yield verb if verb != "get" else "return the value"


def _is_agent(name: str) -> bool:
    """Return whether a class is one that acts, rather than one that is acted on."""
    last = (words.split(name) or ("",))[-1]
    return last.endswith(("er", "or")) and last not in _NO_AGENTS


_NO_AGENTS = lexicon.listed("""
    user order number buffer header folder member letter paper layer character parameter pointer
    container counter timer error vector color cursor sensor tensor operator factor server cluster
    identifier placeholder other filter register marker border footer author customer
    """)
_OF_OWNER = lexicon.listed("""
    acquire activate cancel clear close configure connect copy deactivate destroy disable disconnect
    dispose enable finalize finish flush freeze initialize join kill lock open pause prepare refresh
    release reload reset restart resume rewind run shutdown start stop suspend terminate unlock
    """) | {"clean up", "set up", "tear down", "shut down"}


def _noun_first(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str | None]:
    thing = phrases.noun(parts)
    if parts[0] in lexicon.PREPOSITIONS:
        thing = f"the result {thing}" if len(parts) > 1 else f"the result of `{facts.name}`"
    if facts.is_context_manager:
        yield f"provide {thing} {_WITH_BLOCK}"
        yield f"provide {thing}"
    if facts.is_fixture:
        yield f"provide {thing}"
    if facts.yields is not None:
        yield f"yield {thing}"
    if facts.returns is not None and "bool" in (facts.returns.annotation, facts.returns.implied):
        yield f"check {thing}"
    if facts.returns is not None or facts.is_stub:
        yield f"return {thing}"
        yield f"return {phrases.noun(parts[:3])}"
    quoted = prose.code(facts.name)
    if len(facts.calls) == 1 and (callee := prose.code(facts.calls[0])):
        yield f"call {callee}"
    yield f"run {quoted}" if quoted else None


def owner_noun(facts: FunctionFacts) -> str:
    """Return what the instance of a method is called: the words of its class."""
    if facts.owner is None or facts.owner.kind != "class":
        return "instance"
    return phrases.instance(facts.owner.name).removeprefix("the ")


def _owner_code(facts: FunctionFacts) -> str:
    quoted = prose.code(facts.owner.name) if facts.owner else None
    return words.with_article(quoted) if quoted else "an instance"


def _first_parameter(facts: FunctionFacts, otherwise: str) -> str:
    for parameter in facts.parameters:
        spelt = words.split(parameter.name)
        if spelt and len(parameter.name) > 2:
            return phrases.noun(spelt)
        return prose.code(parameter.name) or otherwise
    return otherwise

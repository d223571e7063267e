"""Acts: the imperative that a function's name opens or closes with, and what it acts on."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import parameters, phrases, tables, types, words
from docstring_lsp.source.facts import FunctionFacts


def of_function(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str]:
    """Yield the acts that a function's name opens or closes with, the best first."""
    if len(parts) > 1 and parts[0] in _MANNERS:
        manner = _MANNERS[parts[0]]
        opened = phrases.opening_verb(parts[1:])
        if opened is not None and opened[1]:
            yield manner.format(phrases.action(*opened))
        elif opened is not None:
            yield from map(manner.format, _bare(facts, opened[0]))
    opened = phrases.opening_verb(
        parts,
        returns=facts.returns is not None,
        bare=phrases.is_bare(parts, facts.parameters),
    )
    if opened is not None:
        yield from _opened(facts, *opened)
    closed = phrases.closing_verb(parts)
    if closed is not None:
        yield phrases.action(*closed)


def _opened(facts: FunctionFacts, verb: str, rest: phrases.Words) -> Iterator[str]:
    if verb in ("get", "return") and rest:
        verb = "yield" if facts.yields and not facts.is_context_manager else "return"
    if verb == "do" and rest:
        inner = phrases.opening_verb(rest, returns=False)
        verb, rest = inner or ("perform", rest)
    if not rest or (len(rest) == 1 and rest[0] in _DANGLING):
        yield from _bare(facts, verb)
        return
    if len(rest) == 1 and phrases.is_state(rest[0]):
        yield from _into_state(facts, verb, rest[0])
    if len(rest) == 1 and (phrases.is_act(rest[0]) or phrases.are_both(verb, rest[0])):
        yield f"{verb} and {rest[0]}"
    yield phrases.action(verb, rest)
    if len(rest) > 2:
        yield phrases.action(verb, rest[:2])


_DANGLING = ("to", "with", "from", "by", "as", "for", "of")


def _into_state(facts: FunctionFacts, verb: str, state: str) -> Iterator[str]:
    """Yield what ``mark_closed`` and ``encode_compressed`` do, and to what."""
    target = phrases.acted_on(facts.parameters, verb)
    thing = parameters.name(target) if target else None
    if thing is None and not target and facts.owner is not None and facts.binding == "instance":
        thing = phrases.instance(facts.owner.name)
    handed = facts.yields or facts.returns
    kind = types.describe(handed.annotation).thing if handed is not None else ()
    if kind and not target:
        yield f"{verb} {phrases.noun((state, *kind[:-1], words.plural(kind[-1])))}"
    if thing is None or "`" in thing:
        return
    if verb in _STATES:
        yield _STATES[verb].format(thing=thing, state=state)
    elif target and verb not in ("return", "yield", "find", "fetch", "load"):
        yield phrases.action(verb, (state, *words.split(target)))


_STATES = {
    "ensure": "ensure that {thing} is {state}",
    "assert": "assert that {thing} is {state}",
    "check": "check that {thing} is {state}",
    "mark": "mark {thing} as {state}",
    "make": "make {thing} {state}",
}


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


LOOKUPS = frozenset({"get", "find", "fetch", "look up", "retrieve", "pop"})
"""Verbs that take a key and give what is kept under it."""


def _bare(facts: FunctionFacts, verb: str) -> Iterator[str]:
    """Yield what a lone verb acts on: a parameter, else the instance."""
    target = phrases.acted_on(facts.parameters, verb)
    noun = parameters.name(target) if target else None
    shown = "return" if verb == "get" else verb
    if verb in LOOKUPS and noun is not None and target in phrases.PLACES:
        kind = types.describe(facts.returns.annotation).thing if facts.returns else ()
        yield f"{shown} {phrases.noun(kind or ('value',))} for {noun}"
    verb = shown
    if target == verb:
        return
    if target and not (facts.binding == "instance" and verb in _OF_OWNER):
        with_object = phrases.WITH_PREPOSITION.get(verb, verb)
        if noun is not None and "`" not in noun:
            created = verb in phrases.CREATE
            yield f"{with_object} {phrases.noun(words.split(target), 'a') if created else noun}"
        yield f"{with_object} `{target}`"
    if facts.binding == "instance" and facts.owner is not None:
        instance = phrases.instance(facts.owner.name)
        if verb in _OF_OWNER:
            yield f"{verb} {instance}"
        elif _is_agent(facts.owner.name):
            yield f"{verb} for {instance}"
        else:
            yield f"{phrases.WITH_PREPOSITION.get(verb, verb)} {instance}"
    yield verb if verb != "return" else "return the value"


def _is_agent(name: str) -> bool:
    """Return whether a class is one that acts, rather than one that is acted on."""
    last = (words.split(name) or ("",))[-1]
    return last.endswith(("er", "or")) and last not in _NO_AGENTS


_NO_AGENTS = tables.listed("""
    user order number buffer header folder member letter paper layer character parameter pointer
    container counter timer error vector color cursor sensor tensor operator factor server cluster
    identifier placeholder other filter register marker border footer author customer
    """)
_OF_OWNER = tables.listed("""
    acquire activate cancel clear close configure connect copy deactivate destroy disable disconnect
    exit fit quit
    dispose enable finalize finish flush freeze initialize join kill lock open pause prepare refresh
    release reload reset restart resume rewind run shutdown start stop suspend terminate unlock
    """) | {"clean up", "set up", "tear down", "shut down"}

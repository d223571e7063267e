"""Acts: the imperative that a function's name opens or closes with, and what it acts on."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    instances,
    lexicon,
    naming,
    objects,
    phrases,
    prose,
    tables,
    types,
    verbs,
    words,
)
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
            yield manner.format(opened[0])
    opened = phrases.opening_verb(
        parts,
        returns=facts.returns is not None,
        bare=objects.is_bare(parts, facts.parameters),
    )
    if opened is not None:
        yield from _opened(facts, *opened)
    closed = phrases.closing_verb(parts)
    if closed is not None:
        yield phrases.action(*closed)


def _opened(facts: FunctionFacts, verb: str, rest: phrases.Words) -> Iterator[str]:
    if verb in ("get", "return") and rest:
        verb = _handing(facts)
    if verb == "do" and rest and rest[0] in lexicon.NEVER_ARTICLE:
        yield f"do {phrases.noun(rest)}"
        return
    if rest == ("or", "None"):
        yield f"{verb} the value, or None"
        return
    if len(rest) == 2 and rest[0] in ("or", "and") and words.verb(rest[1]):
        yield from (
            phrase.replace(verb, f"{verb} {rest[0]} {rest[1]}", 1) for phrase in _bare(facts, verb)
        )
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


def _handing(facts: FunctionFacts) -> str:
    """Return what ``get`` does, which need not hand anything back."""
    if facts.yields and not facts.is_context_manager:
        return "yield"
    given = facts.returns or facts.yields or facts.accessor
    return "return" if given or facts.is_stub or facts.is_abstract else "get"


_DANGLING = ("to", "with", "from", "by", "as", "for", "of")


def _into_state(facts: FunctionFacts, verb: str, state: str) -> Iterator[str]:
    """Yield what ``mark_closed`` and ``encode_compressed`` do, and to what."""
    target = objects.acted_on(facts.parameters, verb)
    thing = naming.name(target) if target else None
    given = [p.name for p in facts.parameters if p.default is None and p.label == p.name]
    if verb in ("assert", "check", "ensure") and len(given) > 1:
        yield f"{verb} that `{given[0]}` and `{given[1]}` are {state}"
    if verb == "set" and facts.binding == "instance" and facts.owner is not None:
        yield f"set whether {instances.instance(facts.owner.name)} is {state}"
    if thing is None and not target and facts.owner is not None and facts.binding == "instance":
        thing = instances.instance(facts.owner.name)
    handed = facts.yields or facts.returns
    kind = types.describe(handed.annotation).thing if handed is not None else ()
    if kind and not target:
        yield f"{verb} {phrases.noun((state, *kind[:-1], words.plural(kind[-1])))}"
    if thing is None or "`" in thing:
        return
    if verb in _STATES:
        yield _STATES[verb].format(thing=thing, state=state)
    elif target and (words.is_plural(target) or verb not in _OF_ITS_OBJECT):
        yield phrases.action(verb, (state, *words.split(target)))


_OF_ITS_OBJECT = frozenset({"return", "yield", "find", "fetch", "load"})
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
    if facts.binding == "class" and verb in phrases.CREATE and facts.owner is not None:
        quoted = prose.code(facts.owner.name)
        yield f"{verb} {words.with_article(quoted)}" if quoted else f"{verb} an instance"
    target = objects.acted_on(facts.parameters, verb)
    noun = naming.name(target) if target else None
    link = _LINKS.get(verb)
    if (
        link
        and noun
        and target
        and words.split(target)[-1:]
        and words.split(target)[-1] in _SOURCES
    ):
        yield f"{verb} by name" if (link, target) == ("from", "name") else f"{verb} {link} {noun}"
    shown = _handing(facts) if verb == "get" else verb
    if verb in LOOKUPS and noun is not None and target in objects.PLACES:
        kind = types.describe(facts.returns.annotation).thing if facts.returns else ()
        yield f"{shown} {phrases.noun(kind or ('value',))} for {noun}"
    verb = shown
    if target == verb:
        return
    if target and not (facts.binding == "instance" and verb in _OF_OWNER):
        with_object = verbs.WITH_PREPOSITION.get(verb, verb)
        if noun is not None and "`" not in noun:
            created = verb in phrases.CREATE
            yield f"{with_object} {phrases.noun(words.split(target), 'a') if created else noun}"
        yield f"{with_object} `{target}`"
    if facts.binding == "instance" and facts.owner is not None:
        instance = instances.instance(facts.owner.name)
        if verb in _OF_OWNER:
            yield f"{verb} {instance}"
        elif verb in _OUT_OF_OWNER:
            yield f"{verb} from {instance}"
        elif _is_agent(facts.owner.name):
            yield f"{verb} for {instance}"
        else:
            yield f"{verbs.WITH_PREPOSITION.get(verb, verb)} {instance}"
    yield verb if verb != "return" else "return the value"


_SOURCES = tables.listed(
    "path filename file url dir directory stream fp fileobj folder buffer uri name"
)
_LINKS = dict.fromkeys(("load", "read", "import", "restore"), "from") | dict.fromkeys(
    ("save", "write", "dump", "export"), "to"
)


def _is_agent(name: str) -> bool:
    """Return whether a class is one that acts, rather than one that is acted on."""
    last = (words.split(name) or ("",))[-1]
    return last.endswith(("er", "or")) and last not in _NO_AGENTS


_NO_AGENTS = tables.listed("""
    user order number buffer header folder member letter paper layer character parameter pointer
    container counter timer error vector color cursor sensor tensor operator factor server cluster
    identifier placeholder other filter register marker border footer author customer
    """)
_OUT_OF_OWNER = frozenset({"receive", "peek", "pop"})
_OF_OWNER = tables.listed("""
    acquire activate cancel clear close configure connect copy deactivate destroy disable disconnect
    exit fit quit train update
    dispose enable finalize finish flush freeze initialize join kill lock open pause prepare refresh
    release reload reset restart resume rewind run shutdown start stop suspend terminate unlock
    """) | {"clean up", "set up", "tear down", "shut down"}

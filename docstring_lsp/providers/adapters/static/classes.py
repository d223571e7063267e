"""Summaries of classes: noun phrases by the kind of class, its fields and its methods."""

from __future__ import annotations

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
from docstring_lsp.source.facts import ClassFacts
from docstring_lsp.source.visibility import is_private

_MOST_SHOWN = 3
_NO_BASES = tables.listed("""
    object Generic Protocol ABC ABCMeta type TypedDict NamedTuple Enum Exception BaseException
    Warning BaseModel Model TestCase
    """)


def summary(facts: ClassFacts) -> str:
    """Return the summary of a class."""
    return prose.shortest_fit(_candidates(facts)) or "A class."


def _candidates(facts: ClassFacts) -> Iterator[str | None]:
    parts = words.split(facts.name)
    if not parts:
        yield f"the class {prose.code(facts.name) or 'itself'}"
        return
    if facts.is_test:
        rest = tuple(p for p in parts if p not in ("test", "tests", "case", "cases"))
        yield f"tests of {phrases.noun(rest)}" if rest else "tests"
    named_error = facts.bases and facts.name.endswith(("Error", "Exception"))
    kind = "exception" if facts.class_kind == "plain" and named_error else facts.class_kind
    yield from _KINDS.get(kind, _plain)(facts, parts)
    yield _thing(parts, facts.name)
    yield f"the class {prose.code(facts.name)}"


def _thing(parts: phrases.Words, name: str) -> str:
    if not instances.names_a_thing(parts):
        return f"the class {prose.code(name) or 'of that name'}"
    if words.is_plural(phrases.expand(parts)[-1]) or words.is_adjective(parts[-1]):
        return phrases.noun(parts)
    return phrases.noun(parts, "a")


def _exception(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    last = parts[-1]
    if last == "warning" or any(base.endswith("Warning") for base in facts.bases):
        named = parts[:-1] if last == "warning" else parts
        if not lexicon.PREPOSITIONS.isdisjoint(named):
            yield f"the category of warnings {prose.code(facts.name) or ''}"
        yield f"the category of {phrases.noun((*named, 'warnings'), '')}"
        return
    named = parts[:-1] if last in ("error", "errors", "exception", "err") else parts
    if not named or named == ("base",):
        yield (
            f"the base class of the errors of {prose.code(facts.module)}" if facts.module else None
        )
        yield "the base class of errors"
        return
    yield _happening(named)
    thing = named if phrases.expand(named)[-1] in ("failure", "fault") else (*named, "error")
    yield f"raised for {phrases.noun(thing, 'a')}"


def _happening(named: phrases.Words) -> str | None:
    """Return when an exception is raised, where its name says so: ``TimeoutExceeded``."""
    full = phrases.expand(named)
    *thing, last = full
    if last == "not":
        return None
    if len(full) >= 4 and full[-2] == "not" and full[-3] in ("does", "do"):
        return f"raised when {_one(full[:-3])} {full[-3]} not {last}"
    if len(full) >= 2 and full[-2] == "not":
        subject = f"{_one(tuple(thing[:-1]))}" if thing[:-1] else "something"
        return f"raised when {subject} {_is(thing[:-1])} not {last}"
    if full[0] in _BEFORE_NOUN and len(full) > 1:
        return f"raised for {phrases.noun(named, 'a')}"
    if full[0] in ("no", "too"):
        return f"raised when there {'are' if words.is_plural(last) else 'is'} {words.spoken(full)}"
    if len(full) > 2 and full[-2] in ("is", "are"):
        del thing[-1]
    if thing and words.is_adjective(last):
        return f"raised when {_one(tuple(thing))} {_is(thing)} {last}"
    if not thing and phrases.is_only_adjective(last):
        return f"raised when something is {last}"
    if len(full) == 1 and words.verb(last) and last not in verbs.ALSO_NOUNS | lexicon.NOUNS:
        return f"raised when {words.gerund(last)} fails"
    return None


_BEFORE_NOUN = tables.listed("""
    invalid missing unknown unsupported unexpected duplicate bad illegal malformed empty ambiguous
    incompatible undefined unresolved expired broken incomplete unhandled
    """)


def _one(thing: phrases.Words) -> str:
    return phrases.noun(thing, "a")


def _is(thing: list[str] | phrases.Words) -> str:
    return "are" if thing and words.is_plural(thing[-1]) else "is"


def _enum(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    members = [a.name for a in facts.attributes if a.kind == "member" and not is_private(a.name)]
    flags = any(base.rpartition(".")[2] in ("Flag", "IntFlag") for base in facts.bases)
    thing = _thing(parts, facts.name)
    if flags and parts[-1] in ("flag", "flags"):
        yield f"a set of {phrases.noun((*parts[:-1], 'flags'), '')}"
    if flags:
        yield f"flags: {phrases.noun((*parts[:-1], words.plural(parts[-1])), '')}"
    elif 1 < len(members) <= 4:
        yield f"{thing}: {prose.codes(members, 'or')}"
    if len(members) > 1:
        yield f"one of {len(members)} {phrases.noun((*parts[:-1], words.plural(parts[-1])), '')}"
    yield f"an enumeration of {phrases.noun((*parts[:-1], words.plural(parts[-1])), '')}"


def _record(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    fields = [a.name for a in facts.attributes if a.kind == "field" and not a.name.startswith("_")]
    thing = _thing(parts, facts.name)
    if fields:
        yield from _listed(f"{thing} with", fields, "field")
    elif facts.parameters:
        yield from _listed(f"{thing} with", [p.name for p in facts.parameters], "field")
    yield from _based(facts, thing)


def _typed_dict(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    keys = [a.name for a in facts.attributes if a.kind == "field"]
    if keys:
        yield from _listed(f"{_thing(parts, facts.name)} as a dictionary with", keys, "key")
    yield f"{_thing(parts, facts.name)} as a dictionary"


def _protocol(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    offered = _public(facts.methods) or [a.name for a in facts.attributes]
    if not offered:
        offered = [name for name in facts.methods if name not in ("__init__", "__subclasshook__")]
    yield from _listed("the protocol of objects that have", offered, "member")
    yield f"the protocol of {phrases.noun((*parts[:-1], words.plural(parts[-1])), '')}"


def _abstract(_facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    kept = tuple(p for p in parts if p not in ("abstract", "base", "abc"))
    if not kept:
        yield "an abstract base class"
        return
    many = phrases.noun((*kept[:-1], words.plural(phrases.expand(kept[-1:])[-1])), "")
    yield f"the abstract base class of {many}"


def _plain(facts: ClassFacts, parts: phrases.Words) -> Iterator[str | None]:
    thing = _thing(parts, facts.name)
    if words.is_plural(phrases.expand(parts)[-1]):
        thing = f"the class {prose.code(facts.name)}"
    methods = _public(facts.methods)
    if parts[-1] == "mixin":
        adds = methods or [m for m in facts.methods if m != "__init__"]
        yield from _listed("a mixin that adds", adds, "method")
    if parts[0] == "base" and len(parts) > 1:
        last = words.plural(phrases.expand(parts[-1:])[-1])
        yield f"the base class of {phrases.noun((*parts[1:-1], last), '')}"
    if any(base.rpartition(".")[2] == "type" for base in facts.bases):
        yield f"a metaclass{f' that offers {prose.codes(methods)}' if 0 < len(methods) < 4 else ''}"
    yield from _based(facts, thing)
    given = [p.label for p in facts.parameters if p.default is None and p.label == p.name]
    if given and len(given) <= _MOST_SHOWN:
        yield f"{thing} made from {prose.codes(given)}"
    if methods:
        yield from _listed(f"{thing} that offers", methods, "method")


def _based(facts: ClassFacts, thing: str) -> Iterator[str | None]:
    bases = [b for b in facts.bases if b.split("[")[0].rpartition(".")[2] not in _NO_BASES]
    if bases:
        yield f"{thing} based on {prose.codes(bases)}" if len(bases) < 3 else None
        yield (
            f"{thing} based on {prose.code(bases[0]) or 'another class'}"
            if len(bases) == 1
            else None
        )


def _listed(opening: str, names: list[str], kind: str) -> Iterator[str | None]:
    if not names:
        return
    if len(names) <= _MOST_SHOWN:
        yield f"{opening} {prose.codes(names)}"
    first = prose.code(names[0])
    if first and len(names) > 2:
        more = len(names) - 2
        noun = kind if more == 1 else f"{kind}s"
        yield f"{opening} {first}, {prose.code(names[1]) or 'another'}, and {more} more {noun}"
    if len(names) > 1:
        yield f"{opening} {len(names)} {kind}s"
    elif first:
        yield f"{opening} one {kind}"


def _public(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if not name.startswith("_")]


_KINDS: dict[str, Callable[[ClassFacts, phrases.Words], Iterator[str | None]]] = {
    "exception": _exception,
    "enum": _enum,
    "dataclass": _record,
    "attrs": _record,
    "pydantic": _record,
    "namedtuple": _record,
    "typeddict": _typed_dict,
    "protocol": _protocol,
    "abstract": _abstract,
}

"""Questions in words: names such as ``is_valid`` become clauses that follow "whether"."""

from __future__ import annotations

import re
from collections.abc import Callable

from docstring_lsp.providers.adapters.static import (
    instances,
    lexicon,
    phrases,
    spelling,
    tables,
    verbs,
    words,
)
from docstring_lsp.source.facts import FunctionFacts

_BOOLEAN = ("bool", "TypeGuard", "TypeIs", "_TypeGuard")


def clause(facts: FunctionFacts, parts: phrases.Words) -> str | None:
    """Return the clause that a function's name asks, or None if it asks nothing."""
    returns = facts.returns
    if not parts:
        return None
    if returns is not None and returns.annotation is not None:
        if not _is_boolean(returns.annotation):
            return None
        boolean = True
    else:
        boolean = returns is not None and returns.implied == "bool"
    subject = _subject(facts, parts)
    found = asked(parts, subject, boolean=boolean)
    if found is not None:
        found = _completed(found, facts, subject)
    if found is None and boolean:
        return _said_of(facts, parts, subject)
    return found


def _is_boolean(annotation: str) -> bool:
    base = annotation.strip("'\"").split("[")[0].rpartition(".")[2]
    return base in _BOOLEAN or "bool" in annotation


def _said_of(facts: FunctionFacts, parts: phrases.Words, subject: str) -> str | None:
    """Return what a boolean function without a verb says of the one thing it is given."""
    given = [p for p in facts.parameters if p.default is None]
    if len(given) > 1 or (not given and facts.binding != "instance"):
        return None
    if facts.name == "main" or any(p.label != p.name for p in given):
        return None
    if phrases.opening_verb(parts) or set(parts) & (lexicon.PREPOSITIONS - {"not"}):
        return None
    full = phrases.expand(parts)
    negated = "not " if full[0] == "not" else ""
    rest = full[1:] if negated else full
    if not rest or "it" in (subject, rest[0]):
        return None
    if all(words.is_adjective(word) for word in rest):
        return f"{subject} is {negated}{words.spoken(rest)}"
    if words.is_plural(rest[-1]) or words.is_adjective(rest[-1]) or not given:
        return None
    if rest[-1] not in lexicon.NOUNS:
        return None
    return f"{subject} is {negated}{phrases.noun(rest, 'a')}"


def asked(parts: phrases.Words, subject: str, *, boolean: bool = True) -> str | None:
    """Return the clause that the words of a name ask about a subject, or None.

    Args:
        parts: The words of the name.
        subject: What it asks about.
        boolean: Whether its answer is known to be a boolean: ``views_count`` asks nothing.
    """
    asking = verbs.STATES if boolean else _SURELY_ASKING
    if len(parts) < 2:
        base = words.third_person(parts[0]) if parts else None
        return f"{subject} {parts[0]}" if base in asking else None
    first, rest = parts[0], parts[1:]
    for openings, writer in _OPENINGS:
        if first in openings:
            return _agreeing(writer(first, rest, subject), subject)
    base = words.third_person(first)
    if (base in asking or (boolean and base)) and "is" not in rest:
        return _agreeing(f"{subject} {first} {phrases.noun(rest, 'a')}", subject)
    for at in range(1, len(parts) - 1):
        if parts[at] in ("is", "has"):
            thing = phrases.noun(parts[:at])
            told = (_is if parts[at] == "is" else _has)(parts[at], parts[at + 1 :], thing)
            return _agreeing(told, thing)
    if boolean and words.verb(first) is None:
        for at in range(1, len(parts) - 1):
            base = words.third_person(parts[at])
            if base and base not in verbs.ALSO_NOUNS:
                after = phrases.noun(parts[at + 1 :], "a")
                return f"{phrases.noun(parts[:at])} {parts[at]} {after}"
    stated = parts[-1] in ("exists", "matches", "contains", "differs", "belongs")
    if stated and not phrases.is_act(first):
        return f"{phrases.noun(parts[:-1])} {parts[-1]}"
    return None


def _agreeing(clause: str, subject: str) -> str:
    """Return a clause whose verb is in the number of its subject."""
    if not words.is_plural(subject.rpartition(" ")[2]):
        return clause
    for one, many in (("is", "are"), ("was", "were"), ("has", "have")):
        if clause.startswith(f"{subject} {one} "):
            return f"{subject} {many} {clause.removeprefix(f'{subject} {one} ')}"
    verb = clause.removeprefix(f"{subject} ").partition(" ")[0]
    base = words.third_person(verb) if clause.startswith(f"{subject} ") else None
    return f"{subject} {base}{clause.removeprefix(f'{subject} {verb}')}" if base else clause


_SURELY_ASKING = tables.listed(
    "accept allow belong contain depend differ equal exist include inherit need require support"
)


def _modal(first: str, rest: phrases.Words, subject: str) -> str:
    return f"{subject} {first} {_after_modal(rest)}"


def _should(first: str, rest: phrases.Words, subject: str) -> str:
    if first != "should" and (rest[0] in lexicon.NOUNS or rest[0] in verbs.ALSO_NOUNS):
        return f"{subject} needs {phrases.noun(rest, 'a')}"
    if first != "should" and words.verb(rest[0]):
        return f"{subject} needs to {phrases.action(rest[0], rest[1:])}"
    if words.verb(rest[0]):
        return f"to {phrases.action(rest[0], rest[1:])}"
    if first == "should":
        return _modal(first, rest, subject)
    return f"{subject} needs {phrases.noun(rest, 'a')}"


def _after_modal(rest: phrases.Words) -> str:
    if words.verb(rest[0]):
        return phrases.action(rest[0], rest[1:])
    return f"be {words.spoken(rest)}" if words.is_adjective(rest[0]) else words.spoken(rest)


def _is(first: str, rest: phrases.Words, subject: str) -> str:
    full = phrases.expand(rest)
    last = full[-1]
    if len(full) > 1 and words.is_adjective(last) and full[0] not in ("not", "in", "a", "an"):
        if words.is_adjective(full[0]):
            return f"{subject} {first} {words.spoken(full)}"
        return (
            f"{phrases.noun(rest[:-1])} {first if not words.is_plural(full[-2]) else 'are'} {last}"
        )
    if (
        (words.is_adjective(full[0]) and len(full) == 1)
        or full[0] in lexicon.PREPOSITIONS
        or full[0] in ("a", "an", "the")
    ):
        return f"{subject} {first} {words.spoken(full)}"
    if len(full) > 1 and words.is_adjective(full[0]) and full[1] in lexicon.PREPOSITIONS:
        return f"{subject} {first} {words.spoken(full)}"
    if len(full) == 1 and last.endswith("ing"):
        return f"{subject} {first} {last}"
    plain = phrases.is_thing(last) or last in spelling.SPELT
    if len(full) == 1 and not plain and words.is_word(last) and _DESCRIBES.search(last):
        return f"{subject} {first} {last}"
    if len(full) == 1 and not plain and not last.endswith(("er", "or", "ist")):
        return f"{subject} {first} {last if words.is_plural(last) else f'`{last}`'}"
    return f"{subject} {first} {phrases.noun(rest, 'a')}"


_DESCRIBES = re.compile(r"(?<!^.)(?:al|ic|ar|ian|ary|ent|ant|ite|ish|ile|id|ine|ete)$")
"""How words end that tell what something is like, where they are no nouns of the lexicon."""


def _has(_first: str, rest: phrases.Words, subject: str) -> str:
    if rest[0] == "been":
        return f"{subject} has {words.spoken(rest)}"
    if len(rest) == 1 and rest[0].endswith("ed") and words.is_adjective(rest[0]):
        return f"{subject} has {rest[0]}"
    return f"{subject} has {phrases.noun(rest, 'a')}"


_OPENINGS: tuple[tuple[frozenset[str], Callable[[str, phrases.Words, str], str]], ...] = (
    (frozenset({"is", "are", "was", "were"}), _is),
    (frozenset({"has", "have", "had"}), _has),
    (frozenset({"can", "could", "may", "might", "must", "will", "does", "did"}), _modal),
    (frozenset({"should", "need", "needs"}), _should),
)


def _completed(clause: str, facts: FunctionFacts, subject: str) -> str | None:
    """Return a clause with the object that its last word asks for."""
    last = clause.rpartition(" ")[2]
    if last not in _ASK_FOR_OBJECT and last not in lexicon.PREPOSITIONS:
        return clause
    for parameter in facts.parameters:
        spelt = words.split(parameter.name)
        noun = phrases.noun(spelt) if len(parameter.name) > 2 else f"`{parameter.name}`"
        if noun != subject and parameter.label == parameter.name:
            return f"{clause} {_OTHERS.get(noun, noun)}"
    return clause if last not in lexicon.PREPOSITIONS else clause.rpartition(" ")[0]


_RELATING = lexicon.PREPOSITIONS | {"equal"}
_OTHERS = {"the other": "another"}
_ASK_FOR_OBJECT = frozenset({"equals", "equal", "matches", "match", "contains", "contain"})


def _subject(facts: FunctionFacts, parts: phrases.Words) -> str:
    required = [p for p in facts.parameters if p.default is None]
    of_itself = not required or parts[0] not in ("is", "are", "was") or parts[-1] in _RELATING
    if facts.binding == "instance" and of_itself and facts.owner is not None:
        return instances.instance(facts.owner.name)
    for parameter in required[:1]:
        spelt = words.split(parameter.name)
        if spelt and len(parameter.name) > 2 and parameter.label == parameter.name:
            return phrases.noun(spelt)
        return f"`{parameter.name}`"
    return "it"

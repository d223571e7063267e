"""Questions in words: names such as ``is_valid`` become clauses that follow "whether"."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import lexicon, phrases, words
from docstring_lsp.source.facts import FunctionFacts

_BOOLEAN = ("bool", "TypeGuard", "TypeIs", "_TypeGuard")


def clause(facts: FunctionFacts, parts: phrases.Words) -> str | None:
    """Return the clause that a function's name asks, or None if it asks nothing."""
    annotation = facts.returns.annotation if facts.returns is not None else None
    if annotation is not None and not _is_boolean(annotation):
        return None
    return asked(parts, _subject(facts))


def _is_boolean(annotation: str) -> bool:
    return (
        annotation.strip("'\"").rpartition(".")[2].split("[")[0] in _BOOLEAN or "bool" in annotation
    )


def asked(parts: phrases.Words, subject: str) -> str | None:
    """Return the clause that the words of a name ask about a subject, or None."""
    if len(parts) < 2:
        base = words.third_person(parts[0]) if parts else None
        return f"{subject} {parts[0]}" if base in lexicon.STATES else None
    first, rest = parts[0], parts[1:]
    if first in ("is", "are", "was", "were"):
        return _is(first, rest, subject)
    if first in ("has", "have", "had"):
        return _has(rest, subject)
    if first in ("can", "could", "may", "might", "must", "will"):
        return f"{subject} {first} {_after_modal(rest)}"
    if first in ("should", "need", "needs") and words.verb(rest[0]):
        return f"to {phrases.action(rest[0], rest[1:])}"
    if first in ("does", "do", "did") and words.verb(rest[0]) and first != "do":
        return f"{subject} {first} {_after_modal(rest)}"
    if words.third_person(first):
        return f"{subject} {first} {phrases.noun(rest, 'a')}"
    if (
        words.third_person(parts[-1]) in lexicon.STATES
        and parts[-1] not in lexicon.EXPANSIONS
        and parts[-1] in ("exists", "matches", "contains", "differs", "belongs")
    ):
        return f"{phrases.noun(parts[:-1])} {parts[-1]}"
    return None


def _after_modal(rest: phrases.Words) -> str:
    if words.verb(rest[0]):
        return phrases.action(rest[0], rest[1:])
    return "be " + " ".join(rest) if words.is_adjective(rest[0]) else " ".join(rest)


def _is(first: str, rest: phrases.Words, subject: str) -> str:
    full = phrases.expand(rest)
    last = full[-1]
    if len(full) > 1 and words.is_adjective(last) and full[0] not in ("not", "in", "a", "an"):
        if words.is_adjective(full[0]):
            return f"{subject} {first} {' '.join(full)}"
        return (
            f"{phrases.noun(rest[:-1])} {first if not words.is_plural(full[-2]) else 'are'} {last}"
        )
    if (
        (words.is_adjective(full[0]) and len(full) == 1)
        or full[0] in lexicon.PREPOSITIONS
        or full[0] in ("a", "an", "the")
    ):
        return f"{subject} {first} {' '.join(full)}"
    if len(full) > 1 and words.is_adjective(full[0]) and full[1] in lexicon.PREPOSITIONS:
        return f"{subject} {first} {' '.join(full)}"
    if len(full) == 1 and last.endswith("ing"):
        return f"{subject} {first} {last}"
    return f"{subject} {first} {phrases.noun(rest, 'a')}"


def _has(rest: phrases.Words, subject: str) -> str:
    if len(rest) == 1 and rest[0].endswith("ed") and words.is_adjective(rest[0]):
        return f"{subject} has {rest[0]}"
    return f"{subject} has {phrases.noun(rest, 'a')}"


def _subject(facts: FunctionFacts) -> str:
    if facts.binding == "instance" and not facts.parameters and facts.owner is not None:
        name = " ".join(words.split(facts.owner.name))
        return f"the {name}" if name else "it"
    for parameter in facts.parameters[:1]:
        spelt = words.split(parameter.name)
        if spelt and len(parameter.name) > 2 and parameter.label == parameter.name:
            return phrases.noun(spelt)
        return f"`{parameter.name}`"
    return "it"

"""Yields and receives in words: from annotation, values and name."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import (
    lexicon,
    naming,
    phrases,
    prose,
    types,
    words,
)
from docstring_lsp.source.facts import FunctionFacts


def yielded(facts: FunctionFacts) -> str:
    """Return what is yielded, or an empty string where nothing is."""
    given = facts.yields
    if given is None:
        return ""
    return prose.sentence(_yielded(facts)) or "The next value."


def _yielded(facts: FunctionFacts) -> str:
    given = facts.yields
    values = [value for value in given.values if value] if given else []
    if values == ["self"]:
        return "the instance itself"
    if values in ([], ["None"]):
        return "nothing; the `with` block runs meanwhile" if facts.is_context_manager else "None"
    found = types.describe(given.annotation if given else None)
    parts = words.split(facts.name)
    opened = phrases.opening_verb(parts)
    subject = opened[1] if opened else parts
    plural = (
        bool(subject) and words.is_plural(subject[-1]) and not set(subject) & lexicon.PREPOSITIONS
    )
    if facts.is_context_manager or facts.is_fixture:
        if opened is None and parts and not words.is_adjective(parts[-1]):
            return phrases.noun(parts)
        return found.one or "the value for the block"
    if plural:
        one = (*subject[:-1], words.singular(subject[-1]))
        return f"the next {phrases.noun(one, '')}"
    return found.one or "the next value"


def received(facts: FunctionFacts) -> str:
    """Return what is sent, or an empty string where nothing is."""
    given = facts.receives
    if given is None:
        return ""
    if given.name and given.name not in _SENT and (noun := naming.name(given.name)):
        return prose.sentence(noun)
    found = types.describe(given.annotation).one
    return prose.sentence(found) if found else "The value that is sent."


_SENT = frozenset({"sent", "received", "got", "given"})
"""Names that say of what is sent only that it is."""

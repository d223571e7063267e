"""Instances: what an object of a class is called, where the class's name is a noun."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import lexicon, phrases, verbs, words


def instance(class_name: str) -> str:
    """Return what an instance of a class is called: ``the file reader``."""
    parts = words.split(class_name)
    if len(parts) > 1 and parts[0] in ("a", "an", "the"):
        parts = parts[1:]
    if len(class_name.strip("_")) < 3 or not names_a_thing(parts):
        return "the instance"
    said = phrases.expand(parts)
    return "the instance" if words.is_plural(said[-1]) else f"the {words.spoken(said)}"


def names_a_thing(parts: phrases.Words) -> bool:
    """Return whether the words of a class's name are a noun phrase: ``HasKeys`` is none."""
    if not parts or not all(map(words.is_word, phrases.expand(parts))):
        return False
    if (
        phrases.is_only_adjective(phrases.expand(parts)[-1])
        or parts[-1] in phrases.ADVERBS
        or parts[-1] in lexicon.NEVER_ARTICLE
    ):
        return False
    if len(parts) == 1:
        return True
    first, last = parts[0], phrases.expand(parts)[-1]
    if words.verb(first) and not lexicon.PREPOSITIONS.isdisjoint(parts):
        return False
    if first in lexicon.PREPOSITIONS:
        return False
    if first in lexicon.ASKING or last in lexicon.PREPOSITIONS or last in lexicon.NEVER_ARTICLE:
        return False
    plain = first in lexicon.NOUNS or first in verbs.ALSO_NOUNS or words.is_adjective(first)
    return plain or words.verb(first) is None or last in lexicon.COMPOUND_HEADS

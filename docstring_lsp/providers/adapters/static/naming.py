"""Names of values as noun phrases: ``n_jobs``, ``include_dirs``, ``names_sorted``."""

from __future__ import annotations

import re

from docstring_lsp.providers.adapters.static import (
    lexicon,
    phrases,
    tables,
    verbs,
    words,
)


def name(identifier: str, *, given: bool = True) -> str | None:
    """Return the noun phrase that a name is, or None if it is none.

    Args:
        identifier: The name of a parameter or of an attribute.
        given: Whether it is that of a parameter, so that ``include_dirs`` may name what is
            given to be included.
    """
    parts = words.split(identifier)
    counted = _COUNTED.fullmatch(identifier)
    if counted and words.is_known(words.singular(counted[1])) and not words.is_known(identifier):
        return f"the number of {phrases.noun(words.split(counted[1]), '')}"
    bare = identifier.strip("_")
    if not parts or len(bare) < 3 or (len(bare) < 5 and any(c.isdigit() for c in bare)):
        full = phrases.expand(parts)
        if full == parts:
            return None
    if parts[0] in ("in", "out") and len(parts) > 1:
        parts = (f"{parts[0]}put", *parts[1:])
    if parts[-1] == "no" and len(parts) > 1 and phrases.is_thing(parts[-2]):
        parts = (*parts[:-1], "number")
    settled = _ITERATIONS.get(parts)
    if settled:
        return settled
    for prefix, phrase in _COUNTS.items():
        if parts[0] == prefix and len(parts) > 1:
            if not lexicon.PREPOSITIONS.isdisjoint(parts) or "no" in parts:
                return f"the value of `{identifier}`"
            many = (*parts[1:-1], words.plural(phrases.expand(parts[-1:])[-1]))
            return f"{phrase} {phrases.noun(many, '')}"
    acted = _acted(parts) if given else None
    if acted:
        return acted
    if (
        _is_unnamable(parts)
        or parts[0] in _NO_NOUN
        or _is_no_noun(parts[0], parts[-1], alone=len(parts) == 1)
    ):
        return f"the value of `{identifier}`"
    noun = _SETTLED.get(parts) or phrases.noun(parts)
    return f"the {noun}" if noun.isupper() else noun  # "the JSON", as a thing that is handed over


def _acted(parts: phrases.Words) -> str | None:
    """Return what ``include_dirs`` names: what is acted on, where the act is surely one."""
    if len(parts) < 2 or not phrases.is_act(parts[0]) or not set(parts).isdisjoint(_LINKS):
        return None
    if parts[0] in _SWITCHES:
        return None
    if not words.is_plural(phrases.expand(parts)[-1]):
        return None
    return f"{phrases.noun(parts[1:])} to {parts[0]}"


_SWITCHES = tables.listed("use allow enable disable return show store ensure require permit")
_LINKS = lexicon.PREPOSITIONS | lexicon.NEVER_ARTICLE


def _is_unnamable(parts: phrases.Words) -> bool:
    """Return whether no noun phrase can be made of words: ``n_all``, ``requires_checks``."""
    last = parts[-1]
    if len(parts) > 1 and (last in lexicon.NEVER_ARTICLE or last in lexicon.PREPOSITIONS):
        return True
    if len(parts) > 1 and (parts[0] in lexicon.ASKING or parts[0] in ("no", "not", "without")):
        return True
    if len(parts) < 2 or not words.is_adjective(last) or last in lexicon.NOUNS:
        return False
    return not phrases.is_thing(parts[-2])


def _is_no_noun(word: str, last: str, *, alone: bool) -> bool:
    if alone and (words.is_adjective(word) or word in _NEVER_NAMES):
        return word not in lexicon.NOUNS
    if word not in verbs.VERBS or word in lexicon.NOUNS | verbs.ALSO_NOUNS:
        return False
    return alone or not (last in lexicon.COMPOUND_HEADS or words.is_adjective(word))


_NEVER_NAMES = lexicon.PREPOSITIONS | lexicon.NEVER_ARTICLE | {"out"}
_SETTLED: dict[phrases.Words, str] = {("other",): "the other object", ("self",): "the instance"}
_ITERATIONS: dict[phrases.Words, str] = {
    ("max", "iter"): "the maximum number of iterations",
    ("n", "iter"): "the number of iterations",
    ("num", "iter"): "the number of iterations",
    ("iter",): "the iterator",
}
_COUNTED = re.compile(r"n_?([a-z]{3,}s)")
_COUNTS = {"num": "the number of", "n": "the number of", "nb": "the number of"}
_NO_NOUN = frozenset(
    {
        "from",
        "to",
        "by",
        "at",
        "after",
        "before",
        "on",
        "in",
        "for",
        "with",
        "until",
        "since",
        "if",
        "as",
        "via",
        "not",
        "and",
        "or",
    }
)

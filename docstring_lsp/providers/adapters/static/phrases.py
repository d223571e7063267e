"""Phrases from the words of a name: noun phrases and imperative verb phrases; knows no facts."""

from __future__ import annotations

from functools import lru_cache

from docstring_lsp.providers.adapters.static import lexicon, words

Words = tuple[str, ...]

CREATE = frozenset(
    {"create", "make", "build", "generate", "add", "insert", "append", "register", "spawn", "draw"}
)
"""Verbs that bring something new about, so that it takes ``a``."""
_NOUN_AFTER = frozenset({"from", "into", "in", "on", "with", "as", "without", "to", "using", "via"})


def expand(parts: Words) -> Words:
    """Return the words with abbreviations written out."""
    expanded: list[str] = []
    for at, part in enumerate(parts):
        said = lexicon.EXPANSIONS.get(part)
        if said is None and at < len(parts) - 1:
            said = lexicon.EXPANSIONS_IN_FRONT.get(part)
        expanded.extend((said or part).split())
    return tuple(expanded)


@lru_cache(maxsize=8192)
def noun(parts: Words, determiner: str = "the") -> str:
    """Return the words as a noun phrase.

    Args:
        parts: The words, as `words.split` gives them.
        determiner: ``the``, ``a`` (left out before plurals and mass nouns) or nothing.
    """
    full = expand(parts)
    if not full:
        return ""
    head, tail = _cut(full)
    if not head:
        return _prepositional(tail).strip()
    return (_determined(head, determiner) + _prepositional(tail)).strip()


def _cut(full: Words) -> tuple[Words, Words]:
    at = next((i for i, word in enumerate(full) if word in lexicon.PREPOSITIONS), len(full))
    if at == len(full) - 1:  # a preposition that ends the name is no preposition
        at = len(full)
    return full[:at], full[at:]


def _determined(head: Words, determiner: str) -> str:
    text = " ".join(head)
    if not determiner or head[0] in lexicon.NEVER_ARTICLE:
        return text
    if determiner == "a":
        if _takes_no_article(head):
            return text
        return words.with_article(text)
    return f"{determiner} {text}"


def _takes_no_article(head: Words) -> bool:
    last = head[-1]
    return words.is_plural(last) or last in lexicon.UNCOUNTABLE


def _prepositional(tail: Words) -> str:
    if not tail:
        return ""
    preposition, rest = tail[0], tail[1:]
    if not rest:
        return f" {preposition}"
    head, more = _cut(rest)
    if not head:
        return f" {preposition}{_prepositional(more)}"
    if preposition in _NOUN_AFTER and not words.is_adjective(head[-1]):
        return f" {preposition} {_determined(head, 'a')}{_prepositional(more)}"
    if preposition in {
        "of",
        "for",
        "at",
        "before",
        "after",
        "inside",
        "under",
        "between",
        "behind",
    } and not words.is_adjective(head[-1]):
        return f" {preposition} {_determined(head, 'the' if not _takes_no_article(head) else '')}{_prepositional(more)}"
    return f" {preposition} {' '.join(head)}{_prepositional(more)}"


@lru_cache(maxsize=8192)
def opening_verb(
    parts: Words, *, returns: bool = True, bare: bool = False
) -> tuple[str, Words] | None:
    """Return the imperative a name opens with and the words after it, or None.

    Args:
        parts: The words of the name.
        returns: Whether the function gives a value: a lone ``count`` is then a noun.
        bare: Whether it takes no parameters: ``process_id`` that returns is then a noun.
    """
    if not parts:
        return None
    if len(parts) > 1 and f"{parts[0]} {parts[1]}" in lexicon.PHRASAL:
        return f"{parts[0]} {parts[1]}", parts[2:]
    first = words.verb(parts[0])
    if first is None:
        return None
    if returns and parts[0] in lexicon.ALSO_NOUNS:
        alone = len(parts) == 1 or parts[1] in lexicon.PREPOSITIONS
        if (alone and parts[0] in lexicon.RATHER_NOUNS) or (bare and not alone):
            return None
    return first, parts[1:]


@lru_cache(maxsize=8192)
def action(verb: str, rest: Words) -> str:
    """Return an imperative phrase: ``parse the HTTP header``."""
    if not rest:
        return verb
    if rest[0] in lexicon.PREPOSITIONS:
        return verb + _prepositional(rest)
    if len(rest) == 1 and rest[0] in {
        "async",
        "again",
        "once",
        "forever",
        "later",
        "now",
        "only",
        "inplace",
        "recursive",
        "recursively",
        "next",
        "safely",
        "nowait",
    }:
        return f"{verb} {_ADVERBS.get(rest[0], rest[0])}"
    return f"{verb} {noun(rest, 'a' if verb.split()[0] in CREATE else 'the')}"


_ADVERBS = {
    "async": "asynchronously", "inplace": "in place", "recursive": "recursively",
    "next": "the next one", "only": "only", "nowait": "without waiting",
}  # fmt: skip


def closing_verb(parts: Words) -> tuple[str, Words] | None:
    """Return the imperative a name ends with and its object, as in ``header_encode``, or None."""
    if len(parts) < 2 or set(parts) & lexicon.PREPOSITIONS or words.verb(parts[0]):
        return None
    last = parts[-1]
    if last not in lexicon.VERBS or last in lexicon.ALSO_NOUNS or last in lexicon.NOUNS:
        return None
    return last, parts[:-1]

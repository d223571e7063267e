"""Phrases from the words of a name: noun phrases and imperative verb phrases; knows no facts."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from functools import lru_cache

from docstring_lsp.providers.adapters.static import lexicon, verbs, words
from docstring_lsp.source.facts import Parameter

Words = tuple[str, ...]
NOTHING: Words = ()

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
    if head[0] in _ARTICLES and len(head) > 1:
        head, determiner = head[1:], ("the" if head[0] == "the" else "a") if determiner else ""
    return (_determined(head, determiner) + _prepositional(tail)).strip()


_ARTICLES = ("a", "an", "the")


def _cut(full: Words) -> tuple[Words, Words]:
    at = next((i for i, word in enumerate(full) if word in lexicon.PREPOSITIONS), len(full))
    if at == len(full) - 1:  # a preposition that ends the name is no preposition
        at = len(full)
    return full[:at], full[at:]


def _determined(head: Words, determiner: str) -> str:
    text = " ".join(head)
    if head[-1] in _STAND_FOR_ONE and determiner:
        text += " one"
    if head == ("self",):
        return "itself"
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


_THE_AFTER = lexicon.listed("of for at before after inside under between behind")
_STAND_FOR_ONE = lexicon.listed("first last next previous current same")


def _prepositional(tail: Words) -> str:
    if not tail:
        return ""
    preposition, rest = tail[0], tail[1:]
    if not rest:
        return f" {preposition}"
    head, more = _cut(rest)
    if not head:
        return f" {preposition}{_prepositional(more)}"
    after = _prepositional(more)
    if not words.is_adjective(head[-1]):
        if preposition in _NOUN_AFTER:
            return f" {preposition} {_determined(head, 'a')}{after}"
        if preposition in _THE_AFTER:
            article = "" if _takes_no_article(head) else "the"
            return f" {preposition} {_determined(head, article)}{after}"
    return f" {preposition} {' '.join(head)}{after}"


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
    if len(parts) > 1 and f"{parts[0]} {parts[1]}" in verbs.PHRASAL:
        return f"{parts[0]} {parts[1]}", parts[2:]
    first = words.verb(parts[0])
    if first is None:
        return None
    if returns and parts[0] in verbs.ALSO_NOUNS:
        alone = len(parts) == 1 or parts[1] in lexicon.PREPOSITIONS - {"by"}
        compound = bare and parts[-1].lower() in lexicon.COMPOUND_HEADS
        if (alone and parts[0] in verbs.RATHER_NOUNS) or (compound and not alone):
            return None
    return first, parts[1:]


@lru_cache(maxsize=8192)
def action(verb: str, rest: Words) -> str:
    """Return an imperative phrase: ``parse the HTTP header``."""
    if not rest:
        return verb
    if rest[0] in lexicon.PREPOSITIONS:
        if len(rest) > 1:
            return verb + _prepositional(rest)
        return f"{verb} `{rest[0]}`" if keyword.iskeyword(rest[0]) else f"{verb} {rest[0]}"
    if len(rest) == 1 and rest[0] in ADVERBS:
        return f"{verb} {ADVERBS[rest[0]]}"
    verb = _ALWAYS_WITH.get(verb, verb)
    return f"{verb} {noun(rest, 'a' if verb.split()[0] in CREATE else 'the')}"


ADVERBS = {
    "async": "asynchronously", "inplace": "in place", "recursive": "recursively",
    "next": "the next one", "nowait": "without waiting", "again": "again", "once": "once",
    "forever": "forever", "later": "later", "now": "now", "recursively": "recursively",
    "safely": "safely",
}  # fmt: skip


def closing_verb(parts: Words) -> tuple[str, Words] | None:
    """Return the imperative a name ends with and its object, as in ``header_encode``, or None."""
    if len(parts) < 2 or set(parts) & lexicon.PREPOSITIONS or words.verb(parts[0]):
        return None
    last = parts[-1]
    if last not in verbs.VERBS or last in verbs.ALSO_NOUNS or last in lexicon.NOUNS:
        return None
    return last, parts[:-1]


WITH_PREPOSITION = {
    "warn": "warn with", "wait": "wait for", "sleep": "sleep for", "listen": "listen to",
    "look": "look for", "respond": "respond to", "reply": "reply to", "subscribe": "subscribe to",
    "connect": "connect to", "disconnect": "disconnect from", "complain": "complain about",
    "iterate": "iterate over", "depend": "depend on", "react": "react to", "focus": "focus on",
    "fail": "fail with", "exit": "exit with", "play": "play",
}  # fmt: skip
"""Verbs whose object follows a preposition."""

_ALWAYS_WITH = {
    verb: WITH_PREPOSITION[verb]
    for verb in ("wait", "listen", "sleep", "respond", "reply", "react")
} | {
    f"{word}ing": f"{word}ing {link}"
    for word, link in (("wait", "for"), ("listen", "to"), ("sleep", "for"), ("respond", "to"))
}
"""Those of them that never take an object otherwise, in both their forms."""

PLACES = lexicon.listed(
    "name key level index number id idx fd position pos tag n i status code kind type"
)


def acted_on(parameters: Iterable[Parameter]) -> str | None:
    """Return the name of the parameter that a lone verb acts on, or None.

    The first that must be given, but the value where the first only names its place, as in
    ``set(key, value)`` and wherever one is stored under the other.
    """
    required = [p for p in parameters if p.default is None and p.label == p.name]
    if not required:
        return None
    first, *others = required
    for other in others:
        if any(u.kind == "stored" and f"[{first.name}]" in u.detail for u in other.uses):
            return other.name
    if first.name in PLACES:
        return next((p.name for p in others if p.name not in PLACES), first.name)
    return first.name


def instance(class_name: str) -> str:
    """Return what an instance of a class is called: ``the file reader``."""
    parts = words.split(class_name)
    if len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    if len(class_name.strip("_")) < 3 or not parts:
        return "the instance"
    return f"the {' '.join(parts)}"


def gerund(verb: str) -> str:
    """Return the ``-ing`` form of a verb of one or more words."""
    first, _, rest = verb.partition(" ")
    return f"{words.gerund(first)} {rest}".strip()


def is_state(word: str) -> bool:
    """Return whether a word says what something is like or what goes on with it."""
    if word in lexicon.NOUNS:
        return False
    return words.is_adjective(word) or (word.endswith("ing") and words.is_known(word))


def is_act(word: str) -> bool:
    """Return whether a word is a verb and nothing else."""
    nouns = lexicon.NOUNS | verbs.ALSO_NOUNS
    return word in verbs.VERBS and word not in nouns and not words.is_adjective(word)

"""Phrases from the words of a name: noun phrases and imperative verb phrases; knows no facts."""

from __future__ import annotations

import keyword
from functools import lru_cache

from docstring_lsp.providers.adapters.static import lexicon, plurals, spelling, tables, verbs, words

Words = tuple[str, ...]
NOTHING: Words = ()

CREATE = frozenset(
    {"create", "make", "build", "generate", "add", "insert", "append", "register", "spawn", "draw"}
)
"""Verbs that bring something new about, so that it takes ``a``."""
_NOUN_AFTER = frozenset({"from", "into", "in", "on", "with", "as", "without", "to", "using", "via"})


def expand(parts: Words) -> Words:
    """Return the words with abbreviations written out."""
    if "min" in parts[:-1] and parts[parts.index("min") + 1] == "max":
        at = parts.index("min")
        parts = (*parts[:at], "min-max", *parts[at + 2 :])
    expanded: list[str] = []
    for at, part in enumerate(parts):
        said = spelling.EXPANSIONS.get(part)
        if said is not None and part in spelling.AMBIGUOUS_IN_FRONT and at < len(parts) - 1:
            said = None
        if said is None and at < len(parts) - 1:
            said = spelling.EXPANSIONS_IN_FRONT.get(part)
        if said is not None and said == "".join(parts[at + 1 : at + 2]):
            said = None  # `auth_authentication` is no authentication authentication
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
    if parts[0] in _COUNTING and len(full) > 1 and words.is_plural(full[-1]):
        return _counted(expand(parts[1:]), determiner)
    if full[-1] in ("out", "in") and len(full) > 2:
        full = full[:-1]  # `get_feature_names_out`
    head, tail = _cut(full)
    if len(head) > 1 and is_only_adjective(head[-1]) and is_thing(head[-2]):
        head = (head[-1], *head[:-1])  # `tags_available` are the available tags
    if not head:
        return _prepositional(tail).strip()
    if len(tail) == 2 and tail[0] == "to" and _is_done_to(head, tail[1]):
        return f"{_determined(head, determiner)} to {tail[1]}"
    if head[0] in _ARTICLES and len(head) > 1:
        head, determiner = head[1:], ("the" if head[0] == "the" else "a") if determiner else ""
    return (_determined(head, determiner) + _prepositional(tail)).strip()


_RATHER_VERBS = tables.listed("import load fetch extract split merge print download upload")
_RATHER_ADJECTIVES = tables.listed(
    "abstract complete correct direct free lower perfect present separate secure"
)
_NOUNS_TOO = tables.listed(
    "login logout lookup checkout cleanup backup rollback setup shutdown teardown"
)
_COUNTING = frozenset({"n", "num", "nb"})


def _counted(full: Words, determiner: str) -> str:
    opening = "number of" if not determiner else "the number of"
    return f"{opening} {words.spoken(full)}"


_ARTICLES = ("a", "an", "the")


def _cut(full: Words) -> tuple[Words, Words]:
    at = next((i for i, word in enumerate(full) if word in lexicon.PREPOSITIONS), len(full))
    if at == len(full) - 1:  # a preposition that ends the name is no preposition
        at = len(full)
    return full[:at], full[at:]


def _determined(head: Words, determiner: str) -> str:
    text = words.spoken(head)
    alone = is_only_adjective(head[-1]) and all(map(words.is_adjective, head))
    if determiner and (head[-1] in _STAND_FOR_ONE or alone):
        text += " one"
    if head == ("self",):
        return "itself"
    if not determiner or head[0] in lexicon.NEVER_ARTICLE or _is_language(head):
        return text
    if determiner == "a":
        if _takes_no_article(head):
            return text
        return words.with_article(text)
    return f"{determiner} {text}"


def is_thing(word: str) -> bool:
    """Return whether a word is a noun of the lexicon, in either number."""
    known = word in lexicon.NOUNS or words.singular(word) in lexicon.NOUNS
    return known or (len(word) > 6 and word.endswith(lexicon.NOUN_ENDINGS))


def stands_alone(parts: Words) -> bool:
    """Return whether words only describe, and name no thing: ``implicit``, ``delegating``."""
    if parts[-1] in _STAND_FOR_ONE:
        return False
    return all(is_only_adjective(word) or is_state(word) for word in expand(parts))


def is_only_adjective(word: str) -> bool:
    """Return whether a word is an adjective and nothing else."""
    if not words.is_adjective(word) or word in lexicon.NOUNS or word in verbs.VERBS:
        return False
    return words.is_word(word) and not words.is_plural(word)


def _is_language(head: Words) -> bool:
    """Return whether words name a language, a format or a value: ``JSON``, ``None``."""
    return len(head) == 1 and head[0] in plurals.UNCOUNTABLE and not head[0].islower()


def _is_done_to(head: Words, last: str) -> bool:
    """Return whether ``columns_to_drop`` ends in what is done to them."""
    if last not in verbs.VERBS:
        return False
    return words.is_plural(head[-1]) or last not in lexicon.NOUNS | verbs.RATHER_NOUNS


_CASES = tables.listed("camel snake lower upper title kebab pascal")


def _takes_no_article(head: Words) -> bool:
    last = head[-1]
    if last == "case" and len(head) > 1 and head[-2] in _CASES:
        return True
    return words.is_plural(last) or last in plurals.UNCOUNTABLE


_THE_AFTER = tables.listed("of for at before after inside under between behind")
_STAND_FOR_ONE = tables.listed("first last next previous current same")


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
    if preposition == "to" and is_act(head[0]) and head[0] not in verbs.RATHER_NOUNS:
        return f" to {action(head[0], head[1:])}{after}"
    if not words.is_adjective(head[-1]):
        if preposition in _NOUN_AFTER:
            return f" {preposition} {_determined(head, 'a')}{after}"
        if preposition in _THE_AFTER:
            doing = len(head) == 1 and head[0].endswith("ing") and not is_thing(head[0])
            article = "" if doing or _takes_no_article(head) else "the"
            return f" {preposition} {_determined(head, article)}{after}"
    return f" {preposition} {words.spoken(head)}{after}"


@lru_cache(maxsize=8192)
def opening_verb(
    parts: Words, *, returns: bool = True, bare: bool = False
) -> tuple[str, Words] | None:
    """Return the imperative a name opens with and the words after it, or None.

    Args:
        parts: The words of the name.
        returns: Whether the function gives a value: a lone ``count`` is then a noun.
        bare: Whether no parameter is what the verb would act on: ``process_id`` that returns is
            then a noun.
    """
    if not parts:
        return None
    if len(parts) > 1 and f"{parts[0]} {parts[1]}" in verbs.PHRASAL:
        return f"{parts[0]} {parts[1]}", parts[2:]
    first = words.verb(parts[0])
    if parts[0] in _NOUNS_TOO and len(parts) == 2 and words.is_adjective(parts[1]):
        return None
    if first is None or (first == "log" and returns and len(parts) > 1):
        return None
    if returns and bare and first in _RATHER_ADJECTIVES and len(parts) > 1:
        return None
    if returns and parts[0] in verbs.ALSO_NOUNS:
        alone = len(parts) == 1 or parts[1] in lexicon.PREPOSITIONS - {"by"}
        compound = (
            bare
            and len(parts) < 4
            and parts[0] not in _RATHER_VERBS
            and parts[-1].lower() in lexicon.COMPOUND_HEADS
        )
        if (alone and parts[0] in verbs.RATHER_NOUNS) or (compound and not alone):
            return None
    return first, parts[1:]


@lru_cache(maxsize=8192)
def action(verb: str, rest: Words) -> str:
    """Return an imperative phrase: ``parse the HTTP header``."""
    if not rest:
        return verb
    if rest[0] in ("or", "and") and len(rest) > 1 and words.verb(rest[1]):
        return f"{verb} {rest[0]} {action(rest[1], rest[2:])}"
    if rest[0] in lexicon.PREPOSITIONS:
        if len(rest) > 1:
            return verb + _prepositional(rest)
        return f"{verb} `{rest[0]}`" if keyword.iskeyword(rest[0]) else f"{verb} {rest[0]}"
    if len(rest) == 1 and rest[0].endswith("ly") and not is_thing(rest[0]):
        return f"{verb} {rest[0]}"
    if rest[0] in _PARTICLES:
        return f"{verb} {rest[0]} {noun(rest[1:])}".strip()
    if len(rest) > 1 and rest[0] == "equal" and rest[1] in lexicon.PREPOSITIONS:
        return f"{verb} {rest[0]}{_prepositional(rest[1:])}"
    if len(rest) == 1 and rest[0] in ADVERBS:
        return f"{verb} {ADVERBS[rest[0]]}"
    verb = _ALWAYS_WITH.get(verb, verb)
    if len(rest) > 1 and rest[-1] in _LEFT_HANGING:
        rest = rest[:-1]
    if len(rest) == 1 and is_only_adjective(rest[0]) and rest[0] not in _STAND_FOR_ONE:
        return f"{verb} what is {rest[0]}"
    return f"{verb} {noun(rest, 'a' if verb.split()[0] in CREATE else 'the')}"


_LEFT_HANGING = tables.listed("from to with into onto for of at by")
"""Prepositions that ask for what a name does not say, as in ``add_nodes_from``."""
_PARTICLES = tables.listed("down up back off away together apart")
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
    if words.is_adjective(parts[0]) or last in ("get", "set", "put", "post"):
        return None
    if last not in verbs.VERBS or last in verbs.ALSO_NOUNS or last in lexicon.NOUNS:
        return None
    return last, parts[:-1]


_ALWAYS_WITH = {
    verb: verbs.WITH_PREPOSITION[verb]
    for verb in ("wait", "listen", "sleep", "respond", "reply", "react", "iterate")
} | {
    f"{word}ing": f"{word}ing {link}"
    for word, link in (
        ("wait", "for"),
        ("listen", "to"),
        ("sleep", "for"),
        ("respond", "to"),
        ("iterate", "over"),
    )
}
"""Those of them that never take an object otherwise, in both their forms."""


def gerund(verb: str) -> str:
    """Return the ``-ing`` form of a verb of one or more words."""
    first, _, rest = verb.partition(" ")
    return f"{words.gerund(first)} {rest}".strip()


def is_state(word: str) -> bool:
    """Return whether a word says what something is like or what goes on with it."""
    if word in lexicon.NOUNS:
        return False
    return words.is_adjective(word) or (word.endswith("ing") and words.is_known(word))


def are_both(verb: str, following: str) -> bool:
    """Return whether the second of two verbs is one too, though it may be a noun elsewhere."""
    return verb == "fit" and following in ("transform", "predict", "resample", "score")


def is_act(word: str) -> bool:
    """Return whether a word is a verb and nothing else."""
    nouns = lexicon.NOUNS | verbs.ALSO_NOUNS
    return word in verbs.VERBS and word not in nouns and not words.is_adjective(word)

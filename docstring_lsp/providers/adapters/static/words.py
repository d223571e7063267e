"""English from identifiers: splits names into words and bends the words; knows no facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from docstring_lsp.providers.adapters.static import lexicon, plurals, spelling, tables, verbs

_PIECES = re.compile(
    r"IPv[46]?|OAuth2?|GitHub|MySQL|PostgreSQL|JavaScript|TypeScript|NumPy|SQLite|UTF[-_]?(?:8|16|32)"
    r"|[A-Z]{2,}s?(?![a-z])(?:\d+)?|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+\d*|[A-Z]+\d*|\d+|[^\W\d_]+"
)
_VOWEL_SOUNDS = frozenset("aeiou")
_LETTERS_WITH_VOWEL_SOUND = frozenset("AEFHILMNORSX")
_NOT_A_VOWEL_SOUND = re.compile(r"uni(?!n|m)|us[eau]|uti|eu|one\b|once\b|ubiq|unary|url|u[a-z]?\b")
_LED_BY_LETTERS = re.compile(r"[A-Z]{2,5}(?=[A-Z][a-z])")
_A_VOWEL_SOUND = re.compile(r"(?:hour|hono|heir|honest)")


@lru_cache(maxsize=8192)
def split(name: str) -> tuple[str, ...]:
    """Return the words of an identifier: lower case, acronyms as they are spelt in prose."""
    found: list[str] = []
    for part in name.split("_"):
        if part.lower() in spelling.ACRONYMS:
            found += spelling.ACRONYMS[part.lower()].split(" ")
            continue
        if not part.isascii() or (_MIXED.fullmatch(part) and not _NUMERAL.search(part)):
            found.append(part.lower())
            continue
        for piece in _PIECES.findall(_NUMERAL.sub(r"\1 \2 \3", part)):
            found += _spell(piece, name)
    return tuple(found)


_MIXED = re.compile(r"[a-z]*\d+[a-z][a-z\d]*")
"""``m2m`` and ``1d``: letters and digits that are one word, whatever it means."""

_NUMERAL = re.compile(r"([a-z]{2})([24])([a-z]{2})")
"""``str2bool`` and ``point4box``: the numeral stands for a word."""

_NUMERALS = {"2": "to", "4": "for"}


def _spell(piece: str, whole: str) -> list[str]:
    low = piece.lower()
    if low in spelling.ACRONYMS:
        return spelling.ACRONYMS[low].split(" ")
    if piece.isupper() and 1 < len(piece.rstrip("0123456789")) <= 5 and not whole.isupper():
        return [piece]
    if len(piece) == 1 and piece.isupper() and piece not in "AI" and not whole.isupper():
        return [piece]
    if low in _NUMERALS and _NUMERAL.search(whole):
        return [_NUMERALS[low]]
    return list(_taken_apart(low))


@lru_cache(maxsize=4096)
def _taken_apart(word: str) -> tuple[str, ...]:
    """Return the words of a run-together name (``fileobj``), or the one it is."""
    if not 6 <= len(word) <= 24 or not word.isascii() or not word.isalpha() or is_known(word):
        return (word,)
    return _parts(word, most=3) or (word,)


def _parts(word: str, most: int) -> tuple[str, ...] | None:
    if is_known(word):
        return (word,)
    if most == 1:
        return None
    for at in range(len(word) - 2, 1, -1):
        head = word[:at]
        if head in lexicon.PREPOSITIONS and head not in _JOINED_IN_FRONT:
            continue
        if (len(head) >= 4 and is_known(head)) or head in lexicon.SHORT_WORDS:
            tail = _parts(word[at:], most - 1)
            if tail is not None and all(len(p) >= 4 or p in lexicon.SHORT_WORDS for p in tail):
                return (_spelt(head), *(tail if len(tail) > 1 else (_spelt(tail[0]),)))
    return None


_JOINED_IN_FRONT = tables.listed("from to in out with by on no not")


def _spelt(word: str) -> str:
    return spelling.ACRONYMS.get(word, word)


def is_known(word: str) -> bool:
    """Return whether a word is one of the lexicon's, a plural or a verb's form."""
    if word in _VOCABULARY or _negated(word) in lexicon.ADJECTIVES:
        return True
    if word.endswith("s") and singular(word) in _VOCABULARY:
        return True
    if word.endswith("ed") and (word[:-1] in verbs.VERBS or word[:-2] in verbs.VERBS):
        return True
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
        return any(v in verbs.VERBS for v in (stem, stem + "e", stem[:-1]))
    for ending in ("er", "able"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            if any(v in verbs.VERBS for v in (stem, stem + "e", stem[:-1])):
                return True
    return word.endswith(lexicon.NOUN_ENDINGS) and len(word) > 6


def _negated(word: str) -> str:
    """Return what ``unsafe`` and ``insecure`` deny, or the word itself."""
    found = re.match(r"(?:un|in|im|ir|non)(?=[a-z]{4})", word)
    return word[found.end() :] if found else word


_VOCABULARY = (
    lexicon.NOUNS | verbs.VERBS | lexicon.ADJECTIVES | lexicon.PREPOSITIONS | verbs.STATES
    | set(spelling.EXPANSIONS) | set(spelling.EXPANSIONS_IN_FRONT) | set(spelling.ACRONYMS)
    | set(verbs.VERB_ABBREVIATIONS) | lexicon.SHORT_WORDS | plurals.UNCOUNTABLE
    | lexicon.NEVER_ARTICLE | set(plurals.IRREGULAR_PLURALS) | set(plurals.IRREGULAR_SINGULARS)
)  # fmt: skip


def spoken(parts: Iterable[str]) -> str:
    """Return words as they stand in a sentence: what is no word of English is quoted as code."""
    said: list[str] = []
    for part in parts:
        if is_word(part):
            said.append(part)
        elif said and said[-1].endswith("`"):
            said[-1] = f"{said[-1][:-1]}_{part}`"
        else:
            said.append(f"`{part}`")
    return " ".join(said)


@lru_cache(maxsize=8192)
def is_word(part: str) -> bool:
    """Return whether a piece of a name can stand in a sentence as it is.

    Known words can, acronyms can, and what is built like an English word; ``tol``, ``webp`` and
    ``log1p`` cannot.
    """
    low = part.lower()
    if low in lexicon.SHORT or part in spelling.SPELT or is_known(low) or "-" in part:
        return True
    if not part.isascii():
        return part.isalpha()
    if not part.isalpha():
        return part.isdecimal()
    if part.isupper():
        return len(part) > 1
    return len(part) > 3 and _BUILT.fullmatch(low) is not None


_BUILT = re.compile(
    r"(?:[bcdfghjklmnprstvwxyz]|[bcdfgkptw]r|[bcfgps]l|s[ckmnptw]|[cgpstwr]h|s(?:ch|cr|hr|pl|pr|qu|tr)"
    r"|thr|tw|qu|kn|gn|wr|ps)?[aeiouy]+(?:[^aeiou]{1,4}[aeiouy]+)*"
    r"(?:[bcdfgklmnprstvwxyz]|ck|ct|dd|ff|ft|gg|gh|ght|l[bdfklmpst]|mb|mp|n[cdgkst]|nch|ngth|pt"
    r"|r[bcdfgklmnpst]|rch|rst|rth|s[chkmpst]|tch|tt|[pctdn]th|th|ph|ch|wn|wd|wl|xt)?s?"
)
"""How English words are built: which consonants open and close them."""


def article(phrase: str) -> str:
    """Return ``a`` or ``an``, whichever goes before the phrase as it is spoken."""
    bare = phrase.lstrip("`'\"_(")
    if not bare:
        return "a"
    first = re.split(r"[\W_]", bare, maxsplit=1)[0] or bare[0]
    led = _LED_BY_LETTERS.match(first)
    if led and led[0] not in spelling.SPOKEN_AS_WORDS:
        return "an" if first[0] in _LETTERS_WITH_VOWEL_SOUND else "a"
    if first in spelling.SPOKEN_AS_WORDS:
        return "an" if first[0].lower() in _VOWEL_SOUNDS else "a"
    if first[0].isdigit():
        return "an" if re.match(r"8|11\b|18\b", first) else "a"
    if len(first) == 1 or (first.isupper() and len(first.rstrip("0123456789")) <= 5):
        return "an" if first[0].upper() in _LETTERS_WITH_VOWEL_SOUND else "a"
    low = first.lower()
    if _A_VOWEL_SOUND.match(low):
        return "an"
    if _NOT_A_VOWEL_SOUND.match(low):
        return "a"
    return "an" if low[0] in _VOWEL_SOUNDS else "a"


def with_article(phrase: str) -> str:
    """Return the phrase with its indefinite article in front."""
    return f"{article(phrase)} {phrase}"


@lru_cache(maxsize=4096)
def plural(word: str) -> str:
    """Return the plural of a noun, or the word itself if it is one already."""
    if word in plurals.IRREGULAR_PLURALS:
        return plurals.IRREGULAR_PLURALS[word]
    if is_plural(word) or word in plurals.UNCOUNTABLE or not is_word(word):
        return word
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWEL_SOUNDS:
        return word[:-1] + "ies"
    return word + "s"


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Return whether a noun is a plural by its form."""
    if word in plurals.IRREGULAR_SINGULARS:
        return True
    if word in plurals.SINGULAR_IN_S or len(word) < 4:
        return word in {"ids", "IDs"}
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os"))


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of a noun, or the word itself if it is one already."""
    if word in plurals.IRREGULAR_SINGULARS:
        return plurals.IRREGULAR_SINGULARS[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def verb(word: str) -> str | None:
    """Return the imperative of a name's first word where it is surely a verb, else None."""
    if word in verbs.VERB_ABBREVIATIONS:
        return verbs.VERB_ABBREVIATIONS[word]
    if word in verbs.VERBS:
        return word
    for prefix in ("re", "un", "de", "pre", "dis"):
        if word.startswith(prefix) and word[len(prefix) :] in verbs.VERBS:
            return word
    return None


@lru_cache(maxsize=4096)
def third_person(word: str) -> str | None:
    """Return the base of a verb in the third person (``exists`` gives ``exist``), or None."""
    if not word.endswith("s") or word.endswith("ss"):
        return None
    bases = [word[:-1], word[:-2] if word.endswith("es") else ""]
    if word.endswith("ies"):
        bases.append(word[:-3] + "y")
    return next((b for b in bases if b in verbs.VERBS or b in verbs.STATES), None)


@lru_cache(maxsize=4096)
def gerund(word: str) -> str:
    """Return a verb's ``-ing`` form."""
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


@lru_cache(maxsize=4096)
def participle(word: str) -> str:
    """Return a verb's past participle."""
    if word in verbs.IRREGULAR_PARTICIPLES:
        return verbs.IRREGULAR_PARTICIPLES[word]
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWEL_SOUNDS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _doubled(word: str) -> str:
    if word in verbs.DOUBLED or (
        len(word) <= 4 and re.fullmatch(r"[^aeiou]+[aeiou][bdgklmnpt]", word)
    ):
        return word + word[-1]
    return word


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """Return whether a word describes a state rather than names a thing."""
    if word in lexicon.ADJECTIVES or _negated(word) in lexicon.ADJECTIVES:
        return True
    if word in lexicon.NOT_ADJECTIVES or len(word) < 5:
        return False
    return word.endswith(("able", "ible", "ed", "ful", "less", "ous", "ive"))


def joined(items: list[str] | tuple[str, ...], word: str = "and") -> str:
    """Return the items as a list in prose: ``a``, ``a and b``, ``a, b, and c``."""
    if len(items) < 3:
        return f" {word} ".join(items)
    return ", ".join(items[:-1]) + f", {word} {items[-1]}"

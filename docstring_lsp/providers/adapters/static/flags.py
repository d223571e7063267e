"""Booleans in words: the names of switches become clauses that follow "whether"."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import (
    lexicon,
    phrases,
    predicates,
    tables,
    verbs,
    words,
)

KNOWN = {
    "verbose": "to say more",
    "quiet": "to say less",
    "debug": "debugging is on",
    "dry_run": "to do a dry run",
    "force": "to go on where it would otherwise refuse",
    "recursive": "to go down recursively",
    "recurse": "to go down recursively",
    "exist_ok": "it may exist already",
    "missing_ok": "it may be missing",
    "inplace": "to work in place",
    "in_place": "to work in place",
    "case_sensitive": "upper and lower case differ",
    "reverse": "to reverse the order",
    "block": "to block",
    "blocking": "to block",
    "daemon": "to run as a daemon",
    "optional": "it is optional",
    "required": "it is required",
}
"""Switches whose name settles their meaning."""


def clause(name: str, subject: str = "", *, state: bool = False) -> str | None:
    """Return what a switch decides, or None if its name has no words.

    Args:
        name: Its name.
        subject: What it is a state of, such as ``the reader``; "it" if nothing is given.
        state: Whether it describes a thing, as an attribute does, rather than an action.
    """
    parts = words.split(name.lower() if name.isupper() else name)
    if not parts:
        return None
    known = KNOWN.get(name.lower().strip("_"))
    if known and not (state and known.startswith("to ")):
        return known
    asked = predicates.asked(parts, subject or "it")
    if asked:
        return asked if subject or not asked.startswith("it ") else f"`{name}` is set"
    return (
        _going_on(parts, subject)
        or _command(parts, state)
        or _adjective(parts, subject, state)
        or f"`{name}` is set"
    )


def _going_on(parts: phrases.Words, subject: str) -> str | None:
    first = parts[0]
    if not subject or not first.endswith("ing") or not words.is_known(first):
        return None
    if len(parts) > 1 or first in lexicon.NOUNS:
        return None
    return f"{subject} is {words.spoken(phrases.expand(parts))}"


def _command(parts: phrases.Words, state: bool) -> str | None:
    first, rest = parts[0], parts[1:]
    if parts[:2] == ("do", "not") and (opened := phrases.opening_verb(parts[2:])):
        return f"not to {phrases.action(*opened)}"
    if first == "auto" and (opened := phrases.opening_verb(rest, returns=False)):
        return f"to {phrases.action(*opened)} automatically"
    if first in ("no", "without", "not") and rest:
        return f"to do without {phrases.noun(rest)}" if first != "not" else None
    if first == "only" and rest:
        return f"only {phrases.noun(rest, 'the')} {_be(rest)} wanted"
    if parts[-1] == "only" and len(parts) > 1 and not words.verb(first):
        return f"only {phrases.noun(parts[:-1])} {_be(parts[:-1])} wanted"
    if words.is_adjective(parts[-1]) and (len(parts) == 1 or (state and len(parts) == 2)):
        return None
    if first in verbs.ALSO_NOUNS and parts[-1] in lexicon.COMPOUND_HEADS:
        return None
    if first in ("keep", "leave", "stay") and len(parts) == 2 and words.is_adjective(parts[1]):
        return f"to {first} {'' if first == 'stay' else 'it '}{parts[1]}"
    opened = phrases.opening_verb(parts, returns=state, bare=state)
    return f"to {phrases.action(*opened)}" if opened else None


def _adjective(parts: phrases.Words, subject: str, state: bool) -> str | None:
    full = phrases.expand(parts)
    if not words.is_adjective(full[-1]):
        return None
    if len(full) > 1 and not words.is_adjective(full[0]):
        if not phrases.is_thing(full[-2]) or not _LINKS.isdisjoint(full):
            return None
        return f"{phrases.noun(parts[:-1])} {_be(parts[:-1])} {full[-1]}"
    if full[-1] in _MANNERS and not state and not subject:
        return f"to be {words.spoken(full)}"
    return f"{subject} is {words.spoken(full)}" if subject else None


_LINKS = lexicon.PREPOSITIONS | lexicon.NEVER_ARTICLE
_MANNERS = tables.listed(
    """
    strict verbose quiet recursive lazy silent greedy eager exact safe fast interactive sensitive
    insensitive careful precise explicit inclusive exclusive case-sensitive
    """
)


def _be(parts: phrases.Words) -> str:
    return "are" if words.is_plural(phrases.expand(parts)[-1]) else "is"

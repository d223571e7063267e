"""How the author's tables of words are written: texts in, sets and dictionaries out."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words that a text lists."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """Return the table that ``key: words | key: words`` writes out."""
    entries = (entry.partition(":") for entry in text.replace("\n", " | ").split("|"))
    return {key.strip(): said.strip() for key, colon, said in entries if colon}

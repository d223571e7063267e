"""Sentences: finished text from phrases, and code quoted in it; knows no facts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docstring_lsp.providers.adapters.static import words

LONGEST_CODE = 60
"""The most characters of code that a sentence quotes."""

LONGEST_COMMENT = 240
"""The most characters of a comment that are taken over as they stand."""

LONGEST_SUMMARY = 72
"""The length a summary should not pass."""

_BLANKS = re.compile(r"\s+")
_DOUBLED_WORD = re.compile(
    r"(?<![\w`])(the|an?|of|to|is|in|or|and|with|by|from|for) \1(?![\w`])", re.IGNORECASE
)
_UNSAFE = re.compile(r'[`\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|"""|\'\'\'')


def code(text: str) -> str | None:
    """Return code quoted for a sentence, or None if it does not belong in one."""
    folded = _BLANKS.sub(" ", text).strip()
    if (
        not folded
        or len(folded) > LONGEST_CODE
        or _UNSAFE.search(folded)
        or not folded.isprintable()
    ):
        return None
    return f"`{folded}`"


def codes(names: Iterable[str], word: str = "and") -> str:
    """Return names quoted and joined, those that cannot be quoted left out."""
    return words.joined([quoted for quoted in map(code, names) if quoted], word)


def sentence(text: str) -> str:
    """Return a phrase as a sentence: a capital in front, a full stop behind, single blanks."""
    folded = _BLANKS.sub(" ", text).strip(" ,;:.")
    folded = _DOUBLED_WORD.sub(r"\1", folded)
    if not folded:
        return ""
    return folded[0].upper() + folded[1:] + "."


def plain(text: str) -> str | None:
    """Return a comment as a sentence, or None if it does not read as prose."""
    folded = _BLANKS.sub(" ", text).strip().lstrip("#").strip()
    if _UNSAFE.search(folded.replace("`", "")) or not folded.isprintable():
        return None
    if len(folded) < 4 or not folded[0].isalpha() or folded.count("`") % 2:
        return None
    if _NOT_PROSE.search(folded):
        return None
    if len(folded) > LONGEST_COMMENT:
        folded = folded.partition(". ")[0]
        if len(folded) > LONGEST_COMMENT:
            return None
    return folded[0].upper() + folded[1:] + ("" if folded[-1] in ".!?" else ".")


_NOT_PROSE = re.compile(
    r"(?i)^(?:type:|noqa|pragma|pylint|mypy|pyright|ruff|flake8|fmt:|isort|todo|fixme|xxx|nosec|coverage)|[=({\[;]$"
)


def shortest_fit(candidates: Iterable[str | None], limit: int = LONGEST_SUMMARY) -> str | None:
    """Return the first candidate, as a sentence, that is no longer than the limit."""
    for candidate in candidates:
        if candidate:
            finished = sentence(candidate)
            if finished and len(finished) <= limit:
                return finished
    return None

"""A summary's mood: whether it is an imperative, and how it would be one.

Takes a sentence; knows nothing of the code.
"""

from __future__ import annotations

import re

from docstring_lsp.engine.gating.words import THIRD_PERSONS


def is_imperative(summary: str) -> bool:
    """Return whether a summary may be an imperative, as far as its first words tell."""
    return not (_third_person(summary) or _NOT_A_COMMAND.match(summary))


def imperative(summary: str) -> str:
    """Return a summary in the third person as an imperative; any other as it is."""
    if not _third_person(summary):
        return summary
    first, _, rest = summary.partition(" ")
    return f"{_stem(first)} {_JOINED.sub(lambda m: m[1] + _stem(m[2]), rest)}"


_OBJECT = (
    r"(?:the|a|an|all|any|each|every|this|that|these|those|its|it|them|their|whether|if|how|what|"
    r"which|one|no|none|true|false|itself|self|new|only|both|some|and|or|up|out|up to|"
    r"[`'\"*(\d]|[A-Z]\w*[A-Z_]\w*)"
)
_THIRD = re.compile(rf"([A-Z][a-z]+s)\s+(?:{_OBJECT}(?:\b|(?<=\W)))", re.ASCII)
_JOINED = re.compile(
    r"(\b(?:and|or|then)\s+(?:then\s+|also\s+)?)"
    rf"((?:{'|'.join(THIRD_PERSONS)})\b|[a-z]{{2,}}s\b"
    r"(?=\s+(?:the|a|an|all|any|each|every|its|it|them|whether|that|`)))"
)
_NO_VERB = re.compile(
    r"(?:\w+(?:ss|us|is|as|os|ous)|series|news|means|plus|this|its)\Z", re.IGNORECASE
)
_IRREGULAR = {
    "does": "do",
    "goes": "go",
    "undoes": "undo",
    "redoes": "redo",
    "echoes": "echo",
    "vetoes": "veto",
    "has": "have",
    "is": "be",
    "caches": "cache",
    "ties": "tie",
    "lies": "lie",
    "dies": "die",
    "unties": "untie",
    "axes": "axe",
}
_NOT_A_COMMAND = re.compile(
    r"(?:(?:this|the|a|an|it|its|these|those|we|you|they|he|she|there)\s|"
    r"(?:function|method|helper|utility|routine|coroutine|called|used|invoked|responsible|"
    r"whether|when|where|while|because)\b|[A-Z][a-z]{2,}ing\s+(?:the|a|an|all|this)\s)",
    re.IGNORECASE,
)


def _third_person(summary: str) -> bool:
    found = _THIRD.match(summary)
    return found is not None and (
        found[1].lower() in _IRREGULAR or _NO_VERB.match(found[1]) is None
    )


def _stem(verb: str) -> str:
    low = verb.lower()
    if low in _IRREGULAR:
        stem = _IRREGULAR[low]
        return stem.capitalize() if verb[0].isupper() else stem
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1]

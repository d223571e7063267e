"""Descriptions that only repeat a name, such as "The timeout." for ``timeout``.

Takes a name and its description; knows nothing of the code.
"""

from __future__ import annotations

import re

from docstring_lsp.engine.gating.words import FILLERS

_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+")


def restates(name: str, description: str) -> bool:
    """Return whether a description says no more than the name.

    Args:
        name: What is described; empty for what is returned or yielded.
        description: Its description.
    """
    own = {_stem(piece) for piece in _PIECE.findall(name)}
    words = [word.lower() for word in re.findall(r"[^\W_]+", description)]
    rest = [w for w in words if _stem(w) not in own and _folded(w) != _folded(name)]
    return bool(words) and all(word in FILLERS for word in rest)


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")


def _folded(name: str) -> str:
    return name.replace("_", "").lower()

"""The token budget: how long a text is for a model, and what is left out when there is too much.

Pure over texts; knows neither templates nor providers.
"""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.providers.base import Block, BlockKind

KEPT_LONGEST: tuple[BlockKind, ...] = (
    "class",
    "callee",
    "module",
    "glossary",
    "sibling",
    "caller",
)
"""The kinds of context, what is dropped last first."""

_ASCII_A_TOKEN = 3
"""Code comes to 3.0 to 3.7 ASCII characters a token with the vocabularies in use; the low end is
taken, and one token for any other character, so that the estimate is rather high than low."""

_FENCES = 24
"""What the lines around a block cost."""


def tokens(text: str) -> int:
    """Return how many tokens a text has, estimated and rather too many than too few."""
    plain = len(text) if text.isascii() else sum(map(str.isascii, text))
    return -(-plain // _ASCII_A_TOKEN) + len(text) - plain


def fit(blocks: Sequence[Block], room: int) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks that fit, in their order, and what was left out.

    The least important go first: by kind as `KEPT_LONGEST` says, and of one kind the later ones.
    One that is too long for what is left does not make shorter ones go with it.

    Args:
        blocks: The context, the most helpful of each kind first.
        room: How many tokens it may have.
    """
    ranked = sorted(range(len(blocks)), key=lambda i: (KEPT_LONGEST.index(blocks[i].kind), i))
    kept: set[int] = set()
    for index in ranked:
        cost = tokens(blocks[index].text) + tokens(blocks[index].name) + _FENCES
        if cost <= room:
            room -= cost
            kept.add(index)
    dropped = (blocks[i] for i in reversed(ranked) if i not in kept)
    return (
        tuple(block for i, block in enumerate(blocks) if i in kept),
        tuple(f"{block.kind} {block.name}" for block in dropped),
    )


def shortened(text: str, room: int) -> tuple[str, int]:
    """Return a text without as many of its middle lines as do not fit, and how many these are.

    Three quarters of the room go to the beginning, where the signature stands.

    Args:
        text: The text.
        room: How many tokens it may have.
    """
    if tokens(text) <= room:
        return text, 0
    lines = text.splitlines()
    room -= tokens(_LEFT_OUT.format(len(lines)))
    head = _fitting(lines, room * 3 // 4)
    tail = _fitting(lines[head:][::-1], room - room * 3 // 4)
    left_out = len(lines) - head - tail
    kept = [*lines[:head], _LEFT_OUT.format(left_out), *lines[len(lines) - tail :]]
    return "\n".join(kept), left_out


_LEFT_OUT = "... ({} lines left out)"


def _fitting(lines: Sequence[str], room: int) -> int:
    """Return how many of the first lines fit."""
    for count, line in enumerate(lines):
        room -= tokens(line + "\n")
        if room < 0:
            return count
    return len(lines)

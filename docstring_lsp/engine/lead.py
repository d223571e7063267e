"""Who is ahead of those that answer: pieces of answers in, a line for people out."""

from __future__ import annotations

from collections import Counter


class Lead:
    """The answers that are coming, by whose they are."""

    def __init__(self) -> None:
        self._said: Counter[str] = Counter()

    def hear(self, who: str, piece: str) -> None:
        """Take in a piece of an answer."""
        self._said[who] += len(piece)

    def __str__(self) -> str:
        """Say who is ahead and how far; nothing where nobody has said anything."""
        if not self._said:
            return ""
        (leader, characters), *_ = self._said.most_common(1)
        return f"{leader}: {characters:,} characters"

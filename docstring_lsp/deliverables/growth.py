"""A document while it is written: what is settled and pieces of what comes in, the whole out.

Of several that write the same part, the first to speak is shown until one of them has won.
"""

from __future__ import annotations

from collections.abc import Callable

from docstring_lsp.deliverables.markup import joined

Grown = Callable[[str], None]
"""Is told the whole document as it stands, each time that it has grown."""


class Growth:
    """A document that grows.

    Args:
        grown: Is told of it.
        before: Documents that stand above it already.
    """

    def __init__(self, grown: Grown, before: str = "") -> None:
        self._grown, self._settled = grown, before
        self._heading, self._speaker, self._said = "", "", ""

    def settle(self, *parts: str) -> None:
        """Add what will stay, in the place of what was heard since."""
        self._settled = joined(self._settled, *parts)
        self._heading = self._speaker = self._said = ""
        self._grown(self._settled + "\n")

    def begin(self, heading: str) -> None:
        """Begin a part, or begin it again: what was heard of it is forgotten."""
        self._heading, self._speaker, self._said = heading, "", ""
        self._grown(joined(self._settled, heading) + "\n")

    def hear(self, speaker: str, piece: str) -> None:
        """Take in a piece of the part that is being written."""
        self._speaker = self._speaker or speaker
        if speaker == self._speaker:
            self._said += piece
            self._grown(joined(self._settled, self._heading, self._said))


def alike(before: str, after: str) -> int:
    """Return how many characters two texts begin with alike."""
    if after.startswith(before):
        return len(before)
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(before), len(after)))

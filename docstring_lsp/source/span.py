"""A span of text: two offsets in code points, the second exclusive."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The half-open range ``text[start:end]``, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]

    def holds(self, offset: int) -> bool:
        """Return whether the offset stands in the span or right at its end."""
        return self.start <= offset <= self.end

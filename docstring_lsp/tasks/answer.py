"""What the services of this package answer: a text, and what they would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer.

    Attributes:
        text: What is said.
        diff: How files would change; nothing is changed before it was shown.
        written: The files that were changed.
        told: Numbers and names beside the text, for tools.
    """

    text: str
    diff: str = ""
    written: tuple[str, ...] = ()
    told: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return what is said, and the diff."""
        return "\n\n".join(filter(None, [self.text, self.diff]))

"""A line a finding: ``path:line:column: code message``, which editors and grep read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docstring_lsp.checks.report import Located, headline, summary


class Concise:
    """The report that is a line a finding."""

    title: ClassVar[str] = "a line a finding"

    def render(self, found: Sequence[Located], read: int) -> str:
        """Return a line a finding, and how many there are."""
        return "\n".join([*map(headline, found), *summary(found, read)])


REPORT = Concise()

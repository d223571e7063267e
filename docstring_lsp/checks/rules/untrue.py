"""Untrue docstrings: what one quotes and the code does not have.

What is quoted and held against the code stands in `docstring_lsp.checks.untruth`, a file a kind;
it is imported when a file is looked at, since a check that asks for other rules can do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext


class Untrue:
    """The family of rules for what docstrings quote."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL300": "name that does not exist",
        "DL301": "default that is another",
        "DL302": "constant with another value",
        "DL303": "example that is no Python",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each thing that a docstring quotes and the code does not have."""
        if not context.documented:
            return
        from docstring_lsp.checks.untruth.whole import untrue

        yield from untrue(context)


RULE = Untrue()

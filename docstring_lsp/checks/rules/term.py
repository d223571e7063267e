"""Words that the project's bible forbids: a docstring says one where the project says another.

Where they stand is told by `docstring_lsp.docstring.wording`; here it gets its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext


class Terms:
    """The family of rules for what things are called."""

    codes: ClassVar[Mapping[str, str]] = {"DL600": "word that the bible forbids"}

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each word that is to be another."""
        if not context.unwanted:
            return
        from docstring_lsp.docstring.wording import uses

        for subject in context.documented:
            for use in uses(subject.content or "", subject.tree, context.unwanted):
                message = f"the project says {use.instead!r}, not {use.word!r}"
                yield subject.finding("DL600", message, said=use.span, fix="reword")


RULE = Terms()

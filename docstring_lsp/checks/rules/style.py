"""Docstrings that are not laid out as the project's: what a formatter could mend, and we do.

What is not as it should be is told by `docstring_lsp.docstring.tidy`; here it gets its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext

_CODES = {"order": "DL501", "title": "DL502", "blank": "DL503"}


class Layout:
    """The family of rules for how docstrings are laid out."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL500": "another style than the project's",
        "DL501": "order of sections",
        "DL502": "name of a section",
        "DL503": "empty lines",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each thing that a formatter would change."""
        if not context.documented:
            return
        from docstring_lsp.docstring.tidy import flaws

        for subject in context.documented:
            tree = subject.tree
            if tree is None:
                continue
            wanted = context.style if context.style_is_told else None
            if wanted is not None and subject.style is not wanted and not wanted.marks(tree.text):
                title = subject.style.title if subject.style else ""
                message = f"docstring in {title} style, where the project's is {wanted.title}"
                yield subject.finding("DL500", message, fix="convert")
            # What other styles say in its prose is not laid out anew.
            own = subject.style.parse(tree.text) if tree.doubts and subject.style else tree
            for flaw in flaws(own):
                yield subject.finding(_CODES[flaw.kind], flaw.says, said=flaw.span, fix="tidy")


RULE = Layout()

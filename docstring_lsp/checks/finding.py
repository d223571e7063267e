"""A finding: what a rule has to say of one definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docstring_lsp.source.span import Span

Fix = Literal["generate", "update", "convert", "tidy", "reword", "finish", "uncomment"]
"""How it is mended: a docstring is written, brought up to date, said in another style, laid out,
said in the project's words, or finished; a comment goes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        code: The rule's code, such as ``DL103``.
        message: What is wrong, in one line.
        span: Where to point at; a definition's name, the start of a module, or what in the
            docstring is wrong.
        symbol: The qualified name of the definition.
        anchor: The definition's `anchor`, by which it is found again.
        fix: How it is mended without anybody's thought; None where it takes some.
        unless: A word that takes the finding back where another file of the project has it.
        instead: What may be meant where the finding points at; only a person can tell.
    """

    code: str
    message: str
    span: Span
    symbol: str
    anchor: int
    fix: Fix | None = None
    unless: str = ""
    instead: str = ""

    @property
    def fixable(self) -> bool:
        """Whether it can be mended without anybody's thought."""
        return self.fix is not None

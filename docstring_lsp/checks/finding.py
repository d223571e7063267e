"""A finding: what a rule has to say of one definition."""

from __future__ import annotations

from dataclasses import dataclass

from docstring_lsp.source.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        code: The rule's code, such as ``DL103``.
        message: What is wrong, in one line.
        span: Where to point at; a definition's name, or the start of a module.
        symbol: The qualified name of the definition.
        fixable: Whether generating or updating its docstring mends it.
        anchor: The definition's `anchor`, by which it is found again.
    """

    code: str
    message: str
    span: Span
    symbol: str
    fixable: bool
    anchor: int

"""Text for people: each finding with the line it points at, and a caret under what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from docstring_lsp.checks.report import Located, headline, summary

_WIDEST = 120
"""Columns of an excerpt; what is longer is cut around the place."""


class Text:
    """The report for people."""

    title: ClassVar[str] = "each finding with its line, for people"

    def render(self, found: Sequence[Located], read: int) -> str:
        """Return the findings with their lines, and how many there are."""
        lines = [line for each in found for line in (headline(each), *_excerpt(each))]
        return "\n".join([*lines, *summary(found, read)])


def _excerpt(each: Located) -> Iterator[str]:
    code = each.excerpt.expandtabs(1)
    start, stop = each.column - 1, each.end_column - 1
    if each.end_line != each.line:
        stop = len(code)
    if not code.strip() or start >= len(code):
        return
    cut = max(0, start - _WIDEST // 2) if len(code) > _WIDEST else 0
    shown = code[cut : cut + _WIDEST]
    carets = min(max(stop - start, 1), len(shown) - (start - cut))
    yield f"  {shown.rstrip()}"
    yield f"  {' ' * (start - cut)}{'^' * max(carets, 1)}"


REPORT = Text()

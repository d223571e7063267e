"""The lines of a docstring, and which of them are protected from being read as structure.

Takes a text, gives its lines with their places. Doctests, code fences and literal blocks hold
what looks like a section or a field and is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docstring_lsp.source.span import Span

_DOCTEST = re.compile(r"[ \t]*(?:>>>|\.\.\.)(?:[ \t]|$)")
_FENCE = re.compile(r"[ \t]*(```+|~~~+)")
_OPENS_LITERAL = re.compile(r".*::[ \t]*$|[ \t]*\.\.[ \t]+[\w-]+::")


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        start: Where it starts.
        end: Where the next one starts.
        indent: How many blanks it starts with.
        text: What stands behind them, trailing blanks and the newline left out.
        kept: Whether it stands in a doctest, a fence or a literal block.
    """

    start: int
    end: int
    indent: int
    text: str
    kept: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def code(self) -> int:
        """Where its text starts."""
        return self.start + self.indent

    @property
    def content(self) -> Span:
        """The span of its text."""
        return Span(self.code, self.code + len(self.text))


def lines(text: str) -> list[Line]:
    r"""Return a text's lines; they end in ``\n`` only, as a docstring's value has it."""
    found: list[Line] = []
    fence, literal, doctest = "", -1, -1
    place = 0
    for raw in text.split("\n"):
        size = min(len(raw) + 1, len(text) - place)
        content = raw.rstrip()
        told = content.lstrip()
        indent = len(content) - len(told)
        kept = False
        if fence:
            kept = True
            if told.startswith(fence) and set(told) == {fence[0]}:
                fence = ""
        elif literal >= 0 and (not told or indent > literal):
            kept = bool(told)
        else:
            literal = -1
            opened = _FENCE.match(content)
            if _DOCTEST.match(content) is not None:
                doctest = indent
            elif not told or indent < doctest:
                doctest = -1
            kept = doctest >= 0
            if opened is not None:
                fence, kept = opened[1], True
            elif not kept and _OPENS_LITERAL.match(content):
                literal = indent
        found.append(Line(place, place + size, indent, told, kept))
        place += size
    return found[:-1] if found[-1].start == found[-1].end else found


def described(lines: list[Line], start: int) -> Span | None:
    """Return the span of what is said from a place on to the end of the last line with text."""
    said = [line for line in lines if not line.is_blank and line.content.end > start]
    if not said:
        return None
    first = said[0]
    rest = first.text[max(0, start - first.code) :]
    return Span(first.content.end - len(rest.lstrip()), said[-1].content.end)

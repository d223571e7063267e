"""Prose in a style: what a style's files share when they lay out summaries and descriptions.

Takes text whose inline code stands between backticks, gives lines in a style's own markup. The
style tells its markup and its guard; knows no style by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docstring_lsp.docstring.model import Entry
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.wrap import UNGUARDED, Guard, ends_in_prose, fill, glued

LONGEST_GLUED = 60
"""The longest default that is kept on one line at any price."""

CODE = re.compile(r"(?<![`\w:\\])`(?![`\s])(?P<code>[^`]*?[^`\s])`(?![`\w])")
"""Inline code as an author writes it; not a role's text, and not the double backticks."""


@dataclass(frozen=True, slots=True)
class Prose:
    """How a style writes prose.

    Attributes:
        guard: What must not stand at the start of a line.
        markup: Turns an author's text into the style's markup.
        code: Turns a slice of code into what the style writes in a sentence.
    """

    guard: Guard = UNGUARDED
    markup: Callable[[str], str] = str
    code: Callable[[str], str] = str

    def summary(self, text: str) -> str:
        """Return a summary as it stands on the first line."""
        return self.guard.safe("", self.markup(" ".join(text.split())))

    def lines(
        self, text: str, width: int, first: str = "", rest: str = "", above: str = ""
    ) -> list[str]:
        """Return the lines of a text in the style's markup, as `wrap.fill` makes them."""
        return fill(text, width, first, rest, guard=self.guard, above=above)

    def below(self, text: str, width: int) -> list[str]:
        """Return the lines of a text with an empty one above, or none if it says nothing."""
        lines = self.lines(text, width)
        return ["", *lines] if any(lines) else []

    def described(self, entry: Entry, options: RenderOptions) -> str:
        """Return an entry's description in markup, with its default where that is to be told."""
        description = self.markup(entry.description)
        if entry.default is None or not options.defaults:
            return description
        default = self.code(entry.default)
        return _joined(description, f"Defaults to {glued(default, LONGEST_GLUED)}.")


def label(entry: Entry, options: RenderOptions) -> str:
    """Return an entry's name as it is written, or an empty text."""
    name = entry.name or ""
    return name.replace("*", r"\*") if options.escape_stars else name


def _joined(text: str, sentence: str) -> str:
    if not text.strip():
        return sentence
    if not ends_in_prose(text):
        return f"{text.rstrip()}\n\n{sentence}"
    ended = text.rstrip()
    return f"{ended}{'' if ended[-1] in '.!?:' else '.'} {sentence}"

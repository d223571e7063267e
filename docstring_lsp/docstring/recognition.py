"""Tells the style that one docstring is written in; knows nothing of the project's.

Each style itself counts its marks in a text, so that no style's name stands here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from docstring_lsp import registry
from docstring_lsp.docstring.mixture import mixed
from docstring_lsp.docstring.reading.lines import lines
from docstring_lsp.docstring.style import Style
from docstring_lsp.docstring.tree import Tree

STYLES = "docstring_lsp.docstring.styles"
STYLES_GROUP = "docstring_lsp.styles"


def written_in(content: str, favoured: Style | None = None) -> Style | None:
    """Return the style that a docstring is written in, or None if nothing in it says.

    Args:
        content: The docstring's text.
        favoured: The style taken where several say as much.
    """
    best, most = None, 0
    for each, marks in _marks(content):
        if marks > most or (marks and marks == most and each is favoured):
            best, most = each, marks
    return best


def read(content: str, own: Style) -> Tree:
    """Return the tree of a docstring; of one in several styles, with all that it says.

    Its doubts say which styles it has marks of, and where it is unclear which one is meant.

    Args:
        content: The docstring's text.
        own: The style that it is read in.
    """
    tree = own.parse(content)
    marks = {each.name: count for each, count in _marks(content) if count}
    others = beside(content, own)
    if not others:
        return tree
    told = ", ".join(
        f"{each.title} ({marks[each.name]})" for each in (own, *others) if each.name in marks
    )
    doubts = [f"it has marks of several styles: {told}"]
    if max(marks[each.name] for each in others) >= marks.get(own.name, 0):
        doubts.append(f"it is unclear which style is meant; it is read as {own.title}")
    return mixed(tree, [each.parse(content) for each in others], doubts)


def beside(content: str, own: Style) -> list[Style]:
    """Return the styles that a docstring has marks of, beside the one that it is read in."""
    return [each for each, count in _marks(content) if count and each is not own]


@lru_cache(maxsize=64)
def _marks(content: str) -> tuple[tuple[Style, int], ...]:
    """Return how many marks of each style a text has; what code prints has none."""
    if _SHOWS_CODE.search(content):
        content = "\n".join("" if line.kept else line.text for line in lines(content))
    return tuple((each, each.marks(content)) for each in _all())


_SHOWS_CODE = re.compile(r">>>|```|~~~|::$", re.MULTILINE)


def styles() -> tuple[str, ...]:
    """Return the names of the styles."""
    return registry.names(STYLES, STYLES_GROUP)


def style(name: str) -> Style:
    """Return the style of that name.

    Raises:
        UnknownNameError: If there is none; the message lists the known ones.
    """
    found: Style = registry.load(STYLES, name, "STYLE", kind="style", group=STYLES_GROUP)
    return found


@cache
def _all() -> tuple[Style, ...]:
    return tuple(style(name) for name in styles())

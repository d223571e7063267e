"""Tells the style that one docstring is written in; knows nothing of the project's.

Each style itself counts its marks in a text, so that no style's name stands here.
"""

from __future__ import annotations

from functools import cache

from docstring_lsp import registry
from docstring_lsp.docstring.style import Style

STYLES = "docstring_lsp.docstring.styles"
STYLES_GROUP = "docstring_lsp.styles"


def written_in(content: str, favoured: Style | None = None) -> Style | None:
    """Return the style that a docstring is written in, or None if nothing in it says.

    Args:
        content: The docstring's text.
        favoured: The style taken where several say as much.
    """
    best, most = None, 0
    for each in _all():
        marks = each.marks(content)
        if marks > most or (marks and marks == most and each is favoured):
            best, most = each, marks
    return best


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

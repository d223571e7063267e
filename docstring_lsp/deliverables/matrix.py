"""A diagram of who leans on whom as a grid, for pages that cannot draw Mermaid.

Takes the text of a flowchart as `docstring_lsp.deliverables.sections.diagram` writes it, gives
its names and arrows; of any other text nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NODE = re.compile(r'\s*(\w+)\["([^"]+)"\]\Z')
_ARROW = re.compile(r"\s*(\w+) --> (\w+)\Z")

CAPTION = "A mark says that what stands in the row imports what has the column's number."


@dataclass(frozen=True, slots=True)
class Matrix:
    """A grid.

    Attributes:
        names: What stands in the rows, and under their numbers from 1 in the columns.
        marks: The row and the column, from 0, of each mark.
    """

    names: tuple[str, ...]
    marks: frozenset[tuple[int, int]]


def matrix(language: str, text: str) -> Matrix | None:
    """Return the grid of a block of code; None where it is no flowchart of names and arrows.

    Args:
        language: As the block is marked.
        text: The block.
    """
    if language.strip() != "mermaid":
        return None
    bare = _TITLE.sub("", text)
    lines = [line for line in bare.split("\n") if line.strip()]
    if not lines or not lines[0].startswith("flowchart"):
        return None
    nodes = [found for line in lines[1:] if (found := _NODE.match(line))]
    arrows = [found for line in lines[1:] if (found := _ARROW.match(line))]
    places = {found[1]: number for number, found in enumerate(nodes)}
    known = all(key in places for arrow in arrows for key in arrow.groups())
    if not known or len(nodes) + len(arrows) != len(lines) - 1:
        return None
    drawn = frozenset((places[arrow[1]], places[arrow[2]]) for arrow in arrows)
    return Matrix(tuple(found[2] for found in nodes), drawn)

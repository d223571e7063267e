"""Walks a document's tokens and knows what each stands in; how that looks, a format says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from docstring_lsp.deliverables.matrix import Matrix, matrix


def titles(found: Sequence[Any]) -> list[str]:
    """Return the texts of a document's headings, in order."""
    return [found[i + 1].content for i, t in enumerate(found) if t.type == "heading_open"]


Kind = Literal["text", "code", "space", "break"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of a line in one face.

    Attributes:
        kind: Text, code, the ``space`` that stands for the end of a line, or a ``break``.
        text: What is shown.
        bold: Whether it is bold.
        italic: Whether it is slanted.
        link: Where it leads; empty where it does not.
    """

    kind: Kind
    text: str
    bold: bool
    italic: bool
    link: str


def runs(token: Any, *, bold: bool = False) -> Iterator[Run]:
    """Yield the pieces of a line.

    Args:
        token: The line.
        bold: Whether all of it is bold.
    """
    strong, slanted, link = bold, False, ""
    for child in token.children:
        if child.type in ("strong_open", "strong_close"):
            strong = bold or child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):
            slanted = child.type == "em_open"
        elif child.type == "link_open":
            link = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            link = ""
        else:
            kind: Kind = _KINDS.get(child.type, "text")
            text = " " if kind == "space" else child.content
            yield Run(kind=kind, text=text, bold=strong, italic=slanted, link=link)


_KINDS: dict[str, Kind] = {"code_inline": "code", "softbreak": "space", "hardbreak": "break"}


class Typesetter:
    """Takes tokens one after the other.

    Attributes:
        quoted: How many quotations the token stands in.
        lists: The lists that it stands in, outermost first: the number of the next item, 0 where
            items are not numbered.
        marked: Whether the item that it stands in has its bullet or number.
    """

    def __init__(self) -> None:
        self.quoted = 0
        self.lists: list[int] = []
        self.marked = True
        self._heading = 0
        self._rows: list[list[Any]] | None = None

    def take(self, token: Any) -> None:
        """Take the next token."""
        kind = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(0 if kind.startswith("b") else 1)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
            self.closed(1.5)
        elif kind == "list_item_open":
            self.marked = False
        elif kind == "blockquote_open":
            self.quoted += 1
        elif kind == "blockquote_close":
            self.quoted -= 1
            self.closed(1)
        elif kind == "table_open":
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close":
            self._tabled()
        elif kind in ("fence", "code_block"):
            grid = matrix(token.info, token.content)
            self.grid(grid) if grid is not None else self.code(token.content)
        elif kind == "inline":
            self._inline(token)

    def _tabled(self) -> None:
        rows, self._rows = self._rows, None
        if rows:
            self.table(rows)

    def _inline(self, token: Any) -> None:
        if self._rows is not None:
            self._rows[-1].append(token)
        elif self._heading:
            level, self._heading = self._heading, 0
            self.title(level, token)
        else:
            self.paragraph(token)

    def title(self, level: int, token: Any) -> None:
        """Set a heading."""
        raise NotImplementedError

    def paragraph(self, token: Any) -> None:
        """Set a paragraph, where it stands."""
        raise NotImplementedError

    def table(self, rows: list[list[Any]]) -> None:
        """Set a table, its heads first; each cell is a token."""
        raise NotImplementedError

    def grid(self, grid: Matrix) -> None:
        """Set a grid of marks."""
        raise NotImplementedError

    def code(self, text: str) -> None:
        """Set a block of code."""
        raise NotImplementedError

    def closed(self, room: float) -> None:
        """Leave room behind a list or a quotation, in millimetres, where a format does so."""

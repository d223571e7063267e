"""A document for word processors."""

from __future__ import annotations

import io
from typing import Any

from docstring_lsp.deliverables.tokens import needed, tokens


def docx(document: str) -> bytes:
    """Return the file's bytes.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    writer = _Writer(needed("docx").Document())
    for token in tokens(document)[1]:
        writer.take(token)
    held = io.BytesIO()
    writer.document.save(held)
    return held.getvalue()


class _Writer:
    """Takes tokens one after the other; knows what it stands in."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self._heading = 0
        self._lists: list[str] = []
        self._quoted = 0
        self._rows: list[list[Any]] | None = None

    def take(self, token: Any) -> None:
        """Take the next token."""
        kind = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append("List Bullet" if kind.startswith("b") else "List Number")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "blockquote_open":
            self._quoted += 1
        elif kind == "blockquote_close":
            self._quoted -= 1
        elif kind == "table_open":
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close":
            self._table()
        elif kind in ("fence", "code_block"):
            self._code(token.content)
        elif kind == "inline":
            self._inline(token)

    def _inline(self, token: Any) -> None:
        if self._rows is not None:
            self._rows[-1].append(token)
        elif self._heading:
            title = "".join(c.content for c in token.children)
            self.document.add_heading(_allowed(title), min(self._heading - 1, 9))
            self._heading = 0
        else:
            _fill(self.document.add_paragraph(style=self._style()), token)

    def _style(self) -> str | None:
        if self._lists:
            depth = min(len(self._lists), 3)
            return self._lists[-1] + (f" {depth}" if depth > 1 else "")
        return "Quote" if self._quoted else None

    def _code(self, text: str) -> None:
        run = self.document.add_paragraph().add_run(_allowed(text.rstrip("\n")))
        _as_code(run)

    def _table(self) -> None:
        rows, self._rows = self._rows or [], None
        if not rows:
            return
        table = self.document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, token in zip(table.add_row().cells, row, strict=False):
                _fill(cell.paragraphs[0], token, bold=number == 0)
        self.document.add_paragraph()


def _fill(paragraph: Any, token: Any, *, bold: bool = False) -> None:
    strong, slanted = bold, False
    for child in token.children:
        if child.type in ("strong_open", "strong_close"):
            strong = bold or child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):
            slanted = child.type == "em_open"
        elif child.type == "softbreak":
            paragraph.add_run(" ")
        elif child.type == "hardbreak":
            paragraph.add_run().add_break()
        elif child.content:
            run = paragraph.add_run(_allowed(child.content))
            run.bold, run.italic = strong or None, slanted or None
            if child.type == "code_inline":
                _as_code(run)


def _as_code(run: Any) -> None:
    run.font.name = "Courier New"
    run.font.size = needed("docx.shared").Pt(9)


def _allowed(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or c.isprintable() or c.isspace())


EXPORT = docx

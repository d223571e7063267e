"""A document for printing.

Set in a font of the machine's that has the characters; failing one, in the fonts that every
reader has, which know western characters alone: others are shown as ``?``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docstring_lsp.deliverables.tokens import needed, tokens

_FONTS = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMono-Regular.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationMono-Regular.ttf"),
    ("arial.ttf", "arialbd.ttf", "cour.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Courier New.ttf"),
)
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
_SIZES = {1: 20, 2: 15, 3: 12, 4: 11}
_TEXT = 10


def pdf(document: str) -> bytes:
    """Return the file's bytes.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    sheet = needed("fpdf").FPDF(format="A4")
    sheet.set_auto_page_break(auto=True, margin=18)
    sheet.set_margins(18, 18, 18)
    writer = _Writer(sheet)
    sheet.add_page()
    for token in tokens(document)[1]:
        writer.take(token)
    return bytes(sheet.output())


class _Writer:
    """Takes tokens one after the other; knows what it stands in."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._text, self._mono, self._any = _families(sheet)
        self._heading = 0
        self._lists: list[int] = []
        self._quoted = 0
        self._rows: list[list[str]] | None = None

    def take(self, token: Any) -> None:
        """Take the next token."""
        kind = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(0 if kind.startswith("b") else 1)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._sheet.ln(1.5)
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
            self._inline(_plain(token))

    def _inline(self, text: str) -> None:
        if self._rows is not None:
            self._rows[-1].append(text)
        elif self._heading:
            level, self._heading = self._heading, 0
            size = _SIZES.get(level, _TEXT)
            self._sheet.ln(size / 5)
            self._set("B", size)
            self._put(text, size * 0.48)
            self._sheet.ln(1)
        else:
            self._set("", _TEXT)
            self._put(self._mark() + text, 5, indent=5 * (len(self._lists) + self._quoted))
            self._sheet.ln(0.5 if self._lists else 2)

    def _mark(self) -> str:
        if not self._lists:
            return ""
        if self._lists[-1]:
            self._lists[-1] += 1
            return f"{self._lists[-1] - 1}. "
        return "• " if self._any else "- "

    def _code(self, text: str) -> None:
        self._sheet.set_font(self._mono, "", 8)
        self._sheet.set_fill_color(244, 244, 244)
        self._put(text.rstrip("\n").expandtabs(4), 4, fill=True)
        self._sheet.ln(2)

    def _table(self) -> None:
        rows, self._rows = self._rows or [], None
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        self._set("", 8)
        widths = [min(40, max(8, *(len(r[c]) for r in rows if c < len(r)))) for c in range(columns)]
        with self._sheet.table(
            col_widths=tuple(widths), text_align="LEFT", line_height=4, first_row_as_headings=True
        ) as table:
            for row in rows:
                line = table.row()
                for cell in (*row, *[""] * (columns - len(row))):
                    line.cell(self._shown(cell))
        self._sheet.ln(3)

    def _set(self, style: str, size: int) -> None:
        self._sheet.set_font(self._text, style, size)

    def _put(self, text: str, height: float, *, indent: float = 0, fill: bool = False) -> None:
        self._sheet.set_x(self._sheet.l_margin + indent)
        self._sheet.multi_cell(
            0, height, self._shown(text), align="L", fill=fill, new_x="LMARGIN", new_y="NEXT"
        )

    def _shown(self, text: str) -> str:
        return text if self._any else text.encode("latin-1", "replace").decode("latin-1")


def _plain(token: Any) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in token.children)


def _families(sheet: Any) -> tuple[str, str, bool]:
    """Return the fonts for text and for code, and whether they have more than western letters."""
    found = {}
    for folder in map(Path, _FOLDERS):
        if folder.is_dir():
            found.update({path.name: path for path in sorted(folder.rglob("*.ttf"))})
    for text, bold, mono in _FONTS:
        if text in found and bold in found and mono in found:
            sheet.add_font("text", "", str(found[text]))
            sheet.add_font("text", "B", str(found[bold]))
            sheet.add_font("mono", "", str(found[mono]))
            return "text", "mono", True
    return "helvetica", "courier", False


EXPORT = pdf

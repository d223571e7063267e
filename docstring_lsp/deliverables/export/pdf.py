"""A document for printing.

Set in a font of the machine's that has many characters, and in others for those it does not have;
failing one, in the fonts that every reader has, which know western characters alone. What none
of them has is shown as ``?`` and told.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docstring_lsp.deliverables.markup import slugs
from docstring_lsp.deliverables.matrix import CAPTION, Matrix
from docstring_lsp.deliverables.tokens import Note, needed, tokens
from docstring_lsp.deliverables.typeface import Typeface, typeface
from docstring_lsp.deliverables.typesetter import Typesetter, runs, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = {1: 20, 2: 15, 3: 12, 4: 10.5}
_TEXT, _SMALL = 10, 8
_MARGIN = 18
_MOST_SHOWN = 20
_GREY, _RULE, _LINK = (244, 244, 244), (200, 200, 200), (20, 80, 160)


def pdf(document: str, note: Note) -> bytes:
    """Return the file's bytes.

    Args:
        document: The document, as Markdown.
        note: Is told which characters cannot be shown.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    sheet = type("Sheet", (needed("fpdf").FPDF,), {"footer": _footer})(format="A4")
    sheet.set_auto_page_break(auto=True, margin=_MARGIN)
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN)
    sheet.set_lang("en")
    found = tokens(document)[1]
    sheet.add_page()
    face = typeface(sheet, document)
    writer = _Writer(sheet, found, face)
    for token in found:
        writer.take(token)
    if face.lacking:
        note(_lacking(face.lacking))
    return bytes(sheet.output())


def _lacking(characters: str) -> str:
    shown = characters[:_MOST_SHOWN]
    more = f" and {len(characters) - len(shown)} more" if len(characters) > len(shown) else ""
    return (
        f"? stands for {' '.join(shown)}{more}: no font of this machine has "
        f"{'it' if len(characters) == 1 else 'them'}; install one, or write HTML or DOCX"
    )


class _Writer(Typesetter):
    """Sets a document on sheets of paper."""

    def __init__(self, sheet: Any, found: list[Any], face: Typeface) -> None:
        super().__init__()
        self._sheet = sheet
        self._text, self._mono, self._shown = face.text, face.mono, face.shown
        self._any = face.known is not None
        self._outlined = -1
        self._anchors = iter(anchors := slugs(told := titles(found)))
        self._links = {anchor: sheet.add_link(page=1) for anchor in anchors}
        if told:
            sheet.set_title(told[0])

    def title(self, level: int, token: Any) -> None:
        """Set a heading; it is not left alone at the foot of a page."""
        sheet, size = self._sheet, _SIZES.get(level, _TEXT)
        sheet.ln(size / 5)
        if sheet.will_page_break(size + 16):
            sheet.add_page()
        sheet.set_link(self._links[next(self._anchors)], y=sheet.get_y(), page=sheet.page)
        self._outlined = min(level - 1, self._outlined + 1)
        sheet.start_section(self._shown(_plain(token)), level=self._outlined)
        self._runs(token, size * 0.48, size, bold=True)
        sheet.ln(1)

    def paragraph(self, token: Any) -> None:
        """Set a paragraph, where it stands."""
        sheet, start, page = self._sheet, self._sheet.get_y(), self._sheet.page
        with self._indented(5 * (len(self.lists) + self.quoted)):
            mark = self._mark()
            if mark:
                sheet.set_x(sheet.l_margin - 4)
                self._set("", _TEXT)
                sheet.write(5, mark)
                sheet.set_x(sheet.l_margin)
            self._runs(token, 5, _TEXT)
        if self.quoted:
            top = start if sheet.page == page else _MARGIN
            sheet.set_draw_color(*_RULE)
            sheet.set_line_width(0.6)
            sheet.line(_MARGIN + 1.5, top, _MARGIN + 1.5, sheet.get_y())
            sheet.set_line_width(0.2)
        sheet.ln(0.5 if self.lists or self.quoted else 2)

    def _runs(self, token: Any, height: float, size: float, *, bold: bool = False) -> None:
        """Write a line's pieces, each in its own face, and end the line."""
        for piece in runs(token, bold=bold):
            if piece.kind == "break":
                self._sheet.ln(height)
            else:
                style = f"{'B' if piece.bold else ''}{'I' if piece.italic else ''}"
                self._set(style, size, mono=piece.kind == "code")
                self._write(height, piece.text, piece.link)
        self._sheet.ln(height)

    def _write(self, height: float, text: str, link: str) -> None:
        target = self._links.get(link[1:]) if link.startswith("#") else link
        if target:
            self._sheet.set_text_color(*_LINK)
        self._sheet.write(height, self._shown(text), link=target or "")
        self._sheet.set_text_color(0)

    def _mark(self) -> str:
        if not self.lists or self.marked:
            return ""
        self.marked = True
        if self.lists[-1]:
            self.lists[-1] += 1
            return f"{self.lists[-1] - 1}. "
        return "• " if self._any else "- "

    def closed(self, room: float) -> None:
        """Leave room behind a list or a quotation."""
        self._sheet.ln(room)

    def code(self, text: str) -> None:
        """Set a block of code."""
        sheet = self._sheet
        sheet.set_font(self._mono, "", _SMALL)
        sheet.set_fill_color(*_GREY)
        with self._indented(0):
            shown = self._shown(text.rstrip("\n").expandtabs(4))
            sheet.multi_cell(
                0, 4, shown, align="L", fill=True, padding=1.5, new_x="LMARGIN", new_y="NEXT"
            )
        sheet.ln(2)

    def _widths(self, texts: list[list[str]], columns: int) -> list[float]:
        """Return the widths of a table's columns: each its longest heading word, and a share."""
        cells = [[row[c] for row in texts if c < len(row)] for c in range(columns)]
        wants = [min(45, max(map(len, column))) for column in cells]
        self._set("B", _SMALL)
        least = [
            max((self._sheet.get_string_width(word) for word in column[0].split()), default=0) + 3
            for column in cells
        ]
        rest = max(0.0, self._sheet.epw - sum(least))
        return [own + rest * want / sum(wants) for own, want in zip(least, wants, strict=True)]

    def table(self, rows: list[list[Any]]) -> None:
        """Set a table, its heads first."""
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        face = needed("fpdf.fonts").FontFace
        texts = [[self._shown(_plain(cell)) for cell in row] for row in rows]
        widths = self._widths(texts, columns)
        self._set("", _SMALL)
        self._sheet.set_draw_color(*_RULE)
        self._sheet.set_fill_color(255)
        with self._sheet.table(
            col_widths=tuple(widths),
            text_align="LEFT",
            v_align="TOP",
            line_height=4,
            padding=0.8,
            headings_style=face(emphasis="BOLD", fill_color=_GREY),
        ) as table:
            for tokens_of, text_of in zip(rows, texts, strict=True):
                line = table.row()
                for cell, text in zip(tokens_of, text_of, strict=True):
                    mono = face(family=self._mono, size_pt=_SMALL - 0.5)
                    line.cell(text, style=mono if _is_code(cell) else None)
                for _ in range(columns - len(text_of)):
                    line.cell("")
        self._sheet.ln(3)

    def grid(self, grid: Matrix) -> None:
        """Draw who leans on whom: a row each, its marks in the columns of what it imports."""
        sheet, number = self._sheet, len(grid.names)
        self._set("I", _SMALL)
        sheet.write(4, self._shown(CAPTION))
        sheet.ln(5)
        self._set("", _SMALL)
        labels = [self._shown(f"{n}  {name}") for n, name in enumerate(grid.names, 1)]
        left = max((sheet.get_string_width(label) for label in labels), default=0) + 3
        side = min(5.0, (sheet.epw - left) / max(1, number))
        sheet.set_draw_color(*_RULE)
        self._numbers(number, left, side)
        for row, label in enumerate(labels):
            if sheet.will_page_break(side):
                sheet.add_page()
                self._numbers(number, left, side)
            self._set("", min(_SMALL, side * 1.8))
            x, y = sheet.l_margin, sheet.get_y()
            sheet.cell(left, side, label)
            for column in range(number):
                own, marked = row == column, (row, column) in grid.marks
                sheet.set_fill_color(*(_LINK if marked else _GREY if own else (255, 255, 255)))
                sheet.rect(x + left + column * side, y, side, side, style="DF")
            sheet.set_xy(x, y + side)
        sheet.ln(3)

    def _numbers(self, number: int, left: float, side: float) -> None:
        self._set("", min(_SMALL - 2, side * 1.5))
        self._sheet.set_x(self._sheet.l_margin + left)
        for column in range(1, number + 1):
            self._sheet.cell(side, side, str(column), align="C")
        self._sheet.ln(side)

    @contextmanager
    def _indented(self, by: float) -> Iterator[None]:
        self._sheet.set_left_margin(_MARGIN + by)
        self._sheet.set_x(_MARGIN + by)
        try:
            yield
        finally:
            self._sheet.set_left_margin(_MARGIN)
            self._sheet.set_x(_MARGIN)

    def _set(self, style: str, size: float, *, mono: bool = False) -> None:
        # A face of equal widths runs wide beside the others, and has no slanted one.
        if mono:
            self._sheet.set_font(self._mono, "B" if "B" in style else "", size * 0.92)
        else:
            self._sheet.set_font(self._text, style, size)


def _footer(sheet: Any) -> None:
    sheet.set_y(-12)
    sheet.set_font("helvetica", "", 8)
    sheet.set_text_color(120)
    sheet.cell(0, 5, str(sheet.page_no()), align="C")
    sheet.set_text_color(0)


def _plain(token: Any) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in token.children)


def _is_code(token: Any) -> bool:
    """Return whether a cell holds code alone, but for what divides its pieces."""
    kinds = {child.type for child in token.children if child.content.strip(", …")}
    return kinds == {"code_inline"}


EXPORT = pdf

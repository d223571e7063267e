"""A document for word processors."""

from __future__ import annotations

import io
from typing import Any

from docstring_lsp.deliverables.markup import slugs
from docstring_lsp.deliverables.matrix import CAPTION, Matrix
from docstring_lsp.deliverables.tokens import Note, needed, tokens
from docstring_lsp.deliverables.typesetter import Typesetter, runs, titles

_WIDTH = 17.0
"""Centimetres between the margins of a sheet."""
_SMALL = 8
_MARK, _GREY, _LINK = "1450A0", "F2F2F2", "1450A0"


def docx(document: str, _: Note) -> bytes:
    """Return the file's bytes.

    Raises:
        UsageError: If the library that it takes is not installed.
    """
    found = tokens(document)[1]
    writer = _Writer(_sheet(), slugs(titles(found)))
    for token in found:
        writer.take(token)
    held = io.BytesIO()
    writer.document.save(held)
    return held.getvalue()


def _sheet() -> Any:
    """Return an empty document on A4."""
    document, shared = needed("docx").Document(), needed("docx.shared")
    page = document.sections[0]
    page.page_width, page.page_height = shared.Cm(21), shared.Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, side, shared.Cm((21 - _WIDTH) / 2))
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = shared.Pt(10.5)
    return document


class _Writer(Typesetter):
    """Sets a document for a word processor."""

    def __init__(self, document: Any, anchors: list[str]) -> None:
        super().__init__()
        self.document = document
        self._anchors = iter(anchors)
        self._known = frozenset(anchors)

    def title(self, level: int, token: Any) -> None:
        """Set a heading."""
        title = "".join(c.content for c in token.children)
        written = self.document.add_heading(_allowed(title), min(level - 1, 9))
        _bookmark(written, next(self._anchors))

    def paragraph(self, token: Any) -> None:
        """Set a paragraph, where it stands."""
        paragraph = self.document.add_paragraph(style=self._style())
        if self.quoted or self.lists:
            paragraph.paragraph_format.space_after = needed("docx.shared").Pt(2)
        _fill(paragraph, token, known=self._known)

    def _style(self) -> str | None:
        if self.lists:
            depth = min(len(self.lists), 3)
            own = "List Number" if self.lists[-1] else "List Bullet"
            kind = "List Continue" if self.marked else own
            self.marked = True
            return kind + (f" {depth}" if depth > 1 else "")
        return "Quote" if self.quoted else None

    def code(self, text: str) -> None:
        """Set a block of code."""
        paragraph = self.document.add_paragraph()
        _shade(_xml(paragraph).get_or_add_pPr(), _GREY)
        _as_code(paragraph.add_run(_allowed(text.rstrip("\n"))))

    def table(self, rows: list[list[Any]]) -> None:
        """Set a table, its heads first."""
        table = self._columns(rows)
        for number, row in enumerate(rows):
            line = table.add_row()
            for cell, token in zip(line.cells, row, strict=False):
                _fill(cell.paragraphs[0], token, bold=number == 0, size=_SMALL, known=self._known)
                _tight(cell)
                if number == 0:
                    _shade(_xml(cell).get_or_add_tcPr(), _GREY)
            _kept_whole(line, head=number == 0)
        self.document.add_paragraph()

    def _columns(self, rows: list[list[Any]]) -> Any:
        """Return an empty table whose columns are as wide as what is in them asks for."""
        number = max(map(len, rows))
        longest = [
            min(45, max(8, *(len(row[c].content) for row in rows if c < len(row))))
            for c in range(number)
        ]
        shares = [_WIDTH * each / sum(longest) for each in longest]
        return self._ruled(shares)

    def _ruled(self, widths: list[float]) -> Any:
        table = self.document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = needed("docx.shared").Cm(width)
        return table

    def grid(self, grid: Matrix) -> None:
        """Draw who leans on whom: a row each, its marks in the columns of what it imports."""
        self.document.add_paragraph().add_run(CAPTION).italic = True
        number = len(grid.names)
        side = min(0.5, 11.0 / max(1, number))
        left = min(_WIDTH - side * number, 0.6 + 0.16 * max(map(len, grid.names), default=0))
        table = self._ruled([left, *[side] * number])
        heads = ["", *(str(column) for column in range(1, number + 1))]
        labels = [f"{row} {name}" for row, name in enumerate(grid.names, 1)]
        for row, texts in enumerate([heads, *([label] for label in labels)], -1):
            line = table.add_row()
            for column, cell in enumerate(line.cells, -1):
                _tight(cell)
                if column + 1 < len(texts):
                    small = cell.paragraphs[0].add_run(texts[column + 1])
                    small.font.size = needed("docx.shared").Pt(7 if column < 0 else 5)
                if row >= 0 and (row, column) in grid.marks:
                    _shade(_xml(cell).get_or_add_tcPr(), _MARK)
            _kept_whole(line, head=row < 0)
        self.document.add_paragraph()


def _fill(
    paragraph: Any,
    token: Any,
    *,
    bold: bool = False,
    size: float = 0,
    known: frozenset[str] = frozenset(),
) -> None:
    for piece in runs(token, bold=bold):
        if piece.kind == "space":
            paragraph.add_run(piece.text)
        elif piece.kind == "break":
            paragraph.add_run().add_break()
        elif piece.text:
            run = paragraph.add_run(_allowed(piece.text))
            run.bold, run.italic = piece.bold or None, piece.italic or None
            if piece.kind == "code":
                _as_code(run)
            if size:
                run.font.size = needed("docx.shared").Pt(size)
            link = piece.link
            if link and (not link.startswith("#") or link[1:] in known):
                _linked(paragraph, run, link)


def _as_code(run: Any) -> None:
    run.font.name = "Courier New"
    run.font.size = needed("docx.shared").Pt(9)


def _xml(of: Any) -> Any:
    """Return the XML of a piece of a document, for what python-docx has no words for."""
    return of._element  # noqa: SLF001


def _element(tag: str, /, **attributes: str) -> Any:
    oxml = needed("docx.oxml")
    qn = needed("docx.oxml.ns").qn
    made = oxml.OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _bookmark(paragraph: Any, anchor: str) -> None:
    """Mark a heading as what links of the document lead to."""
    number = str(int(_named(anchor)[1:7], 16))
    start = _element("w:bookmarkStart", id=number, name=_named(anchor))
    _xml(paragraph).insert(1 if _xml(paragraph).pPr is not None else 0, start)
    _xml(paragraph).append(_element("w:bookmarkEnd", id=number))


def _named(anchor: str) -> str:
    """Return an anchor as a word processor takes it: short, without hyphens, no two alike."""
    from hashlib import sha256

    return f"h{sha256(anchor.encode()).hexdigest()[:16]}"


def _linked(paragraph: Any, run: Any, link: str) -> None:
    """Make a run lead somewhere."""
    run.font.color.rgb = needed("docx.shared").RGBColor.from_string(_LINK)
    if link.startswith("#"):
        around = _element("w:hyperlink", anchor=_named(link[1:]))
    else:
        kind = needed("docx.opc.constants").RELATIONSHIP_TYPE.HYPERLINK
        around = _element("w:hyperlink")
        target = paragraph.part.relate_to(link, kind, is_external=True)
        around.set(needed("docx.oxml.ns").qn("r:id"), target)
    _xml(run).addprevious(around)
    around.append(_xml(run))


def _shade(properties: Any, colour: str) -> None:
    properties.append(_element("w:shd", val="clear", color="auto", fill=colour))


def _tight(cell: Any) -> None:
    cell.paragraphs[0].paragraph_format.space_after = 0


def _kept_whole(row: Any, *, head: bool) -> None:
    """Keep a row on one page; the head is repeated on each."""
    properties = _xml(row).get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if head:
        properties.append(_element("w:tblHeader"))


def _allowed(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or c.isprintable() or c.isspace())


EXPORT = docx

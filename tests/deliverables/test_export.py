"""Exports: every format opens and says what the document says, and HTML runs nothing."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from docstring_lsp.deliverables import typeface
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.offline import offline
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.deliverables.workspace import export
from docstring_lsp.errors import UnknownNameError

DOCUMENT = """# Title `x`

Words with **weight**, `code` — and *lean* ones.

- one
  - inner

1. first

> quoted

| A | B |
| --- | --- |
| `x` | y |

```python
if x < 1: pass
```

<!-- Made by somebody -->
<script>alert(1)</script> and [bad](javascript:alert(1)) and <b onclick="x">b</b>
"""


class Tags(HTMLParser):
    """Reads a page; tags that are not closed in their order are told."""

    VOID = frozenset({"meta", "br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_html_is_one_page_that_runs_nothing() -> None:
    page = export("html", DOCUMENT).decode()
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {"script", "b", "iframe", "link"} & set(tags.seen)
    assert "javascript:" not in re.sub(r"\[bad\]\(javascript:alert\(1\)\)", "", page)
    assert "Made by somebody" not in page
    assert '<h1 id="title-x">Title <code>x</code></h1>' in page
    assert "<script>alert(1)</script>" in "".join(tags.text)


def test_docx_opens_and_says_the_same() -> None:
    import docx

    document = docx.Document(io.BytesIO(export("docx", DOCUMENT)))
    told = [p.text for p in document.paragraphs]
    assert told[0] == "Title x"
    assert "Words with weight, code — and lean ones." in told
    assert "if x < 1: pass" in told
    assert [c.text for c in document.tables[0].rows[1].cells] == ["x", "y"]
    styles = {p.text: p.style.name for p in document.paragraphs if p.style is not None}
    assert styles["inner"] == "List Bullet 2"
    assert styles["quoted"] == "Quote"


def test_pdf_opens_and_says_the_same() -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(export("pdf", DOCUMENT)))
    told = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for said in ("Title x", "Words with weight, code", "1. first", "quoted", "if x < 1: pass"):
        assert said in told


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "markdown"])
@pytest.mark.parametrize("name", ["architecture", "api-reference", "problem-statement"])
def test_documents_of_a_project_are_exported(kind: str, name: str, evidence: Evidence) -> None:
    assert len(export(kind, offline(templates()[name], evidence).body)) > 500


LINKED = """# House

- [The cellar](#the-cellar)
- [The attic](#the-attic)
- [Nowhere](#nowhere)

## The cellar

```mermaid
---
title: An arrow
---
flowchart TD
    n0["house"]
    n1["house.cellar"]
    n1 --> n0
```

## The attic

```mermaid
sequenceDiagram
```
"""


ODD = "# Odd \U000f0000\n\n- one\n\n  more of it\n\n1. first\n   - within\n"


def test_what_is_odd_is_printed_as_well_as_can_be() -> None:
    import docx
    from pypdf import PdfReader

    told = PdfReader(io.BytesIO(export("pdf", ODD))).pages[0].extract_text()
    assert "Odd ?" in told
    assert [line for line in told.splitlines() if "more of it" in line] == ["more of it"]
    document = docx.Document(io.BytesIO(export("docx", ODD)))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style is not None}
    assert styles["one"] == "List Bullet"
    assert styles["more of it"] == "List Continue"
    assert styles["within"] == "List Bullet 2"


def test_characters_that_no_font_has_are_told_once() -> None:
    notes: list[str] = []
    export("pdf", ODD + ODD, notes.append)
    (note,) = notes
    assert note.startswith("? stands for \U000f0000: no font of this machine has it")
    export("pdf", "# Plain \ufe0f\n", notes.append)
    assert len(notes) == 1


def test_a_font_that_has_the_character_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
    from pypdf import PdfReader

    pen = TTGlyphPen(None)
    for act, place in ((pen.moveTo, (0, 0)), (pen.lineTo, (0, 500)), (pen.lineTo, (500, 0))):
        act(place)
    pen.closePath()
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "odd"])
    font.setupCharacterMap({0xF0000: "odd"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "odd": pen.glyph()})
    font.setupHorizontalMetrics({".notdef": (500, 0), "odd": (500, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Odd", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(tmp_path / "odd.ttf")
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(typeface, "_FOLDERS", (*typeface._FOLDERS, str(tmp_path)))
    if not typeface._fonts().keys() & {fonts[0] for fonts in typeface._FONTS}:
        pytest.skip("this machine has none of the fonts that texts are set in")
    notes: list[str] = []
    told = PdfReader(io.BytesIO(export("pdf", ODD, notes.append))).pages[0].extract_text()
    assert "Odd \U000f0000" in told
    assert notes == []


def test_diagrams_of_imports_are_drawn_and_others_shown() -> None:
    page = export("html", LINKED).decode()
    assert page.count('<td class="mark">') == 1
    assert '<th scope="row">2 <code>house.cellar</code></th><td class="mark">' in page
    assert "sequenceDiagram" in page
    assert "flowchart" not in page


def test_links_in_docx_lead_to_headings() -> None:
    import docx

    document = docx.Document(io.BytesIO(export("docx", LINKED)))
    xml = document.element.xml
    marks = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', xml)
    assert len(set(marks)) == 3
    assert re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml) == marks[1:]
    grid = document.tables[0]
    assert [c.text for c in grid.rows[2].cells] == ["2 house.cellar", "", ""]
    assert "1450A0" in grid.rows[2].cells[1]._tc.xml
    assert "1450A0" not in grid.rows[1].cells[2]._tc.xml


def test_a_pdf_has_an_outline_links_and_page_numbers() -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(export("pdf", LINKED)))
    assert reader.metadata is not None
    assert reader.metadata.title == "House"
    house, parts = reader.outline
    assert [house["/Title"], *(part["/Title"] for part in parts)] == [  # type: ignore[index, call-overload]
        "House",
        "The cellar",
        "The attic",
    ]
    told = reader.pages[0].extract_text()
    assert "A mark says" in told
    assert told.rstrip().endswith("1")
    assert len(reader.pages[0]["/Annots"]) == 2  # type: ignore[arg-type]


def test_an_unknown_format() -> None:
    with pytest.raises(UnknownNameError, match="format"):
        export("odt", "x")

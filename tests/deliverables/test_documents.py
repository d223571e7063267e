"""Documents put together, put in their place, and kept where people wrote in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docstring_lsp.deliverables.keep import kept
from docstring_lsp.deliverables.markup import code, prose, slugs, summary, table
from docstring_lsp.deliverables.merge import headings, merge
from docstring_lsp.deliverables.model import Written
from docstring_lsp.deliverables.placing import place
from docstring_lsp.deliverables.provenance import renewed, signed
from docstring_lsp.errors import UsageError


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a *b* <c> d_e", "a b \\<c\\> d_e"),
        ("*args and **kwargs", "\\*args and \\*\\*kwargs"),
        ("``x`` and `y` and :func:`z`", "`x` and `y` and `z`"),
        ("a | b\nc", "a \\| b c"),
        ("[x](javascript:y)", "x"),
    ],
)
def test_words_are_marked_so_that_they_say_the_same(text: str, marked: str) -> None:
    assert prose(text) == marked


def test_code_with_backquotes() -> None:
    assert code("a`b") == "`` a`b ``"
    assert code("") == ""


@pytest.mark.parametrize(
    ("docstring", "first"),
    [
        ("Put it. Then go.\n\nMore.", "Put it."),
        ("Use e.g. this one\nor that.", "Use e.g. this one or that."),
        (":param x: y", ""),
        ("", ""),
        ("Do it. .. versionadded:: 1", "Do it."),
    ],
)
def test_the_first_sentence(docstring: str, first: str) -> None:
    assert summary(docstring) == first


def test_a_table_without_rows_is_none() -> None:
    assert table(("A",), []) == ""
    assert table(("A", "B"), [("x|y", "")]).splitlines()[2] == "| x\\|y |"


def test_a_column_that_no_row_fills_is_left_out() -> None:
    rows = [("a", "", "x"), ("b", " ", "")]
    assert table(("A", "B", "C"), rows) == "| A | C |\n| --- | --- |\n| a | x |\n| b |  |"


def test_anchors_are_each_their_own() -> None:
    assert slugs(["A `b.c`", "A b.c", "Ä, ö!"]) == ["a-bc", "a-bc-1", "ä-ö"]


def test_merged_documents_have_contents_whose_anchors_exist() -> None:
    parts = [
        ("a", "# One\n\n## Same\n\n```sh\n# no heading\n```\n"),
        ("b", "# Two\n\n## Same\n\n<!-- keep: x -->\n<!-- /keep -->\n"),
    ]
    whole = merge("All", parts, failed=[("Three", "it *broke*")])
    anchors = slugs(text for _, text in headings(whole))
    linked = re.findall(r"\]\(#([^)]+)\)", whole)
    assert linked == ["one", "same", "two", "same-1", "what-is-missing"]
    assert set(linked) <= set(anchors)
    assert "<!-- keep: b/x -->" in whole
    assert "\n# no heading\n" in whole
    assert "- Three: it broke" in whole
    assert "Contents" not in merge("All", parts, contents=False)


BEFORE = """# T

<!-- keep: a -->
Mine.
<!-- /keep -->

<!-- keep: gone -->
Mine, too.
<!-- /keep -->

<!-- keep: b -->
_Not told by the project; to be added: old._
<!-- /keep -->
"""
AFTER = """# T anew

<!-- keep: a -->
_Not told by the project; to be added: x._
<!-- /keep -->

<!-- keep: b -->
_Not told by the project; to be added: new._
<!-- /keep -->
"""


def test_what_people_wrote_is_kept() -> None:
    joined = kept(BEFORE, AFTER)
    assert "# T anew" in joined
    assert "<!-- keep: a -->\nMine.\n<!-- /keep -->" in joined
    assert "added: new._" in joined
    assert joined.endswith("## Kept\n\n<!-- keep: gone -->\nMine, too.\n<!-- /keep -->\n")
    assert kept(joined, joined) == joined


def test_a_renewal_with_nothing_new_leaves_the_date() -> None:
    old = signed("readme", Written(body="x\n", provider="static"), date="2026-01-01")
    new = signed("readme", Written(body="x\n", provider="static"), date="2026-02-02")
    assert old.endswith("<!-- Made by docstring-lsp: readme; by static; 2026-01-01 -->\n")
    assert renewed(old, new) == old


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "x.md"
    assert place(path, AFTER, project=tmp_path).status == "written"
    assert place(path, AFTER, project=tmp_path).status == "unchanged"
    path.write_text(BEFORE, encoding="utf-8")
    left = place(path, AFTER, project=tmp_path)
    assert left.status == "differs"
    assert "-# T\n+# T anew\n" in left.diff
    assert path.read_text(encoding="utf-8") == BEFORE
    assert place(path, AFTER, project=tmp_path, force=True).status == "written"
    assert "Mine." in path.read_text(encoding="utf-8")


def test_nothing_is_written_outside_of_the_project(tmp_path: Path) -> None:
    inner = tmp_path / "project"
    inner.mkdir()
    (inner / "link").symlink_to(tmp_path)
    for path in (tmp_path / "x.md", inner / ".." / "x.md", inner / "link" / "x.md"):
        with pytest.raises(UsageError, match="outside"):
            place(path, "x", project=inner)
    assert not (tmp_path / "x.md").exists()

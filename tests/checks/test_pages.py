"""Every rule has a page, and the page's own examples show what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import pytest

from docstring_lsp.checks import page
from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.run import all_codes, check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import EVERYTHING

CODES = sorted(all_codes())


def findings(code: str, text: str) -> tuple[Finding, ...]:
    path = PurePath("shop/__init__.py" if code == "DL101" else "shop/pay.py")
    return check(
        text,
        replace(EVERYTHING, init="init" if code == "DL108" else "class"),
        path=path,
        style_name="google",
        style_is_told=code == "DL500",
        selection=Selection(),
        unwanted={"basket": "cart"} if code == "DL600" else {},
    )


def found(code: str, text: str) -> set[str]:
    return {finding.code for finding in findings(code, text)}


def test_each_code_has_a_page_and_no_page_is_left_over() -> None:
    assert list(page.codes()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_what_why_and_how(code: str) -> None:
    text = page.text(code)
    assert text.startswith(f"# {code}: ")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## Why", "## Bad", "## Good", "## Fix"]


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_is_found_and_the_good_one_is_clean(code: str) -> None:
    assert code in found(code, page.example(code, "Bad"))
    assert found(code, page.example(code, "Good")) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_whether_it_is_mended(code: str) -> None:
    said = page.text(code).partition("## Fix\n")[2]
    (fixable,) = {f.fixable for f in findings(code, page.example(code, "Bad")) if f.code == code}
    assert fixable or "by hand" in said.lower()
    assert not (fixable and said.startswith("By hand"))

"""What each form of results says of the same findings."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from docstring_lsp.checks.report import Located
from docstring_lsp.cli.reports import report, reports

FOUND = [
    Located(
        path="shop, ü/pay.py",
        code="DL200",
        message='parameter `x` is 100% wrong: "<&>"',
        line=3,
        column=5,
        end_line=3,
        end_column=8,
        symbol="Cart.pay",
        fixable=True,
        excerpt="def pay(x):  # \t𝄞",
    ),
    Located(
        path="shop, ü/pay.py",
        code="DL900",
        message="vain",
        line=7,
        column=1,
        end_line=8,
        end_column=2,
        symbol="<module>",
        fixable=False,
        excerpt="",
    ),
]


def test_the_folders_files_are_the_forms() -> None:
    assert reports() == ("concise", "github", "json", "junit", "sarif", "text")


@pytest.mark.parametrize("name", reports())
def test_nothing_found_is_told_too(name: str) -> None:
    text = report(name).render([], 2)
    assert "DL" not in text
    assert not text.endswith("\n")


def test_text_shows_the_line_and_points_at_the_place() -> None:
    assert report("text").render(FOUND[:1], 1).splitlines()[:3] == [
        'shop, ü/pay.py:3:5: DL200 parameter `x` is 100% wrong: "<&>"',
        "  def pay(x):  #  𝄞",
        "      ^^^",
    ]


def test_text_cuts_a_long_line_around_the_place() -> None:
    excerpt = "x" * 500 + "pay" + "y" * 500
    long = replace(FOUND[0], excerpt=excerpt, column=501, end_column=504)
    _, code, carets = report("text").render([long], 1).splitlines()[:3]
    assert len(code) < 130
    assert code[carets.index("^") : carets.rindex("^") + 1] == "pay"


def test_json_is_a_list_of_objects() -> None:
    rows = json.loads(report("json").render(FOUND, 1))
    assert [row["code"] for row in rows] == ["DL200", "DL900"]
    assert "excerpt" not in rows[0]


def test_githubs_commands_are_escaped() -> None:
    assert report("github").render(FOUND, 1).splitlines() == [
        "::warning title=docstring-lsp (DL200),file=shop%2C ü/pay.py,line=3,endLine=3,col=5,"
        'endColumn=8::DL200 parameter `x` is 100%25 wrong: "<&>"',
        "::warning title=docstring-lsp (DL900),file=shop%2C ü/pay.py,line=7,endLine=8::DL900 vain",
    ]


def test_junits_xml_has_a_case_a_finding() -> None:
    root = ElementTree.fromstring(report("junit").render(FOUND, 1).encode())
    assert (root.get("tests"), root.get("failures")) == ("2", "2")
    (suite,) = root
    first = suite[0]
    assert (suite.get("name"), first.get("line")) == ("shop, ü/pay.py", "3")
    assert first[0].get("message") == FOUND[0].message
    passed = ElementTree.fromstring(report("junit").render([], 3).encode())
    assert (passed.get("tests"), passed.get("failures")) == ("1", "0")


def test_sarif_has_the_rules_pages_and_the_places() -> None:
    log = json.loads(report("sarif").render(FOUND, 1))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["DL200", "DL900"]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "shop%2C%20%C3%BC/pay.py"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 8}
    moved = replace(FOUND[0], line=30, end_line=30)
    again = json.loads(report("sarif").render([moved], 1))["runs"][0]["results"][0]
    assert again["partialFingerprints"] == first["partialFingerprints"]


@pytest.mark.parametrize("found", [FOUND, []])
def test_sarif_is_what_its_specification_says(found: list[Located]) -> None:
    model = pytest.importorskip("sarif_pydantic", reason="sarif-pydantic is not installed")
    text = report("sarif").render(found, 1)
    log = model.Sarif.model_validate_json(text)
    assert len(log.runs[0].results) == len(found)

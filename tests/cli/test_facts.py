"""``docstring-lsp facts``: what the code says, as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import SHOP, Cli


def test_one_definition_is_an_object(cli: Cli, shop: Path) -> None:
    result = cli("facts", "shop.py:Cart.add")
    facts = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert (facts["kind"], facts["qualname"], facts["module"]) == ("function", "Cart.add", "shop")
    assert [p["name"] for p in facts["parameters"]] == ["name", "count"]


def test_a_file_is_a_list_of_all(cli: Cli, shop: Path) -> None:
    facts = json.loads(cli("facts", "shop.py").out)
    names = [(f["kind"], f.get("qualname", "")) for f in facts]
    assert [kind for kind, _ in names] == ["module", "class", *["function"] * 4]
    assert [name for _, name in names[1:]] == [
        "Cart",
        "Cart.add",
        "Cart.total",
        "Cart._log",
        "refund",
    ]


def test_definitions_of_one_name_are_a_list(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text("def f(a): ...\ndef f(b): ...\n")
    facts = json.loads(cli("facts", "x.py:f").out)
    assert [f["parameters"][0]["name"] for f in facts] == ["a", "b"]


def test_standard_input(cli: Cli, project: Path) -> None:
    facts = json.loads(cli("facts", "--", "-:refund", stdin=SHOP.encode()).out)
    assert facts["qualname"] == "refund"
    assert len(json.loads(cli("facts", "-", stdin=SHOP.encode()).out)) == 6


def test_a_colon_may_be_the_files_own(cli: Cli, project: Path) -> None:
    (project / "a:b.py").write_text(SHOP)
    assert json.loads(cli("facts", "a:b.py:refund").out)["qualname"] == "refund"
    assert len(json.loads(cli("facts", "a:b.py").out)) == 6


def test_the_package_is_part_of_the_modules_name(cli: Cli, project: Path) -> None:
    (project / "pkg").mkdir()
    (project / "pkg" / "__init__.py").touch()
    (project / "pkg" / "x.py").write_text("def f(): ...\n")
    assert json.loads(cli("facts", "pkg/x.py:f").out)["module"] == "pkg.x"


def test_what_cannot_be_parsed_is_told_and_the_rest_is_there(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text("def good(): ...\ndef bad(a):\n    return a +\ndef fine(): ...\n")
    result = cli("facts", "x.py")
    assert result.status == 2
    assert {"good", "fine"} <= {f.get("qualname") for f in json.loads(result.out)}
    assert result.err.startswith("docstring-lsp: error: x.py: `")

"""``docstring-lsp generate``: what it shows, what it writes, with which status."""

from __future__ import annotations

import ast
import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Cli


def documented(text: str) -> dict[str, str | None]:
    """Return each definition's docstring by its name."""
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, (ast.ClassDef, ast.FunctionDef))]
    return {node.name: ast.get_docstring(node) for node in nodes}


def test_a_diff_is_shown_and_nothing_written(cli: Cli, shop: Path) -> None:
    result = cli("generate", "shop.py")
    assert result.status == 1
    assert shop.read_text() == SHOP
    lines = result.out.splitlines()
    assert lines[:2] == ["--- shop.py", "+++ shop.py"]
    assert not [line for line in lines if line.startswith("-") and not line.startswith("---")]
    assert result.err == "2 docstrings to write in 1 file (1 file read).\n"
    assert "\x1b" not in result.out


def test_write_does_what_the_diff_shows(cli: Cli, shop: Path) -> None:
    if shutil.which("patch") is None:
        pytest.skip("the program `patch` is not here")
    diff = cli("generate").out
    result = cli("generate", "--write")
    assert (result.status, result.out) == (0, "wrote shop.py\n")
    assert result.err == "2 docstrings written in 1 file (1 file read).\n"
    written = shop.read_text()
    shop.write_text(SHOP)
    subprocess.run(["patch", "--quiet", "-p0"], input=diff, text=True, check=True)
    assert shop.read_text() == written


def test_only_what_is_missing_is_written_and_twice_is_once(cli: Cli, shop: Path) -> None:
    assert cli("generate", "--write").status == 0
    written = documented(shop.read_text())
    assert written["Cart"] == "What is bought."
    assert written["_log"] is None
    assert "ValueError" in (written["refund"] or "")
    result = cli("generate", "--write")
    assert (result.status, result.out) == (0, "")
    assert result.err == "Nothing to write (1 file read).\n"
    assert cli("check").status == 0


def test_check_names_the_files_and_writes_nothing(cli: Cli, shop: Path) -> None:
    result = cli("generate", "--check")
    assert (result.status, result.out) == (1, "would change shop.py\n")
    assert shop.read_text() == SHOP
    cli("generate", "--write")
    assert cli("generate", "--check").status == 0


def test_replace_writes_anew_what_stands(cli: Cli, shop: Path) -> None:
    cli("generate", "--write", "--replace")
    written = documented(shop.read_text())
    assert written["Cart"] not in (None, "What is bought.")
    assert cli("generate", "--check", "--replace").status == 0


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--symbol", "refund"], {"refund"}),
        (["--symbol", "Cart.add", "--symbol", "refund"], {"add", "refund"}),
        (["--symbol", "Cart._log"], {"_log"}),
        (["--symbol", "Cart.total"], set()),
        (["--include-private"], {"add", "_log", "refund"}),
        (["--include-private", "--exclude", "*.py"], set()),
    ],
)
def test_which_definitions(cli: Cli, shop: Path, options: list[str], names: set[str]) -> None:
    cli("generate", "--write", *options)
    before, after = documented(SHOP), documented(shop.read_text())
    assert {name for name in after if after[name] != before[name]} == names


def test_a_symbol_is_looked_for_in_every_file(cli: Cli, shop: Path) -> None:
    (shop.parent / "other.py").write_text('"""O."""\ndef other(): pass\n')
    result = cli("generate", "--symbol", "other", "--symbol", "refund", "--check")
    assert result.out == "would change other.py\nwould change shop.py\n"


def test_one_unknown_symbol_and_nothing_is_written(cli: Cli, shop: Path) -> None:
    result = cli("generate", "--write", "--symbol", "refund", "--symbol", "refnud")
    assert result.status == 2
    assert "unknown symbol 'refnud' in shop.py. Did you mean 'refund'?" in result.err
    assert shop.read_text() == SHOP


def test_of_a_property_the_getter_is_meant(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text(
        "class A:\n"
        "    @property\n    def size(self): return self._size\n"
        "    @size.setter\n    def size(self, value): self._size = value\n"
    )
    (told,) = json.loads(cli("generate", "--symbol", "A.size", "--format", "json").out)
    assert [(d["line"], d["status"]) for d in told["definitions"]] == [(3, "written")]


def test_the_style_that_is_asked_for(cli: Cli, shop: Path) -> None:
    google = cli("generate", "--style", "google").out
    assert "        Args:" in google
    assert cli("generate", "--style", "auto").out == google
    (shop.parent / "docstring-lsp.toml").write_text('style = "google"\n')
    assert cli("generate").out == google


def test_for_tools(cli: Cli, shop: Path) -> None:
    (told,) = json.loads(cli("generate", "--format", "json").out)
    assert (told["path"], told["changed"], told["written"]) == ("shop.py", True, False)
    assert told["error"] is None
    assert told["diff"].startswith("--- shop.py\n+++ shop.py\n")
    assert [(d["symbol"], d["status"]) for d in told["definitions"]] == [
        ("<module>", "standing"),
        ("Cart", "standing"),
        ("Cart.add", "written"),
        ("Cart.total", "standing"),
        ("Cart._log", "exempt"),
        ("refund", "written"),
    ]
    add = told["definitions"][2]
    assert (add["line"], add["kind"], add["provider"]) == (7, "function", "static")
    (told,) = json.loads(cli("generate", "--format", "json", "--write").out)
    assert (told["changed"], told["written"], "diff" in told) == (True, True, False)


# Standard input.


def test_standard_input_as_a_diff(cli: Cli, project: Path) -> None:
    result = cli("generate", "-", "--stdin-filename", "shop.py", stdin=SHOP.encode())
    assert result.status == 1
    assert result.out.startswith("--- shop.py\n+++ shop.py\n")


def test_standard_input_to_standard_output_keeps_every_byte(cli: Cli, project: Path) -> None:
    source = '\ufeff"""X, déjà vu."""\r\ndef f():\r\n\treturn 1\r'.encode()
    result = cli("generate", "-", "--write", stdin=source)
    assert result.status == 0
    assert result.out.startswith('\ufeff"""X, déjà vu."""\r\ndef f():\r\n\t"""')
    assert result.out.endswith('"""\r\n\treturn 1\r')
    again = cli("generate", "-", "--write", stdin=result.out.encode())
    assert again.out == result.out


def test_the_filename_of_standard_input_decides_what_is_asked_of_it(
    cli: Cli, project: Path
) -> None:
    result = cli("generate", "-", "--stdin-filename", "tests/test_shop.py", stdin=SHOP.encode())
    assert (result.status, result.out) == (0, "")


# Files.


@pytest.mark.skipif(os.name != "posix", reason="a thing of POSIX systems")
def test_permissions_and_links_are_kept(cli: Cli, shop: Path) -> None:
    shop.chmod(0o751)
    link = shop.parent / "link.py"
    link.symlink_to("shop.py")
    assert cli("generate", "--write", "link.py", "shop.py").out == "wrote link.py\n"
    assert link.is_symlink()
    assert stat.S_IMODE(shop.stat().st_mode) == 0o751
    assert '"""' in shop.read_text().split("def refund")[1]


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"], ["--jobs", "3"]])
def test_many_files_come_in_order_whoever_is_done_first(
    cli: Cli, project: Path, jobs: list[str]
) -> None:
    for number in range(18):
        (project / f"m{number:02}.py").write_text(SHOP * (5 if number % 6 == 0 else 1))
    result = cli("generate", "--check", *jobs)
    assert result.out.splitlines() == [f"would change m{n:02}.py" for n in range(18)]
    assert result.err.endswith("in 18 files (18 files read).\n")


def test_the_declared_encoding_is_kept(cli: Cli, project: Path) -> None:
    path = project / "x.py"
    path.write_bytes('# coding: latin-1\n"""Grüße."""\ndef f(a="ä"): pass\n'.encode("latin-1"))
    assert cli("generate", "--write").status == 0
    text = path.read_bytes().decode("latin-1")
    assert documented(text.partition("\n")[2])["f"]
    assert text.count("ä") >= 2


PAY = '''\
"""Pay."""

from shop.tools import g


def pay(a):
    """Pay it.

    Args:
        a: What is paid.

    Raises:
        OddError: OddError
    """
    g(a)
'''
SILENT = '''\
"""Tools."""


def g(a):
    """Print it.

    Args:
        a: A.
    """
    print(a)
'''


def test_what_is_stale_is_judged_by_other_modules_as_the_check_does(
    cli: Cli, project: Path
) -> None:
    package = project / "shop"
    package.mkdir()
    for name, text in {"__init__": '"""A shop."""\n', "tools": SILENT, "pay": PAY}.items():
        (package / f"{name}.py").write_text(text)
    found = json.loads(cli("check", "--select", "DL2", "--format", "json").out)
    assert [(each["code"], each["symbol"]) for each in found] == [("DL221", "pay")]
    result = cli("generate", "--only", "stale", "--write", "shop")
    updated = (package / "pay.py").read_text()
    assert updated == PAY.replace("\n    Raises:\n        OddError: OddError\n", "")
    assert (result.status, result.out) == (0, "wrote shop/pay.py\n")
    (package / "pay.py").write_text(PAY)
    cli("check", "--select", "DL2", "--fix")
    assert (package / "pay.py").read_text() == updated


def test_standard_input_stands_for_the_file_that_is_named(cli: Cli, project: Path) -> None:
    text = "import json\n\n\ndef f(a):\n    return json.dumps(a)\n"
    (project / "codec.py").write_text(text)
    told = cli("generate", "--write", "-", "--stdin-filename", "codec.py", stdin=text.encode())
    cli("generate", "--write", "codec.py")
    assert told.out == (project / "codec.py").read_text()

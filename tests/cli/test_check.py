"""``docstring-lsp check``: what it reports, in which form, with which status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_findings_for_people(cli: Cli, shop: Path) -> None:
    result = cli("check", "shop.py")
    assert (result.status, result.err) == (1, "")
    assert result.out.splitlines() == [
        "shop.py:7:9: DL104 missing docstring of method `Cart.add`",
        "      def add(self, name: str, count: int = 1) -> None:",
        "          ^^^",
        "shop.py:18:5: DL103 missing docstring of function `refund`",
        "  def refund(amount: float) -> float:",
        "      ^^^^^^",
        "2 findings in 1 file (1 file read).",
        "2 can be mended with --fix.",
    ]


def test_findings_a_line_each(cli: Cli, shop: Path) -> None:
    assert cli("check", "shop.py", "--format", "concise").out.splitlines()[:2] == [
        "shop.py:7:9: DL104 missing docstring of method `Cart.add`",
        "shop.py:18:5: DL103 missing docstring of function `refund`",
    ]


def test_findings_for_tools_count_lines_and_columns_from_one(cli: Cli, shop: Path) -> None:
    result = cli("check", "--format", "json", "shop.py")
    assert result.status == 1
    assert json.loads(result.out)[0] == {
        "path": "shop.py",
        "code": "DL104",
        "message": "missing docstring of method `Cart.add`",
        "line": 7,
        "column": 9,
        "end_line": 7,
        "end_column": 12,
        "symbol": "Cart.add",
        "fixable": True,
    }


def test_columns_are_characters(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text('"""X."""\nname = "𝄞"; f = 1\ndef größe(): pass\n', "utf-8")
    (finding,) = json.loads(cli("check", "--format", "json", "x.py").out)
    assert (finding["line"], finding["column"], finding["end_column"]) == (3, 5, 10)


def test_nothing_found(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text('"""Says what it is."""\n')
    result = cli("check")
    assert (result.status, result.out, result.err) == (0, "No findings (1 file read).\n", "")
    assert json.loads(cli("check", "--format", "json").out) == []


def test_a_project_without_python_is_told_and_fine(cli: Cli, project: Path) -> None:
    result = cli("check")
    assert (result.status, result.out) == (0, "")
    assert result.err == "docstring-lsp: warning: no Python file was found there\n"


def test_standard_input(cli: Cli, project: Path) -> None:
    source = b'"""X."""\ndef f(): pass\n'
    result = cli("check", "-", stdin=source)
    assert result.out.startswith("<stdin>:2:5: DL103 ")
    result = cli("check", "-", "--stdin-filename", "tests/test_x.py", stdin=source)
    assert (result.status, result.out) == (0, "No findings (1 file read).\n")


ASKED = [
    ([], ["Cart.add", "refund"]),
    (["--include-private"], ["Cart.add", "Cart._log", "refund"]),
    (["--skip-short", "1"], ["refund"]),
    (["--exclude", "shop.*"], []),
    (["--exclude", "shop.py", "--force-exclude", "shop.py"], []),
    (["--exclude", "shop.py", "shop.py"], ["Cart.add", "refund"]),
]


@pytest.mark.parametrize(("options", "symbols"), ASKED)
def test_what_is_asked_for(cli: Cli, shop: Path, options: list[str], symbols: list[str]) -> None:
    result = cli("check", "--format", "json", *options)
    assert [finding["symbol"] for finding in json.loads(result.out)] == symbols


def test_settings_hold_and_options_overrule_them(cli: Cli, shop: Path) -> None:
    (shop.parent / "docstring-lsp.toml").write_text("include-private = true\n")
    assert "Cart._log" in cli("check").out
    assert "Cart._log" not in cli("check", "--no-include-private").out


def test_each_file_has_the_settings_of_its_own_project(cli: Cli, project: Path) -> None:
    for folder in ("one", "two"):
        (project / folder).mkdir()
        (project / folder / "x.py").write_text('"""X."""\ndef _f(): pass\n')
    (project / "two" / "docstring-lsp.toml").write_text("include-private = true\n")
    result = cli("check", "--format", "json")
    assert [f["path"] for f in json.loads(result.out)] == [str(Path("two/x.py"))]


def test_what_cannot_be_read_outweighs_what_is_found(cli: Cli, shop: Path) -> None:
    result = cli("check", "shop.py", "missing.py")
    assert result.status == 2
    assert "2 findings in 1 file" in result.out
    reason = "missing.py: cannot be read: no such file or directory"
    assert result.err == f"docstring-lsp: error: {reason}\n"


SELECTED = [
    (["--select", "DL2"], ["DL201"]),
    (["--select", "DL103,DL20"], ["DL103", "DL201"]),
    (["--select", "DL1", "--extend-select", "DL201"], ["DL103", "DL201"]),
    (["--ignore", "DL2"], ["DL103"]),
    (["--select", "DL2,DL103", "--ignore", "DL103"], ["DL201"]),
    (["--select", "DL201", "--ignore", "DL2"], ["DL201"]),
    (["--per-file-ignores", "x.py:DL1"], ["DL201"]),
    (["--per-file-ignores", "lib/**:DL1,y.py:DL2"], ["DL103", "DL201"]),
    (["--per-file-ignores", "!lib/**:DL1,*.py:DL201"], []),
]


@pytest.mark.parametrize(("options", "codes"), SELECTED)
def test_which_rules_are_asked(
    cli: Cli, project: Path, options: list[str], codes: list[str]
) -> None:
    (project / "x.py").write_text(STALE)
    result = cli("check", "--format", "json", *options)
    assert [finding["code"] for finding in json.loads(result.out)] == codes


def test_a_file_without_a_rule_is_refused(cli: Cli, project: Path) -> None:
    result = cli("check", "--per-file-ignores", "lib/**", str(project))
    assert result.status == 2
    assert "'lib/**' is not PATTERN:CODE, such as tests/**:DL1." in result.err


STALE = '''"""X."""


def f(): pass


def g(a):
    """Say it.

    Args:
        a: One.
        b: Gone.
    """
'''


def test_rules_are_chosen_in_a_file_of_settings(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text(STALE)
    settings = project / "docstring-lsp.toml"
    settings.write_text('select = ["DL1"]\n[per-file-ignores]\n"x.*" = ["DL103"]\n')
    assert cli("check").status == 0
    settings.write_text('ignore = ["DLX"]\n')
    result = cli("check")
    assert result.status == 2
    assert result.err.startswith(f"docstring-lsp: error: {settings}: unknown rule 'DLX'.")


MESSY = '''"""X."""


def fetch(name: str, shelf: int) -> None:  # noqa: DL103
    """Look it up.
    Args:
        name: What it is called.
        place: Where it is.
    """
    print(name)


def store(name: str) -> None:
    print(name)
'''


def test_what_can_be_mended_is(cli: Cli, project: Path) -> None:
    path = project / "x.py"
    path.write_text(MESSY)
    result = cli("check", "--fix")
    assert (result.status, result.out) == (0, "No findings (1 file read).\n")
    assert result.err == "4 findings mended.\n"
    text = path.read_text()
    assert "-> None:\n" in text
    assert "Look it up.\n\n    Args:" in text
    assert "        shelf: Where it is.\n" in text
    assert 'def store(name: str) -> None:\n    """' in text
    assert cli("check", "--fix").err == ""
    assert path.read_text() == text


GONE = '''\
"""A shop; `LIMIT` (4) is what fits."""

LIMIT = 3


def pay(amount):
    """Pay it, at most `LIMIT=4` times.

    Args:
        amount: How much.
        coupon: The coupon.
        note: What the customer wrote.

    Returns:
        int

    Raises:
        OddError: _description_
    """
    print(amount)
'''


def test_what_is_gone_goes_where_nobody_said_anything_of_it(cli: Cli, project: Path) -> None:
    (project / "shop.py").write_text(GONE)
    result = cli("check", "--fix", "--format", "concise")
    assert [line.split()[1] for line in result.out.splitlines()[:-1]] == ["DL201"]
    assert (
        (project / "shop.py").read_text()
        == '''\
"""A shop; `LIMIT` (3) is what fits."""

LIMIT = 3


def pay(amount):
    """Pay it, at most `LIMIT=3` times.

    Args:
        amount: How much.
        note: What the customer wrote.
    """
    print(amount)
'''
    )


def test_only_what_is_asked_is_mended(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text(MESSY)
    assert cli("check", "--fix", "--select", "DL2").err == "1 finding mended.\n"
    wanted = MESSY.replace("place:", "shelf:")
    assert (project / "x.py").read_text() == wanted


def test_what_would_be_mended_is_shown(cli: Cli, project: Path) -> None:
    path = project / "x.py"
    path.write_text(MESSY)
    shown = cli("check", "--diff", "--select", "DL2")
    assert (shown.status, path.read_text()) == (1, MESSY)
    changed = [line for line in shown.out.splitlines() if line[:1] in "-+"]
    assert changed == [
        "--- x.py",
        "+++ x.py",
        "-        place: Where it is.",
        "+        shelf: Where it is.",
    ]
    assert shown.err == "1 finding would be mended.\nNo findings (1 file read).\n"
    piped = cli("check", "--diff", "--select", "DL2", "-", stdin=MESSY.encode())
    assert piped.out.splitlines()[2:] == shown.out.splitlines()[2:]
    cli("check", "--fix", "--select", "DL2")
    assert cli("check", "--diff", "--select", "DL2").status == 0


def test_what_is_not_mended_is_told(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text(STALE)
    result = cli("check", "--fix", "--format", "concise")
    assert result.status == 1
    assert result.out.splitlines()[0].startswith("x.py:")
    assert "DL201 `b` is documented, but is no parameter" in result.out


def test_standard_input_is_mended_to_standard_output(cli: Cli, project: Path) -> None:
    result = cli("check", "--fix", "-", "--select", "DL2", stdin=MESSY.encode())
    assert (result.status, result.out) == (0, MESSY.replace("place:", "shelf:"))
    assert result.err == "1 finding mended.\nNo findings (1 file read).\n"


def test_another_style_is_converted(cli: Cli, project: Path) -> None:
    path = project / "x.py"
    path.write_text(MESSY)
    options = ["check", "--fix", "--select", "DL5"]
    Path("docstring-lsp.toml").write_text('style = "sphinx"\n')
    assert "DL500" in cli("check", "--select", "DL5").out
    assert cli(*options).status == 0
    assert "    :param name: What it is called.\n" in path.read_text()
    Path("docstring-lsp.toml").unlink()
    assert cli(*options).err == ""

"""``docstring-lsp convert``: the same said in another style, shown or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

GOOGLE = '''\
"""A shop."""


def pay(amount: float, _when=None) -> bool:
    """Pay.

    Args:
        amount (float): How much.
        _when: The day.

    Returns:
        bool: Whether it was paid.
    """
    return True


def _hidden(x):
    """Hide.

    Args:
        x: What.
    """


def plain():
    """Do nothing."""
'''
NUMPY = '''\
"""A shop."""


def pay(amount: float, _when=None) -> bool:
    """Pay.

    Parameters
    ----------
    amount : float
        How much.
    _when
        The day.

    Returns
    -------
    bool
        Whether it was paid.
    """
    return True


def _hidden(x):
    """Hide.

    Parameters
    ----------
    x
        What.
    """


def plain():
    """Do nothing."""
'''


@pytest.fixture
def pay(shop: Path) -> Path:
    path = shop.parent / "pay.py"
    path.write_text(GOOGLE)
    return path


def test_a_diff_is_shown_and_nothing_written(cli: Cli, pay: Path) -> None:
    result = cli("convert", "--to", "numpy", "pay.py")
    assert result.status == 1
    assert "+    Parameters" in result.out
    assert pay.read_text() == GOOGLE
    assert result.err == "2 docstrings to write in 1 file (1 file read).\n"


def test_it_is_written_and_back_again(cli: Cli, pay: Path) -> None:
    assert cli("convert", "--to", "numpy", "pay.py", "--write").status == 0
    assert pay.read_text() == NUMPY
    assert cli("convert", "--to", "numpy", "pay.py", "--write").status == 0
    assert pay.read_text() == NUMPY
    assert cli("convert", "--to", "google", "pay.py", "--write").status == 0
    assert pay.read_text() == GOOGLE


def test_check_tells_and_writes_nothing(cli: Cli, pay: Path) -> None:
    result = cli("convert", "--to", "sphinx", "pay.py", "--check")
    assert (result.status, result.out) == (1, "would change pay.py\n")
    assert pay.read_text() == GOOGLE


def test_what_is_missing_is_not_written(cli: Cli, shop: Path) -> None:
    before = shop.read_text()
    assert cli("convert", "--to", "numpy", "shop.py", "--write").status == 0
    assert shop.read_text() == before


@pytest.mark.parametrize(
    ("types", "first", "second"),
    [
        ("keep", "    amount : float\n", "    _when\n"),
        ("drop", "    amount\n", "    _when\n"),
        ("add", "    amount : float\n", "    _when\n"),
    ],
)
def test_types_are_kept_dropped_or_added(
    cli: Cli, pay: Path, types: str, first: str, second: str
) -> None:
    assert cli("convert", "--to", "numpy", "--types", types, "pay.py", "--write").status == 0
    assert first in pay.read_text()
    assert second in pay.read_text()


def test_types_come_from_the_signature(cli: Cli, pay: Path) -> None:
    pay.write_text(GOOGLE.replace("amount (float)", "amount").replace("bool: Whether", "Whether"))
    assert cli("convert", "--to", "sphinx", "--types", "add", "pay.py", "--write").status == 0
    assert "    :type amount: float\n" in pay.read_text()
    assert "    :rtype: bool\n" in pay.read_text()
    assert ":type _when:" not in pay.read_text()


def test_what_cannot_be_said_is_left_and_told(cli: Cli, pay: Path) -> None:
    mixed = GOOGLE.replace("    Returns:", "    :param x: no\n\n    Returns:")
    pay.write_text(mixed)
    result = cli("convert", "--to", "numpy", "pay.py", "--write", "--symbol", "pay")
    assert result.status == 1
    assert "pay.py:4: `pay` refused: it is written in two styles at once" in result.err
    assert pay.read_text() == mixed


def test_one_definition(cli: Cli, pay: Path) -> None:
    assert cli("convert", "--to", "numpy", "pay.py", "--symbol", "pay", "--write").status == 0
    assert pay.read_text().count("Parameters") == 1


def test_from_names_the_style_it_is_read_in(cli: Cli, pay: Path) -> None:
    result = cli("convert", "--to", "numpy", "--from", "sphinx", "pay.py")
    assert result.out == ""


def test_standard_input(cli: Cli, pay: Path) -> None:
    result = cli("convert", "--to", "numpy", "-", "--write", stdin=GOOGLE.encode())
    assert result.out == NUMPY


def test_json_tells_each_definition(cli: Cli, pay: Path) -> None:
    told = json.loads(cli("convert", "--to", "numpy", "pay.py", "--format", "json").out)
    statuses = {each["symbol"]: each["status"] for each in told[0]["definitions"]}
    assert statuses == {
        "<module>": "standing", "pay": "written", "_hidden": "written", "plain": "standing",
    }  # fmt: skip


@pytest.mark.parametrize("option", [["--to", "nunpy"], ["--to", "numpy", "--from", "nunpy"]])
def test_an_unknown_style_is_told_with_the_nearest(cli: Cli, pay: Path, option: list[str]) -> None:
    result = cli("convert", *option, "pay.py")
    assert result.status == 2
    assert "unknown style 'nunpy'. Did you mean 'numpy'?" in result.err

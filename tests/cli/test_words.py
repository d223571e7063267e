"""Words that the bible forbids: found by check, mended by --fix, told to models."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

BIBLE = """\
# Ours.
[terms.cart]
meaning = "What is about to be bought."
forbidden = ["basket"]
"""
CODE = '''"""A shop."""


def pay(basket: list[str]) -> None:
    """Pay the basket.

    Args:
        basket: The basket, never empty.
    """
    print(basket)
'''


@pytest.fixture
def words(project: Path) -> Path:
    (project / ".docstring-lsp").mkdir()
    (project / ".docstring-lsp" / "bible.toml").write_text(BIBLE)
    (project / "pyproject.toml").write_text("[tool.docstring-lsp]\nstyle = 'google'\n")
    (project / "shop.py").write_text(CODE)
    return project


def test_what_the_bible_forbids_is_found_and_mended(cli: Cli, words: Path) -> None:
    found = cli("check", "shop.py")
    assert found.out.count("DL600") == 2
    assert "the project says 'cart', not 'basket'" in found.out
    assert found.status == 1
    assert cli("check", "shop.py", "--fix").status == 0
    mended = (words / "shop.py").read_text()
    assert '"""Pay the cart.' in mended
    assert "        basket: The cart, never empty." in mended
    assert "print(basket)" in mended


def test_a_bible_that_changes_is_asked_anew(cli: Cli, words: Path) -> None:
    assert "DL600" in cli("check", "shop.py").out
    (words / ".docstring-lsp" / "bible.toml").write_text(BIBLE.replace("basket", "trolley"))
    assert "DL600" not in cli("check", "shop.py").out


def test_an_entry_is_added_from_the_command_line(cli: Cli, words: Path) -> None:
    done = cli("bible", "--add", "term", "jar", "A glass.", "--forbid", "pot", "--forbid", "tin")
    assert done.status == 0
    text = (words / ".docstring-lsp" / "bible.toml").read_text()
    assert text.startswith(BIBLE)
    assert text.endswith('[terms.jar]\nmeaning = "A glass."\nforbidden = ["pot", "tin"]\n')


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("trem", "jar", "x"), "Did you mean 'term'"),
        (("term", "cart", "x"), "has term/cart already"),
        (("term", "basket", "x"), "'basket' is a term, and forbidden by 'cart'"),
        (("persona", "Ada", "x", "--forbid", "y"), "--forbid needs --add term"),
    ],
)
def test_what_cannot_be_added_is_told(
    arguments: tuple[str, ...], why: str, cli: Cli, words: Path
) -> None:
    done = cli("bible", "--add", *arguments)
    assert done.status == 2
    assert why in done.err
    assert (words / ".docstring-lsp" / "bible.toml").read_text() == BIBLE

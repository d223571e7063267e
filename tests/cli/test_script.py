"""``docstring-lsp script`` and ``docstring-lsp bible``: what they show and write."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def test_a_script_is_shown(cli: Cli, shop: Path) -> None:
    result = cli("script", "A newcomer buys.")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("# A newcomer buys.\n")
    assert "## Scene 1: What it is" in result.out


def test_a_model_writes_it(cli: Cli, shop: Path) -> None:
    result = cli("script", "L", "--scenes", "2", "--provider", "mock", "-o", "tour.md")
    assert (result.status, result.err) == (0, "written tour.md\n")
    text = (shop.parent / "tour.md").read_text(encoding="utf-8")
    assert text.count("It describes what the code does.") == 2


def test_what_failed_is_told(cli: Cli, shop: Path) -> None:
    result = cli("script", "L", "--scenes", "1", "--provider", "mock", "--model", "401")
    assert result.status == 1
    assert "scene 1, What it is: " in result.err


def test_a_bible_is_begun_once(cli: Cli, shop: Path) -> None:
    assert "has no entries" in cli("bible").err
    shown = cli("bible", "--bootstrap", "--diff").out
    assert "[terms.Cart]" in shown
    path = shop.parent / ".docstring-lsp" / "bible.toml"
    assert not path.exists()
    assert cli("bible", "--bootstrap").status == 0
    written = path.read_text(encoding="utf-8")
    assert written.strip() == shown.strip()
    assert cli("bible", "--bootstrap").err.startswith("0 entries")
    assert path.read_text(encoding="utf-8") == written
    assert "term/Cart: What is bought." in cli("bible").out
    entries = json.loads(cli("bible", "--format", "json").out)
    assert {"kind": "term", "name": "Cart"}.items() <= entries[0].items()


def test_conflicts_are_told(cli: Cli, shop: Path) -> None:
    path = shop.parent / ".docstring-lsp" / "bible.toml"
    path.parent.mkdir()
    path.write_text("[terms.a]\nforbidden = ['b']\n[terms.b]\n", encoding="utf-8")
    result = cli("bible")
    assert result.status == 1
    assert "'b' is a term, and forbidden by 'a'" in result.err

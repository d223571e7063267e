"""``docstring-lsp cache``: what is kept is counted, found and forgotten."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def test_what_a_model_wrote_is_kept_counted_and_forgotten(cli: Cli, shop: Path) -> None:
    folder = Path(cli("cache", "path").out.strip())
    assert Path.home() in folder.parents
    assert not folder.exists()
    first = cli("generate", "shop.py", "--provider", "mock")
    told = json.loads(cli("cache", "stats", "--format", "json").out)
    assert (told["entries"], told["folder"]) == (2, str(folder))
    again = cli("generate", "shop.py", "--provider", "mock")
    assert again.out == first.out
    assert "tokens" in first.err
    assert "tokens" not in again.err
    assert cli("cache", "stats").out.startswith("2 answers in ")
    assert cli("cache", "clear").err == "2 answers forgotten.\n"
    assert cli("cache", "stats").out.startswith("0 answers in ")


def test_nothing_is_kept_where_that_is_not_wanted(cli: Cli, shop: Path) -> None:
    cli("generate", "shop.py", "--provider", "mock", "--no-cache")
    assert cli("cache", "stats").out.startswith("0 answers in ")

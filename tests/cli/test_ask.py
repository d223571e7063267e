"""``docstring-lsp ask``: where a sentence goes, what is shown; nothing is written unasked."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import SHOP, Cli


def test_where_it_goes_is_told(cli: Cli, shop: Path) -> None:
    result = cli("ask", "Convert shop.py to numpy", "--explain")
    assert result.status == 0
    assert result.out.startswith("convert: the most likely of ")
    told = json.loads(cli("ask", "Hello", "--explain", "--format", "json").out)
    assert told["service"] == "chat"


def test_a_diff_is_shown_before_anything_is_written(cli: Cli, shop: Path) -> None:
    result = cli("ask", "Write the docstring of Cart.add")
    assert result.status == 1
    assert result.out.startswith("--- shop.py\n")
    assert shop.read_text() == SHOP
    assert cli("ask", "Write the docstring of Cart.add", "--write").status == 0
    assert shop.read_text() != SHOP


def test_a_question_at_a_place(cli: Cli, shop: Path) -> None:
    result = cli("ask", "Explain this", "--at", "shop.py:20")
    assert result.status == 0
    assert result.out.startswith("# `shop.refund`")


def test_a_model_answers(cli: Cli, shop: Path) -> None:
    result = cli("ask", "What is a cart?", "--provider", "mock")
    assert (result.status, result.out) == (0, "It describes what the code does.\n")


def test_what_failed_is_told(cli: Cli, shop: Path) -> None:
    result = cli("ask", "What is love?")
    assert result.status == 1
    assert "chat: no model is set up" in result.err
    assert cli("ask", "x", "--service", "chta").status == 1
    assert cli("ask", "x", "--at", "shop.py").status == 2


def test_what_was_asked_for_beside_is_told(cli: Cli, shop: Path) -> None:
    result = cli("ask", "Convert shop.py to numpy and write a readme")
    assert "done by convert alone; for deliverable ask once more" in result.err
    assert "alone" not in cli("ask", "Convert shop.py to numpy").err


def test_nothing_is_asked(cli: Cli, shop: Path) -> None:
    result = cli("ask", " ")
    assert (result.status, result.out) == (2, "")
    assert "TASK is empty" in result.err

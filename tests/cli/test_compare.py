"""``docstring-lsp compare``: every answer and every error, and one answer made of all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Cli


def test_the_docstrings_stand_side_by_side(
    cli: Cli, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    result = cli("compare", "shop.py:refund", "--models", "mock,mock:delay 0.01 ok")
    assert (result.status, result.err) == (0, "")
    (head,) = [line for line in result.out.splitlines() if "mock (ok)" in line]
    assert "mock:delay 0.01 ok" in head
    (said,) = [line for line in result.out.splitlines() if "Do what" in line]
    assert said.count("Do what the name says.") == 2
    assert shop.read_text() == SHOP


def test_errors_are_kept_beside_the_answers(cli: Cli, shop: Path) -> None:
    result = cli("compare", "shop.py:refund", "--models", "mock,mock:401", "--format", "json")
    told = json.loads(result.out)
    assert result.status == 1
    assert [voice["name"] for voice in told["voices"]] == ["mock"]
    assert "HTTP 401" in told["errors"]["mock:401"]
    assert told["texts"]["mock"].startswith("Do what the name says.\n")
    assert told["synthesis"] is None


def test_the_embedded_author_stands_beside_models(cli: Cli, shop: Path) -> None:
    result = cli("compare", "shop.py:refund", "--models", "static,mock", "--format", "json")
    told = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert list(told["texts"]) == ["static", "mock"]
    assert told["texts"]["static"] != told["texts"]["mock"]


def test_nobody_answers(cli: Cli, shop: Path) -> None:
    result = cli("compare", "shop.py:refund", "--models", "mock:401,mock:refused")
    assert (result.status, result.out) == (2, "")
    assert result.err.count("did not answer") == 2


SYNTHESES = {
    "ok": (True, ["mock", "mock:delay 0 ok"]),
    "401": (False, ["mock"]),
}


@pytest.mark.parametrize("script", SYNTHESES)
def test_one_answer_is_made_of_all_or_the_fullest_stands(cli: Cli, shop: Path, script: str) -> None:
    merged, used = SYNTHESES[script]
    models = ["--models", "mock,mock:delay 0 ok", "--synthesize", f"mock:{script}"]
    told = json.loads(cli("compare", "shop.py:refund", *models, "--format", "json").out)
    made = told["synthesis"]
    assert (made["merged"], made["used"]) == (merged, used)
    assert ("HTTP 401" in made["error"]) is not merged
    assert told["synthesized"].startswith("Do what the name says.")


def test_a_free_prompt_may_be_asked(cli: Cli, project: Path) -> None:
    result = cli("compare", "--prompt", "What is it?", "--models", "mock", "--format", "markdown")
    assert result.status == 0
    assert "## mock\n\n```text\nIt describes what the code does.\n```" in result.out


WRONG = {
    "neither": ([], "name either FILE:QUALNAME or --prompt"),
    "both": (["shop.py:refund", "--prompt", "x"], "name either FILE:QUALNAME or --prompt"),
    "no name": (["shop.py"], "name the definition as FILE:QUALNAME"),
    "no such one": (["shop.py:refnd"], "Did you mean 'refund'?"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_asked(cli: Cli, shop: Path, case: str) -> None:
    arguments, told = WRONG[case]
    result = cli("compare", *arguments, "--models", "mock")
    assert (result.status, result.out) == (2, "")
    assert told in result.err


def test_one_that_cannot_be_asked_is_said_before_any_is(
    cli: Cli, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    result = cli("compare", "shop.py:refund", "--models", "mock,openai-chat")
    assert result.status == 2
    assert "openai-chat: no key; set OPENAI_API_KEY" in result.err
    assert not list(Path.home().rglob("usage-*.jsonl"))

"""What calls cost, by a table with a date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timezone

import pytest

from docstring_lsp.engine.prices import lacks_fee, price, source
from docstring_lsp.providers.base import Usage

pytest.importorskip("genai_prices")

USED = Usage(input=1_000_000, output=100_000)


def test_a_known_model_has_a_price_and_what_was_cached_costs_less() -> None:
    where = {"model": "claude-sonnet-4-5", "base_url": "https://api.anthropic.com"}
    whole = price(USED, **where)
    cached = price(Usage(input=1_000_000, output=100_000, cached=900_000), **where)
    assert whole is not None
    assert cached is not None
    assert 0 < cached < whole


@pytest.mark.parametrize(
    ("model", "url", "cost"),
    [
        ("anything", "http://127.0.0.1:11434", 0.0),
        ("anything", "http://localhost:1234/v1", 0.0),
        ("no-such-model-at-all", "https://models.example/v1", None),
        ("", "https://api.openai.com/v1", None),
    ],
)
def test_a_server_on_this_machine_costs_nothing_and_a_stranger_nobody_knows(
    model: str, url: str, cost: float | None
) -> None:
    assert price(USED, model=model, base_url=url) == cost


def test_the_table_says_of_when_it_is() -> None:
    told = re.fullmatch(r"genai-prices [\d.]+, changes up to (\d{4}-\d\d-\d\d)", source())
    assert told is not None
    newest = date.fromisoformat(told[1])
    assert date(2025, 1, 1) < newest <= datetime.now(timezone.utc).date()


@pytest.mark.parametrize(
    ("model", "url"),
    [
        ("claude-sonnet-5-5", "https://api.anthropic.com"),
        ("gpt-6-sol", "https://api.openai.com/v1"),
        ("gemini-3.8-flash", "https://generativelanguage.googleapis.com"),
    ],
)
def test_a_search_of_the_web_has_its_fee(model: str, url: str) -> None:
    searched = replace(USED, searches=3)
    plain, whole = (price(each, model=model, base_url=url) for each in (USED, searched))
    assert plain is not None
    assert whole is not None
    assert whole - plain > 0.029
    assert not lacks_fee(searched, model=model, base_url=url)


def test_a_fee_that_is_not_known_is_told_as_missing() -> None:
    where = {"model": "gpt-3.5-turbo", "base_url": "https://api.openai.com/v1"}
    searched = replace(USED, searches=3)
    assert price(searched, **where) == price(USED, **where)
    assert lacks_fee(searched, **where)
    assert not lacks_fee(USED, **where)
    assert not lacks_fee(searched, model="any", base_url="http://127.0.0.1:1")

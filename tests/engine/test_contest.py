"""A contest remembers how fast each provider is, also of one that has become slow for good."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from docstring_lsp.engine import prices
from docstring_lsp.engine.account import Desk
from docstring_lsp.engine.attempt import answer
from docstring_lsp.engine.contest import Contests
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.meter import Meter
from docstring_lsp.providers.adapters.mock import MockProvider
from docstring_lsp.providers.base import Prompt, Request
from docstring_lsp.settings.model import Settings

pytestmark = pytest.mark.asyncio(loop_scope="function")

REQUEST = Request(prompt=Prompt(system="You help.", user=("Anything?",)))


def desk(name: str, script: str) -> Desk:
    provider = MockProvider(script=script)
    return Desk(name=name, provider=provider, capabilities=provider.capabilities)


async def test_one_that_became_slow_is_waited_for_again_and_then_known_as_slow(
    tmp_path: Path,
) -> None:
    contests = Contests(Settings(), Meter(Ledger(tmp_path)))
    slow = ["ok"] * 3 + ["delay 0.1 ok"]
    desks = [desk("first", ",".join(slow)), desk("second", "ok")]
    winners = [(await contests.hold(desks, partial(answer, REQUEST))).provider for _ in range(16)]
    assert winners[:3] == ["first"] * 3
    assert winners[3:8] == ["second"] * 5  # the extra requests that may come before it counts
    assert winners[-3:] == ["first"] * 3


async def test_many_at_once_spend_no_more_than_may_be_spent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prices, "price", lambda *_, **__: 1.0)
    contests = Contests(Settings(concurrency=2), Meter(Ledger(tmp_path), max_cost=3.0))
    paid = replace(desk("first", "ok"), base_url="https://models.example")
    held = await asyncio.gather(
        *(contests.hold([paid], partial(answer, REQUEST)) for _ in range(20))
    )
    assert sum(each.value is not None for each in held) in (3, 4)
    refused = [str(each.error) for each in held if each.error]
    assert set(refused) <= {
        f"first: the run has cost ${n}.0000 of the $3 of --max-cost" for n in (3, 4)
    }


async def test_each_that_failed_is_named_once(tmp_path: Path) -> None:
    contests = Contests(Settings(max_retries=0), Meter(Ledger(tmp_path)))
    desks = [desk("first", "401"), desk("second", "500")]
    held = await contests.hold(desks, partial(answer, REQUEST))
    assert str(held.error) == "mock: scripted (HTTP 401); mock: scripted (HTTP 500)"
    assert held.error is not None
    assert held.error.provider == "first, second"

"""What may be spent: in a run, and in a day whoever spends it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from docstring_lsp.engine import ledger as ledgers
from docstring_lsp.engine import meter as meters
from docstring_lsp.engine.generate import Engine
from docstring_lsp.engine.ledger import Entry, Ledger
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.models import Models
from docstring_lsp.providers.base import Usage
from docstring_lsp.settings.model import Settings
from tests.engine.definitions import request

NOON = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
DEAR = Usage(input=1_000_000)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, which a test may change; every call costs a dollar and a half."""
    times = [NOON]
    monkeypatch.setattr(meters, "now", lambda: times[-1])
    monkeypatch.setattr(ledgers, "now", lambda: times[-1])
    monkeypatch.setattr(meters.prices, "price", lambda *_, **__: 1.5)
    return times


def spent_before(ledger: Ledger, when: datetime, cost: float) -> None:
    told = {"session": "another", "project": "", "provider": "openai", "model": "m"}
    ledger.add(Entry(time=when.isoformat(), outcome="won", cost=cost, **told))


def test_a_days_budget_counts_what_other_runs_have_spent(
    tmp_path: Path, today: list[datetime]
) -> None:
    ledger = Ledger(tmp_path)
    spent_before(ledger, NOON - timedelta(days=1), 9.0)
    spent_before(ledger, NOON - timedelta(hours=1), 2.0)
    meter = Meter(ledger, daily_budget=3.0)
    assert meter.refusal() == ""
    meter.note("openai", "m", "won", DEAR, "https://api.openai.com/v1")
    assert "today has cost $3.5000 of the $3 of daily-budget" in meter.refusal()
    today.append(NOON + timedelta(days=1))
    assert meter.refusal() == ""


def test_what_another_run_spends_meanwhile_counts_at_once(
    tmp_path: Path, today: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path)
    meter = Meter(ledger, daily_budget=3.0)
    assert meter.refusal() == ""
    meter.note("openai", "m", "won", DEAR, "https://api.openai.com/v1")
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "spent", None)  # what it has spent itself is not read again
        assert meter.refusal() == ""
    spent_before(Ledger(tmp_path), NOON, 2.0)
    assert "today has cost $3.5000" in meter.refusal()


def test_a_runs_bound_counts_the_run_alone(tmp_path: Path, today: list[datetime]) -> None:
    ledger = Ledger(tmp_path)
    spent_before(ledger, NOON, 9.0)
    meter = Meter(ledger, max_cost=1.0)
    assert meter.refusal() == ""
    meter.note("openai", "m", "lost", DEAR, "https://api.openai.com/v1")
    assert "the run has cost $1.5000" in meter.refusal()


def test_a_request_of_a_batch_costs_its_share(tmp_path: Path, today: list[datetime]) -> None:
    meter = Meter(Ledger(tmp_path))
    told = ("openai", "m", "won", DEAR, "https://api.openai.com/v1")
    assert meter.note(*told, share=0.5) == 0.75  # type: ignore[arg-type]


@pytest.mark.asyncio(loop_scope="function")
async def test_whose_budget_is_spent_asks_nobody(tmp_path: Path, today: list[datetime]) -> None:
    ledger = Ledger(tmp_path)
    spent_before(ledger, NOON, 2.0)
    settings = Settings(provider="mock", daily_budget=2.0, cache=False)
    async with Engine(models=Models(settings, ledger=ledger)) as write:
        result = await write(request())
    assert result.provider == "static"
    assert "daily-budget" in result.notice
    assert result.attempts == ()

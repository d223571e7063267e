"""The meter: what is spent, and whether more may be.

Takes what calls took, keeps it in the ledger, and says when the bound of a run or the budget of
a day is reached. Asks nobody anything.
"""

from __future__ import annotations

import os
from pathlib import Path

from docstring_lsp.engine import prices
from docstring_lsp.engine.ledger import Entry, Ledger, now, project_label
from docstring_lsp.engine.result import AttemptOutcome
from docstring_lsp.providers.base import Usage

_SESSION = f"{now():%Y%m%dT%H%M%S}-{os.getpid()}"


class Meter:
    """What is spent in one run.

    Args:
        ledger: Where it is kept.
        max_cost: The US dollars the run may cost; None for no bound.
        daily_budget: The US dollars a day may cost; None for no bound.
        project: The project's folder.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        max_cost: float | None = None,
        daily_budget: float | None = None,
        project: Path | None = None,
    ) -> None:
        self._ledger = ledger
        self._max_cost, self._daily_budget = max_cost, daily_budget
        self._project = project_label(project)
        self.cost = 0.0
        """What the run has cost so far, in US dollars."""
        self.calls = 0
        """How many calls it has made."""
        self._day = ""
        self._before = 0.0
        self._size = 0

    def refusal(self) -> str:
        """Return why nothing more may be spent, and what to do; empty if it may."""
        if self._max_cost is not None and self.cost >= self._max_cost:
            return f"the run has cost ${self.cost:.4f} of the ${self._max_cost:g} of --max-cost"
        if self._daily_budget is not None:
            spent = self._today()
            if spent >= self._daily_budget:
                return (
                    f"today has cost ${spent:.4f} of the ${self._daily_budget:g} of daily-budget;"
                    " it is free again tomorrow (UTC)"
                )
        return ""

    def note(
        self,
        provider: str,
        model: str | None,
        outcome: AttemptOutcome,
        usage: Usage,
        base_url: str,
        *,
        share: float = 1.0,
    ) -> float | None:
        """Keep what a call took, and return its price where it is known.

        Args:
            provider: Who was asked.
            model: Which model.
            outcome: What became of it.
            usage: What it took.
            base_url: Where it was asked.
            share: The share of the usual price that it costs, as in a batch.
        """
        cost = prices.price(usage, model=model, base_url=base_url)
        cost = None if cost is None else cost * share
        self.calls += 1
        self.cost += cost or 0.0
        self._before += cost or 0.0
        feeless = prices.lacks_fee(usage, model=model, base_url=base_url)
        self._add(provider, model, outcome, usage, cost, feeless=feeless)
        return cost

    def saved(self, provider: str, model: str | None, usage: Usage, base_url: str) -> None:
        """Keep that an answer was had without a call."""
        cost = prices.price(usage, model=model, base_url=base_url)
        self._add(provider, model, "cached", usage, cost)

    def _today(self) -> float:
        """Return what the day has cost; it is read again where other processes have spent."""
        today = now()
        size = self._ledger.size(today)
        if self._day != f"{today:%Y-%m-%d}" or self._size != size:
            self._day, self._size = f"{today:%Y-%m-%d}", size
            self._before = self._ledger.spent(today)
        return self._before

    def _add(
        self,
        provider: str,
        model: str | None,
        outcome: str,
        usage: Usage,
        cost: float | None,
        *,
        feeless: bool = False,
    ) -> None:
        self._size += self._ledger.add(
            Entry(
                time=now().isoformat(timespec="milliseconds"),
                session=_SESSION,
                project=self._project,
                provider=provider,
                model=model or "",
                outcome=outcome,
                input=usage.input,
                output=usage.output,
                cached=usage.cached,
                thinking=usage.thinking,
                searches=usage.searches,
                estimated=usage.estimated,
                feeless=feeless,
                cost=cost,
            )
        )

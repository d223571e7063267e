"""A contest: providers that can be asked in, the first good answer and every call's account out.

Sets the race up as the settings say, and remembers how fast each provider is and which is down.
Knows no vendor, and nothing of what is asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from docstring_lsp.engine.account import Account, Desk, Hear
from docstring_lsp.engine.attempt import Means
from docstring_lsp.engine.breaker import Breaker
from docstring_lsp.engine.causes import attempts_failed
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.pace import Pace
from docstring_lsp.engine.race import Finish, Lap, Runner, race
from docstring_lsp.engine.result import Attempt
from docstring_lsp.engine.retry import Patience
from docstring_lsp.engine.throttle import Throttle
from docstring_lsp.errors import AttemptsFailedError, PassingError, PermanentError
from docstring_lsp.settings.model import Settings

T = TypeVar("T")

Run = Callable[[Desk, Means, Account], Awaitable[T]]
"""Asks one provider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Generic[T]):
    """How a contest ended.

    Attributes:
        value: The answer; None if nobody gave one.
        provider: Who gave it.
        attempts: Every call that was made.
        error: Why there is none.
    """

    value: T | None = None
    provider: str = ""
    attempts: tuple[Attempt, ...] = ()
    error: AttemptsFailedError | None = None


class Contests:
    """The contests of an engine, on one event loop.

    Args:
        settings: How they are held.
        meter: Keeps what they take.
        templates: The folder of the user's own prompt templates.
    """

    def __init__(self, settings: Settings, meter: Meter, templates: Path | None = None) -> None:
        self._settings = settings
        self._meter = meter
        self._pace = Pace()
        self._room = asyncio.Semaphore(settings.concurrency)
        self._breakers: dict[str, Breaker] = {}
        self._throttles: dict[str, Throttle] = {}
        self._means = Means(
            patience=Patience(retries=settings.max_retries, deadline=settings.timeout),
            breaker=self._breaker,
            throttle=self._throttle,
            templates=templates,
        )

    async def hold(self, desks: Sequence[Desk], run: Run[T], hear: Hear | None = None) -> Held[T]:
        """Return the first good answer, or why there is none.

        Args:
            desks: Whom to ask, the preferred first.
            run: Asks one of them.
            hear: Is told pieces of the answers as they come, and whose they are.
        """
        async with self._room:
            # Many wait here at once: what was left when they came may be spent now.
            if refusal := self._meter.refusal():
                name = desks[0].whose
                error = PermanentError(refusal, provider=name)
                return Held(error=attempts_failed([name], [error]))
            account = Account(hear)
            laps: list[Lap] = []
            attempts: tuple[Attempt, ...] = ()
            try:
                finish = await self._raced(desks, run, account, laps)
            finally:
                # What was spent is spent, also where nobody waits for the answer any more.
                attempts = account.closed(laps, self._meter)
        if finish.value is None:
            names, errors = [lap.name for lap in finish.laps], finish.errors
            return Held(attempts=attempts, error=attempts_failed(names, errors))
        return Held(value=finish.value, provider=finish.winner, attempts=attempts)

    async def _raced(
        self, desks: Sequence[Desk], run: Run[T], account: Account, laps: list[Lap]
    ) -> Finish[T]:
        """Race, and where all have failed race once more those that may still come through.

        Whoever has another behind it is not asked again while that one has not been asked: the
        other is there sooner than a pause is over.
        """
        self._pace.asked()
        hasty = replace(self._means, patience=replace(self._means.patience, retries=0))
        means = [hasty] * (len(desks) - 1) + [self._means]
        finish = await self._lap(desks, means, run, account, laps)
        again = [desk for desk in desks[:-1] if self._may_come_through(desk, finish)]
        if finish.value is None and again and self._means.patience.retries:
            finish = await self._lap(again, [self._means] * len(again), run, account, laps)
            return replace(finish, laps=tuple(laps))
        return finish

    async def _lap(
        self,
        desks: Sequence[Desk],
        means: Sequence[Means],
        run: Run[T],
        account: Account,
        laps: list[Lap],
    ) -> Finish[T]:
        runners = [
            Runner(desk.name, partial(run, desk, how, account), self._delay(desk))
            for desk, how in zip(desks, means, strict=True)
        ]
        finish = await race(runners, may_join=self._may_join)
        laps += finish.laps
        self._remember(desks, finish.laps)
        return finish

    def _may_come_through(self, desk: Desk, finish: Finish[T]) -> bool:
        deadline = self._means.patience.deadline
        return any(
            lap.name == desk.name
            and isinstance(lap.error, PassingError)
            and lap.seconds < deadline / 2
            for lap in finish.laps
        )

    def _delay(self, desk: Desk) -> float | None:
        told = self._settings.race_delay
        if told == "off":
            return None
        return self._pace.delay(desk.seat) if told == "auto" else float(told)

    def _may_join(self) -> bool:
        if self._meter.refusal():
            return False
        return self._settings.race_delay != "auto" or self._pace.may_join()

    def _remember(self, desks: Sequence[Desk], laps: Sequence[Lap]) -> None:
        """Take in how fast each was that was seen to answer.

        One that was cancelled was not. Were it slow for good, the share of extra requests would
        soon be spent, and it would be waited for and seen.
        """
        seats = {desk.name: desk.seat for desk in desks}
        for lap in laps:
            if lap.outcome == "won":
                self._pace.took(seats[lap.name], lap.seconds)

    def _breaker(self, name: str) -> Breaker:
        return self._breakers.setdefault(name, Breaker(name))

    def _throttle(self, name: str) -> Throttle:
        return self._throttles.setdefault(name, Throttle())

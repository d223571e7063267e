"""Batches: requests for a whole tree in, handed to a vendor for later at half the price.

What was asked and what came back is an order, which another run can take up at any time: after
a crash what was not handed in is handed in, and what is answered is fetched once. Knows no
vendor, and nothing of files.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from docstring_lsp.engine import prompt
from docstring_lsp.engine.arrival import ArrivalUnknownError, begun, handed_in, settled
from docstring_lsp.engine.attempt import room, sendable
from docstring_lsp.engine.breaker import Breaker
from docstring_lsp.engine.connect import Keys, provider
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.models import PROMPTS
from docstring_lsp.engine.orders import Given, Order, Orders, Part, name_now
from docstring_lsp.engine.portions import estimate, portions
from docstring_lsp.engine.retry import Patience, retried
from docstring_lsp.engine.vendors import Vendors
from docstring_lsp.engine.verdict import verdict
from docstring_lsp.errors import (
    ContentError,
    PassingError,
    PermanentError,
    ProviderError,
)
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.providers.batch import SHARE, Answered, Batching, Job, UnansweredError
from docstring_lsp.providers.http import Http, Timeouts
from docstring_lsp.settings.model import Settings
from docstring_lsp.settings.sources import user_file

T = TypeVar("T")

_LARGEST_ANSWER = 64 * 1024 * 1024
_WAITS = Timeouts(read=120.0, write=120.0, total=900.0)
_PATIENCE = Patience(deadline=900.0, first_pause=1.0)


class Batches:
    """The batches of a run, on one event loop. To be closed.

    Args:
        settings: What the user has set.
        project: The project's folder, for the account of what is spent on it.
        keys: Gives the keys that are not in the environment; the system's keyring if None.
        ledger: Where what is spent is kept; the user's own if None.
        orders: Where orders are kept; the user's own if None.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        project: Path | None = None,
        keys: Keys | None = None,
        ledger: Ledger | None = None,
        orders: Orders | None = None,
    ) -> None:
        self._settings = settings
        self._meter = Meter(
            ledger or Ledger(),
            max_cost=settings.max_cost,
            daily_budget=settings.daily_budget,
            project=project,
        )
        self._http = Http(timeouts=_WAITS, offline=settings.offline, largest=_LARGEST_ANSWER)
        self._vendors = Vendors(settings, self._http, keys)
        self.orders = orders or Orders()

    async def __aenter__(self) -> Batches:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self._http.aclose()

    def order(self, run: str, wanted: Mapping[str, str]) -> Order:
        """Return an order for definitions, of which nothing is handed in yet.

        Args:
            run: What the run was asked to do, as JSON text.
            wanted: Where each definition stands, by its key.

        Raises:
            UsageError: If nobody who is set up takes batches.
        """
        chosen = self._vendors.chosen()
        name, created = name_now()
        return Order(
            name=name,
            provider=chosen.provider,
            model=chosen.model,
            base_url=chosen.base_url,
            created=created,
            run=run,
            wanted=dict(wanted),
        )

    async def submit(self, order: Order, requests: Mapping[str, Request]) -> Order:
        """Hand in what was not yet, and return the order as it is kept.

        Args:
            order: The order.
            requests: The definitions by their keys, as far as they are still there.

        Raises:
            ProviderError: If the vendor does not take it, or it would cost too much; what was
                handed in until then is kept.
        """
        order = await self._settled(order)
        asked = {key: self._written(order, requests[key]) for key in order.unasked & {*requests}}
        repeated = {
            key: self._written(order, requests[key], again=key)
            for key in order.unrepeated & {*requests}
        }
        if asked or repeated:
            self._require_funds(order, [*asked.values(), *repeated.values()])
        order = self.orders.keep(order)
        for portion in portions(asked):
            order = await self._handed_in(order, portion, again=False)
        for portion in portions(repeated):
            order = await self._handed_in(order, portion, again=True)
        return order

    def judge(self, order: Order, requests: Mapping[str, Request]) -> Order:
        """Return an order, as it is kept, that knows which answers are to be asked for again.

        Args:
            order: The order.
            requests: The definitions by their keys, as far as they are still there.
        """
        wrong = dict(order.wrong)
        for key in sorted(order.unjudged & {*requests}):
            found = verdict(order.answers[key], requests[key], order.provider)
            if found.again:
                wrong[key] = found.wrong
        parts = tuple(replace(part, judged=part.judged or part.fetched) for part in order.parts)
        return self.orders.keep(replace(order, parts=parts, wrong=wrong))

    async def jobs(self, order: Order) -> tuple[Job, ...]:
        """Return how each part of an order stands at its vendor."""
        found = []
        for part in order.parts:
            if part.fetched:
                found.append(Job(state="ended", done=len(part.keys)))
            elif not part.job:
                found.append(Job(state="waiting"))
            else:
                found.append(await _stands(order, self._vendors.of(order), part))
        return tuple(found)

    async def fetch(self, order: Order) -> Order:
        """Return an order with the answers of all parts that are over, as it is kept."""
        order = await self._settled(order)
        for number, job in enumerate(await self.jobs(order)):
            part = order.parts[number]
            if job.state == "waiting" or part.fetched:
                continue
            order = self.orders.keep(await self._fetched(order, number, job))
            with suppress(ProviderError):
                await _patiently(order, partial(self._vendors.of(order).discard, part.job))
        return order

    async def cancel(self, order: Order) -> Order:
        """Let nothing more of an order be answered, and return it as it is kept."""
        order = await self._settled(self.orders.keep(replace(order, cancelled=True)))
        for part, job in zip(order.parts, await self.jobs(order), strict=True):
            if part.job and job.state == "waiting":
                await _patiently(order, partial(self._vendors.of(order).cancel, part.job))
        return order

    async def _settled(self, order: Order) -> Order:
        """Return an order of which is known what has arrived, as far as its vendor tells."""
        for part in [part for part in order.parts if not part.job]:
            vendor = self._vendors.of(order)
            order = await _patiently(order, partial(settled, vendor, order, part))
            self.orders.keep(order)
            for found in order.parts:
                if found.mark == part.mark and found.job and order.cancelled:
                    await _patiently(order, partial(vendor.cancel, found.job))
        return order

    async def _handed_in(
        self, order: Order, requests: Mapping[str, Request], *, again: bool
    ) -> Order:
        """Return an order with one part more, as it is kept."""
        part, before = begun(requests, again=again), order
        vendor = self._vendors.of(order)
        order = self.orders.keep(replace(order, parts=(*order.parts, part)))
        try:
            part = await _patiently(order, partial(handed_in, vendor, part, requests))
        except ArrivalUnknownError:
            raise
        except ProviderError:
            self.orders.keep(before)
            raise
        return self.orders.keep(replace(before, parts=(*before.parts, part)))

    def _written(self, order: Order, request: Request, *, again: str = "") -> Request:
        """Return a request as it goes out; the second time it tells what was wrong."""
        able = provider(order.provider).capabilities
        built = request.prompt
        if built is None:
            folder = user_file().parent / PROMPTS
            wrong = order.wrong.get(again, ())
            built = prompt.build(request, budget=room(able), folder=folder, violations=wrong).prompt
        limit = built.max_tokens
        if again and order.answers[again].reason == "truncated":
            limit *= 2
        limit = min(limit, able.max_output or limit)
        return replace(request, prompt=sendable(replace(built, max_tokens=limit)))

    def _require_funds(self, order: Order, asked: Sequence[Request]) -> None:
        refusal = self._meter.refusal()
        cost = estimate(asked, order.model, order.base_url)
        most = self._settings.max_cost
        if not refusal and most is not None and cost is not None and cost > most:
            refusal = f"the batch may cost ${cost:.2f}, more than the ${most:g} of --max-cost"
        if refusal:
            raise PermanentError(refusal, provider=order.provider)

    async def _fetched(self, order: Order, number: int, job: Job) -> Order:
        part = order.parts[number]
        found: dict[str, Answered] = {}
        if job.state != "failed":
            found = await _patiently(order, partial(_read, self._vendors.of(order), part.job))
        error = f"the batch failed: {job.reason}" if job.state == "failed" else "it has no answer"
        nothing = UnansweredError(error, provider=order.provider)
        given = {key: self._given(order, found.get(key, nothing)) for key in part.keys}
        parts = list(order.parts)
        parts[number] = replace(part, fetched=True)
        order = replace(order, parts=tuple(parts))
        if part.again:
            return replace(order, second={**order.second, **given})
        return replace(order, answers={**order.answers, **given})

    def _given(self, order: Order, answered: Answered) -> Given:
        if not isinstance(answered, Reply):
            return _failed(answered)
        model = answered.model or order.model
        note = partial(self._meter.note, share=SHARE)
        cost = note(order.provider, model, "won", answered.usage, order.base_url)
        data = json.dumps(answered.data)
        return Given(model=model, data=data, usage=answered.usage, cost=cost)


def pauses(first: float = 1.0) -> Iterator[float]:
    """Give the seconds between looks at a batch, which may take a day: ever more, up to a minute.

    Args:
        first: The seconds before the first look.
    """
    pause = first
    while True:
        yield pause
        pause = min(pause * 1.5, _LONGEST_PAUSE)


_LONGEST_PAUSE = 60.0


async def _patiently(order: Order, ask: Callable[[], Awaitable[T]]) -> T:
    breaker = Breaker(order.provider)
    return await retried(ask, _PATIENCE, breaker=breaker, provider=order.provider)


async def _stands(order: Order, vendor: Batching, part: Part) -> Job:
    """Return how a part stands; one that the vendor does not know any more has failed."""
    try:
        return await _patiently(order, partial(vendor.job, part.job))
    except PermanentError as error:
        if error.status != _UNKNOWN:
            raise
        return Job(state="failed", reason="it is not kept any more")


_UNKNOWN = 404


def _failed(error: ProviderError) -> Given:
    """Return what came back where there is no answer."""
    unanswered = isinstance(error, UnansweredError)
    failed = Given(error=str(error), unanswered=unanswered)
    if isinstance(error, PassingError) and not unanswered:
        return replace(failed, reason="passing")
    if isinstance(error, ContentError) and error.reason in ("truncated", "malformed"):
        return replace(failed, reason=error.reason, wrong=error.violations)
    return failed


async def _read(those: Batching, job: str) -> dict[str, Answered]:
    return {key: answered async for key, answered in those.answers(job)}

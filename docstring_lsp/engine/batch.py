"""Batches: requests for a whole tree in, handed to a vendor for later at half the price.

What was asked and what came back is an order, which another run can take up at any time: after
a crash what was not handed in is handed in, and what is answered is fetched once. Knows no
vendor, and nothing of files.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from docstring_lsp.engine import prompt
from docstring_lsp.engine.attempt import room, sendable
from docstring_lsp.engine.breaker import Breaker
from docstring_lsp.engine.connect import EMBEDDED, Directory, Keys, provider
from docstring_lsp.engine.keys import find
from docstring_lsp.engine.ledger import Ledger
from docstring_lsp.engine.meter import Meter
from docstring_lsp.engine.models import PROMPTS
from docstring_lsp.engine.orders import Given, Order, Orders, Part, name_now
from docstring_lsp.engine.portions import estimate, portions
from docstring_lsp.engine.retry import Patience, retried
from docstring_lsp.engine.select import AUTO
from docstring_lsp.errors import PassingError, PermanentError, ProviderError, UsageError
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
        self._directory = Directory(settings, keys=keys or find)
        self._meter = Meter(
            ledger or Ledger(),
            max_cost=settings.max_cost,
            daily_budget=settings.daily_budget,
            project=project,
        )
        self._http = Http(timeouts=_WAITS, offline=settings.offline, largest=_LARGEST_ANSWER)
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
        chosen = self._chosen()
        name, created = name_now()
        return Order(
            name=name,
            provider=chosen,
            model=self._directory.model(chosen),
            base_url=self._directory.base_url(chosen),
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
        asked = {key: self._written(order, requests[key]) for key in order.unasked & {*requests}}
        if asked:
            self._require_funds(order, asked)
        order = self.orders.keep(order)
        for part in portions(asked):
            job = await _patiently(order, partial(_handed_in, self._vendor(order), part))
            made = Part(job=job, keys=tuple(part))
            order = self.orders.keep(replace(order, parts=(*order.parts, made)))
        return order

    async def jobs(self, order: Order) -> tuple[Job, ...]:
        """Return how each part of an order stands at its vendor."""
        found = []
        for part in order.parts:
            if part.fetched:
                found.append(Job(state="ended", done=len(part.keys)))
            else:
                found.append(await _stands(order, self._vendor(order), part))
        return tuple(found)

    async def fetch(self, order: Order) -> Order:
        """Return an order with the answers of all parts that are over, as it is kept."""
        for number, job in enumerate(await self.jobs(order)):
            part = order.parts[number]
            if job.state == "waiting" or part.fetched:
                continue
            order = self.orders.keep(await self._fetched(order, number, job))
            with suppress(ProviderError):
                await _patiently(order, partial(self._vendor(order).discard, part.job))
        return order

    async def cancel(self, order: Order) -> Order:
        """Let nothing more of an order be answered, and return it as it is kept."""
        order = self.orders.keep(replace(order, cancelled=True))
        for part, job in zip(order.parts, await self.jobs(order), strict=True):
            if job.state == "waiting":
                await _patiently(order, partial(self._vendor(order).cancel, part.job))
        return order

    def _chosen(self) -> str:
        """Return who takes batches: the one that is set, else the first that is set up."""
        able = {c.name: c for c in self._directory.candidates() if c.capabilities.batch}
        wanted = self._settings.provider
        if wanted in (AUTO, EMBEDDED):
            free = [each for each in able.values() if each.chosen and not each.missing]
            if wanted == EMBEDDED or not free:
                told = f"name one of {', '.join(able)} with --provider, and set its key"
                raise UsageError(f"a batch needs a model whose vendor takes batches: {told}")
            wanted = max(free, key=lambda each: each.capabilities.max_tokens).name
        if wanted not in able:
            raise UsageError(
                f"{wanted} takes no batches ({', '.join(able)} do); "
                "leave --batch out, and say with --concurrency how many are asked at once"
            )
        self._require(wanted)
        return wanted

    def _require(self, name: str) -> None:
        if missing := self._directory.missing(name):
            raise UsageError(f"{name}: {missing}")

    def _written(self, order: Order, request: Request) -> Request:
        """Return a request as it goes out."""
        able = provider(order.provider).capabilities
        built = request.prompt
        if built is None:
            folder = user_file().parent / PROMPTS
            built = prompt.build(request, budget=room(able), folder=folder).prompt
        limit = min(built.max_tokens, able.max_output or built.max_tokens)
        return replace(request, prompt=sendable(replace(built, max_tokens=limit)))

    def _require_funds(self, order: Order, asked: Mapping[str, Request]) -> None:
        refusal = self._meter.refusal()
        cost = estimate(asked.values(), order.model, order.base_url)
        most = self._settings.max_cost
        if not refusal and most is not None and cost is not None and cost > most:
            refusal = f"the batch may cost ${cost:.2f}, more than the ${most:g} of --max-cost"
        if refusal:
            raise PermanentError(refusal, provider=order.provider)

    def _vendor(self, order: Order) -> Batching:
        """Return who an order was given to.

        Raises:
            UsageError: If it cannot be asked, or is not where it was.
        """
        self._require(order.provider)
        if self._directory.base_url(order.provider) != order.base_url:
            raise UsageError(f"{order.name} was given to {order.base_url}, which is not set now")
        connection = self._directory.connection(order.provider, self._http, order.model)
        return cast("Batching", provider(order.provider)(connection))

    async def _fetched(self, order: Order, number: int, job: Job) -> Order:
        part = order.parts[number]
        found: dict[str, Answered] = {}
        if job.state != "failed":
            found = await _patiently(order, partial(_read, self._vendor(order), part.job))
        error = f"the batch failed: {job.reason}" if job.state == "failed" else "it has no answer"
        nothing = UnansweredError(error, provider=order.provider)
        given = {key: self._given(order, found.get(key, nothing)) for key in part.keys}
        parts = list(order.parts)
        parts[number] = replace(part, fetched=True)
        return replace(order, parts=tuple(parts), answers={**order.answers, **given})

    def _given(self, order: Order, answered: Answered) -> Given:
        if not isinstance(answered, Reply):
            return Given(error=str(answered), unanswered=isinstance(answered, UnansweredError))
        model = answered.model or order.model
        note = partial(self._meter.note, share=SHARE)
        cost = note(order.provider, model, "won", answered.usage, order.base_url)
        data = json.dumps(answered.data)
        return Given(model=model, data=data, usage=answered.usage, cost=cost)


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


async def _handed_in(those: Batching, requests: Mapping[str, Request]) -> str:
    """Hand a part in; where it is not known whether it arrived, it is not handed in twice."""
    try:
        return await those.submit(requests)
    except PassingError as error:
        if error.status is not None:
            raise
        raise PermanentError(
            f"it is not known whether the batch arrived ({error})", provider=error.provider
        ) from error


async def _read(those: Batching, job: str) -> dict[str, Answered]:
    return {key: answered async for key, answered in those.answers(job)}

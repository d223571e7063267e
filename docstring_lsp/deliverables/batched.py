"""Answers prompts through a vendor's batch API: at half the price, whenever it is done.

The prompts that come at once are handed in together. Who waits may be interrupted at any time:
what was handed in is kept, and taken up when the same is asked again.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

from docstring_lsp.deliverables.markup import count
from docstring_lsp.engine.account import Hear
from docstring_lsp.engine.batch import Batches, pauses
from docstring_lsp.engine.orders import Given, Order, Orders
from docstring_lsp.errors import ContentError, DocstringLspError
from docstring_lsp.providers.base import Reply, Request

_TOGETHER = 0.05
"""Seconds in which those of a round come, since all of them are ready to be asked."""


def orders() -> Orders:
    """Return where the batches of documents are kept, apart from those of docstrings."""
    return Orders(Orders().folder / "documents")


class Batched:
    """Whoever answers prompts in batches. To be entered.

    Args:
        batches: Hands them in.
        root: The project's folder.
        note: Is told what is waited for.
        pause: The seconds before the first look; each further pause is half as long again.

    Raises:
        UsageError: If nobody who is set up takes batches.
    """

    def __init__(
        self, batches: Batches, root: Path, note: Callable[[str], None], *, pause: float = 1.0
    ) -> None:
        self._batches, self._root, self._note, self._pause = batches, root, note, pause
        self._waiting: dict[str, tuple[Request, asyncio.Future[Reply]]] = {}
        self._work: set[asyncio.Task[None]] = set()
        self._next: asyncio.Task[None] | None = None
        self._over: list[Order] = []
        batches.order("", {})

    async def __aenter__(self) -> Batched:
        """Return itself."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for nothing more; what was handed in is kept, and what came of it if interrupted."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        for order in self._over if kind is None else ():
            self._batches.orders.forget(order)

    async def __call__(self, request: Request, hear: Hear | None = None) -> Reply:
        """Return the answer to a prompt.

        Raises:
            ContentError: If there is none.
            ProviderError: If the vendor does not take it.
        """
        del hear
        key = _key(request)
        if key not in self._waiting:
            self._waiting[key] = request, asyncio.get_running_loop().create_future()
        future = self._waiting[key][1]
        if self._next is None:
            self._next = asyncio.ensure_future(self._together())
            self._work.add(self._next)
            self._next.add_done_callback(self._work.discard)
        return await asyncio.shield(future)

    async def _together(self) -> None:
        await asyncio.sleep(_TOGETHER)
        asked, self._waiting, self._next = self._waiting, {}, None
        try:
            order = await self._answered({key: request for key, (request, _) in asked.items()})
        except DocstringLspError as error:
            for _, future in asked.values():
                future.set_exception(error)
            return
        for key, (_, future) in asked.items():
            _resolve(future, order, order.answers.get(key))
        self._over.append(order)

    async def _answered(self, requests: Mapping[str, Request]) -> Order:
        """Return the order of some prompts once it is over."""
        order = self._taken_up(requests) or self._batches.order("", self._wanted(requests))
        order = await self._batches.submit(order, requests)
        self._note(
            f"{order.provider} has {count(len(order.wanted), 'prompt')} in a batch; this waits "
            "for it, and takes it up again after an interruption"
        )
        looks = pauses(self._pause)
        while not (order := await self._batches.fetch(order)).is_over:
            await asyncio.sleep(next(looks))
            order = await self._batches.submit(order, requests)
        return order

    def _taken_up(self, requests: Mapping[str, Request]) -> Order | None:
        """Return an order that was left, where it asks some of the same, and the rest with it."""
        new = self._batches.order("", self._wanted(requests))
        for order in self._batches.orders.all():
            alike = (order.provider, order.model, order.base_url)
            if alike == (new.provider, new.model, new.base_url) and {*order.wanted} & {*requests}:
                kept = {k: v for k, v in order.wanted.items() if k not in order.unasked}
                return replace(order, wanted={**kept, **new.wanted})
        return None

    def _wanted(self, requests: Mapping[str, Request]) -> Mapping[str, str]:
        return dict.fromkeys(requests, f"{self._root}:")


def _resolve(future: asyncio.Future[Reply], order: Order, given: Given | None) -> None:
    if future.done():
        return
    if given is None or given.error:
        why = given.error if given is not None else "it has no answer"
        told = why.removeprefix(f"{order.provider}: ")
        error = ContentError(told, provider=order.provider, reason="malformed")
        future.set_exception(error)
        return
    data = json.loads(given.data)
    reply = Reply(
        provider=order.provider, model=given.model, text=given.data, data=data, usage=given.usage
    )
    future.set_result(reply)


def _key(request: Request) -> str:
    told = json.dumps([asdict(request.prompt) if request.prompt else None, request.model])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]

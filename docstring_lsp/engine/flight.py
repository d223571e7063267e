"""Single flight: the same question that is being asked already is not asked a second time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """The questions that are being asked, by their keys."""

    def __init__(self) -> None:
        self._flying: dict[Hashable, _Flight[T]] = {}

    def __len__(self) -> int:
        """Return how many questions are being asked."""
        return len(self._flying)

    def __contains__(self, key: Hashable) -> bool:
        """Return whether a question is being asked."""
        flight = self._flying.get(key)
        return flight is not None and not flight.task.done()

    async def join(self, key: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """Return the answer to a question, asked once for all who wait for it.

        Who is cancelled leaves the others waiting; when nobody waits any more, the asking is
        cancelled, too.

        Args:
            key: What tells the question from others.
            ask: Asks it.
        """
        flight = self._flying.get(key)
        if flight is None or flight.task.done():
            flight = _Flight(asyncio.ensure_future(_awaited(ask)))
            self._flying[key] = flight
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting:
                if self._flying.get(key) is flight:
                    del self._flying[key]
                if not flight.task.done():
                    flight.task.cancel()
                    await asyncio.gather(flight.task, return_exceptions=True)


class _Flight(Generic[T]):
    def __init__(self, task: asyncio.Future[T]) -> None:
        self.task = task
        self.waiting = 0


async def _awaited(ask: Callable[[], Awaitable[Any]]) -> Any:
    return await ask()

"""The same question in flight is asked once; who leaves does not end it for the others."""

from __future__ import annotations

import asyncio

import pytest

from docstring_lsp.engine.flight import Flights

pytestmark = pytest.mark.asyncio(loop_scope="function")


class Asking:
    """Counts how often it is asked, and answers when it is let."""

    def __init__(self) -> None:
        self.asked = 0
        self.cancelled = 0
        self.let = asyncio.Event()
        self.error: Exception | None = None

    async def __call__(self) -> int:
        self.asked += 1
        try:
            await self.let.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self.error:
            raise self.error
        return self.asked


async def waiting(flights: Flights[int], asking: Asking, keys: str) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(flights.join(key, asking)) for key in keys]
    await asyncio.sleep(0.001)
    return tasks


async def test_the_same_question_is_asked_once() -> None:
    flights, asking = Flights[int](), Asking()
    tasks = await waiting(flights, asking, "aaab")
    assert (asking.asked, len(flights)) == (2, 2)
    asking.let.set()
    assert len(await asyncio.gather(*tasks)) == 4
    assert len(flights) == 0


async def test_later_it_is_asked_again() -> None:
    flights, asking = Flights[int](), Asking()
    asking.let.set()
    assert [await flights.join("a", asking), await flights.join("a", asking)] == [1, 2]


async def test_an_error_is_everybodys() -> None:
    flights, asking = Flights[int](), Asking()
    asking.error = OSError("gone")
    tasks = await waiting(flights, asking, "aa")
    asking.let.set()
    told = await asyncio.gather(*tasks, return_exceptions=True)
    assert [str(each) for each in told] == ["gone", "gone"]
    assert len(flights) == 0


async def test_who_leaves_does_not_end_it_for_the_others() -> None:
    flights, asking = Flights[int](), Asking()
    first, second = await waiting(flights, asking, "aa")
    first.cancel()
    await asyncio.sleep(0.001)
    assert asking.cancelled == 0
    asking.let.set()
    assert await second == 1


async def test_when_all_have_left_it_is_cancelled() -> None:
    flights, asking = Flights[int](), Asking()
    for task in await waiting(flights, asking, "aa"):
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert (asking.cancelled, len(flights)) == (1, 0)
    assert asyncio.all_tasks() == {asyncio.current_task()}

"""Who is told to slow down makes all wait, for as long as it says, and speeds up again."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from docstring_lsp.engine.throttle import Throttle
from docstring_lsp.errors import PassingError, PermanentError

pytestmark = pytest.mark.asyncio(loop_scope="function")


def too_many(retry_after: float | None = None) -> PassingError:
    return PassingError("slow down", provider="p", status=429, retry_after=retry_after)


async def taken(throttle: Throttle, times: int = 1) -> list[float]:
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def turn() -> float:
        await throttle.turn()
        return loop.time() - start

    return await asyncio.gather(*(turn() for _ in range(times)))


async def test_nobody_waits_for_nothing() -> None:
    assert max(await taken(Throttle(), 50)) < 0.1


async def test_all_wait_as_long_as_it_says_and_come_one_after_the_other() -> None:
    throttle = Throttle()
    throttle.failed(too_many(0.2))
    for _ in range(4):
        throttle.answered()
    times = await taken(throttle, 4)
    assert times[0] >= 0.19
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert all(gap >= 0.02 for gap in gaps)


async def test_a_wait_past_ones_time_is_not_begun() -> None:
    throttle = Throttle()
    throttle.failed(too_many(1000.0))
    begun = asyncio.get_running_loop().time()
    with pytest.raises(PassingError, match="p: slow down") as told:
        await throttle.turn(30.0)
    assert told.value.status == 429
    assert asyncio.get_running_loop().time() - begun < 1


async def test_answers_loosen_the_brake() -> None:
    throttle = Throttle()
    throttle.failed(too_many(0.0))
    for _ in range(10):
        throttle.answered()
    assert max(await taken(throttle, 20)) < 0.1


@pytest.mark.parametrize(
    "error",
    [
        PassingError("down", provider="p", status=500),
        PassingError("gone", provider="p"),
        PermanentError("no", provider="p", status=401),
    ],
)
async def test_other_errors_slow_nobody_down(error: PassingError) -> None:
    throttle = Throttle()
    throttle.failed(error)
    assert max(await taken(throttle, 5)) < 0.1

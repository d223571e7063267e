"""The first good answer wins, and nothing of a race is left when it is over."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from docstring_lsp.engine.race import Finish, Runner, race

pytestmark = pytest.mark.asyncio(loop_scope="function")

STEP = 0.02


class Track:
    """Runners that take so many steps, and what became of them."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.cancelled: list[str] = []
        self.closed: list[str] = []

    def runner(
        self, name: str, steps: float, *, fails: bool = False, delay: float | None = None
    ) -> Runner[str]:
        async def run() -> str:
            self.started.append(name)
            try:
                await asyncio.sleep(steps * STEP)
            except asyncio.CancelledError:
                self.cancelled.append(name)
                await asyncio.sleep(STEP)  # a socket takes a while to be closed
                raise
            finally:
                self.closed.append(name)
            if fails:
                raise OSError(f"{name} failed")
            return name

        return Runner(name, run, None if delay is None else delay * STEP)


def outcomes(finish: Finish[str]) -> dict[str, str]:
    return {lap.name: lap.outcome for lap in finish.laps}


CASES: dict[str, tuple[Callable[[Track], list[Runner[str]]], str, dict[str, str]]] = {
    "a fast one runs alone": (
        lambda t: [t.runner("a", 1, delay=3), t.runner("b", 1)],
        "a",
        {"a": "won"},
    ),
    "a slow one is joined": (
        lambda t: [t.runner("a", 20, delay=1), t.runner("b", 1)],
        "b",
        {"a": "lost", "b": "won"},
    ),
    "a slow one may still win": (
        lambda t: [t.runner("a", 3, delay=1), t.runner("b", 20)],
        "a",
        {"a": "won", "b": "lost"},
    ),
    "both at once": (
        lambda t: [t.runner("a", 20, delay=0), t.runner("b", 1)],
        "b",
        {"a": "lost", "b": "won"},
    ),
    "one that fails is followed at once": (
        lambda t: [t.runner("a", 1, fails=True, delay=100), t.runner("b", 1)],
        "b",
        {"a": "failed", "b": "won"},
    ),
    "and only then where nobody joins": (
        lambda t: [t.runner("a", 5, fails=True), t.runner("b", 1)],
        "b",
        {"a": "failed", "b": "won"},
    ),
    "the first to be done does not win by failing": (
        lambda t: [t.runner("a", 4, delay=0), t.runner("b", 1, fails=True)],
        "a",
        {"a": "won", "b": "failed"},
    ),
    "all fail": (
        lambda t: [t.runner("a", 1, fails=True, delay=0), t.runner("b", 2, fails=True)],
        "",
        {"a": "failed", "b": "failed"},
    ),
    "a third one": (
        lambda t: [t.runner("a", 9, delay=0), t.runner("b", 1, fails=True), t.runner("c", 1)],
        "c",
        {"a": "lost", "b": "failed", "c": "won"},
    ),
    "nobody": (lambda t: [], "", {}),
}


@pytest.mark.parametrize("case", CASES)
async def test_who_wins(case: str) -> None:
    course, winner, expected = CASES[case]
    track = Track()
    finish = await race(course(track))
    assert finish.winner == winner
    assert finish.value == (winner or None)
    assert outcomes(finish) == expected
    assert sorted(track.closed) == sorted(track.started) == sorted(expected)
    assert track.cancelled == [name for name, what in expected.items() if what == "lost"]


async def test_all_causes_are_kept() -> None:
    track = Track()
    finish = await race([track.runner("a", 1, fails=True), track.runner("b", 1, fails=True)])
    assert [str(error) for error in finish.errors] == ["a failed", "b failed"]
    assert [lap.error for lap in finish.laps] == list(finish.errors)


async def test_a_slow_one_is_not_joined_where_that_is_too_much() -> None:
    track = Track()
    runners = [track.runner("a", 4, delay=1), track.runner("b", 1)]
    finish = await race(runners, may_join=lambda: False)
    assert outcomes(finish) == {"a": "won"}


async def test_one_that_failed_is_followed_all_the_same() -> None:
    track = Track()
    runners = [track.runner("a", 2, fails=True, delay=1), track.runner("b", 1)]
    finish = await race(runners, may_join=lambda: False)
    assert finish.winner == "b"


async def test_of_two_at_the_same_time_the_first_wins() -> None:
    async def now(name: str) -> str:
        return name

    runners = [Runner("a", lambda: now("a"), 0), Runner("b", lambda: now("b"))]
    assert (await race(runners)).winner == "a"


async def test_who_cancels_the_race_leaves_nobody_running() -> None:
    track = Track()
    running = asyncio.ensure_future(
        race([track.runner("a", 99, delay=0), track.runner("b", 99, delay=0)])
    )
    await asyncio.sleep(STEP)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert sorted(track.cancelled) == sorted(track.closed) == ["a", "b"]
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_one_that_gives_itself_up_has_failed() -> None:
    async def given_up() -> str:
        raise asyncio.CancelledError

    track = Track()
    finish = await race([Runner("a", given_up, None), track.runner("b", 1)])
    assert outcomes(finish) == {"a": "failed", "b": "won"}


async def test_the_times_of_the_laps_are_told() -> None:
    track = Track()
    begun = time.perf_counter()
    finish = await race([track.runner("a", 50, delay=2), track.runner("b", 2)])
    taken = time.perf_counter() - begun
    seconds = {lap.name: lap.seconds for lap in finish.laps}
    assert 3.5 * STEP < seconds["a"] <= taken
    assert 1.5 * STEP < seconds["b"] < seconds["a"]


async def test_nothing_is_left_where_the_caller_is_cancelled_again_and_again() -> None:
    track = Track()
    racing = asyncio.ensure_future(race([track.runner("a", 50, delay=0), track.runner("b", 50)]))
    await asyncio.sleep(STEP)
    for _ in range(3):
        racing.cancel()
        await asyncio.sleep(STEP / 10)
    with pytest.raises(asyncio.CancelledError):
        await racing
    assert sorted(track.closed) == ["a", "b"]
    assert asyncio.all_tasks() == {asyncio.current_task()}

"""The race: ways to come by an answer in, the first good answer out.

Knows no provider: a runner is a name and a callable, and what it returns is good. One that is
slow is joined by the next, one that fails is followed by it at once; whoever has lost is
cancelled and waited for, so that nothing of a race is left when it is over.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Runner(Generic[T]):
    """One way to come by an answer.

    Attributes:
        name: What it is called.
        run: Gives the answer, or raises; lets itself be cancelled.
        delay: The seconds it is given before the next joins; 0 for both at once, None to wait
            until it has failed.
    """

    name: str
    run: Callable[[], Awaitable[T]]
    delay: float | None = None


@dataclass(frozen=True, slots=True)
class Lap:
    """What became of a runner that was started.

    Attributes:
        name: Its name.
        outcome: Whether it won, lost to another or failed.
        seconds: How long it ran.
        error: Why it failed.
    """

    name: str
    outcome: Literal["won", "lost", "failed"]
    seconds: float
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Finish(Generic[T]):
    """How a race ended.

    Attributes:
        value: The answer of the winner; None if all have failed.
        winner: Its name; empty if all have failed.
        laps: What became of each that was started, in the order of their starts.
    """

    value: T | None
    winner: str
    laps: tuple[Lap, ...]

    @property
    def errors(self) -> tuple[Exception, ...]:
        """Why those failed that did."""
        return tuple(lap.error for lap in self.laps if lap.error is not None)


def _always() -> bool:
    return True


async def race(
    runners: Sequence[Runner[T]], *, may_join: Callable[[], bool] = _always
) -> Finish[T]:
    """Return the first good answer.

    Args:
        runners: The ways, the one that is started first in front.
        may_join: Whether a runner may be joined by another that would only be faster; asked
            when one is slow, not when one has failed.

    Returns:
        The answer of the first that gave one; of several at the same time, of the first that
        was started.
    """
    course = _Course(runners)
    try:
        course.start()
        while course.running:
            await course.wait(may_join)
            for lane in course.finished():
                if lane.error is None:
                    return await course.over(lane)
                course.start()
        return Finish(None, "", await course.laps())
    finally:
        await course.clear()


class _Lane(Generic[T]):
    """A runner that was started."""

    def __init__(self, runner: Runner[T]) -> None:
        self.runner = runner
        self.begun = time.perf_counter()
        self.ended: float | None = None
        self.task: asyncio.Future[T] = asyncio.ensure_future(runner.run())
        self.error: Exception | None = None

    def end(self) -> None:
        self.ended = time.perf_counter()
        if not self.task.cancelled():
            error = self.task.exception()
            if error is not None and not isinstance(error, Exception):
                raise error
            self.error = error
        else:
            self.error = asyncio.InvalidStateError("it gave itself up")

    def lap(self, winner: _Lane[T] | None) -> Lap:
        ended = time.perf_counter() if self.ended is None else self.ended
        outcome: Literal["won", "lost", "failed"] = "failed" if self.error else "lost"
        if self is winner:
            outcome = "won"
        return Lap(self.runner.name, outcome, ended - self.begun, self.error)


class _Course(Generic[T]):
    """All that runs in a race."""

    def __init__(self, runners: Sequence[Runner[T]]) -> None:
        self._waiting = deque(runners)
        self._lanes: list[_Lane[T]] = []

    @property
    def running(self) -> list[_Lane[T]]:
        return [lane for lane in self._lanes if lane.ended is None]

    def start(self) -> None:
        if self._waiting:
            self._lanes.append(_Lane(self._waiting.popleft()))

    async def wait(self, may_join: Callable[[], bool]) -> None:
        """Wait until one is done, and let the next join if that takes too long."""
        tasks = [lane.task for lane in self.running]
        last = self._lanes[-1]
        delay = last.runner.delay if self._waiting else None
        left = None if delay is None else max(0.0, last.begun + delay - time.perf_counter())
        done, _ = await asyncio.wait(tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            if may_join():
                self.start()
            else:
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)

    def finished(self) -> Iterator[_Lane[T]]:
        for lane in self.running:
            if lane.task.done():
                lane.end()
                yield lane

    async def over(self, winner: _Lane[T]) -> Finish[T]:
        return Finish(winner.task.result(), winner.runner.name, await self.laps(winner))

    async def laps(self, winner: _Lane[T] | None = None) -> tuple[Lap, ...]:
        await self.clear()
        return tuple(lane.lap(winner) for lane in self._lanes)

    async def clear(self) -> None:
        """Cancel what still runs and wait until it has stopped, even if cancelled meanwhile."""
        left = [lane for lane in self._lanes if lane.ended is None]
        for lane in left:
            lane.task.cancel()
        cancelled = False
        while running := [lane.task for lane in left if not lane.task.done()]:
            cancelled |= not await _waited(running)
        for lane in left:
            if not lane.task.cancelled():
                lane.task.exception()  # seen; who has lost has nothing more to say
        for lane in left:
            lane.ended = time.perf_counter()
        if cancelled:
            raise asyncio.CancelledError


async def _waited(tasks: Sequence[asyncio.Future[T]]) -> bool:
    """Wait for tasks, and return whether that was not cancelled."""
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        return False
    return True

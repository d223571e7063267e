"""What may pass is asked again, after a pause that is asked for or random, until a deadline."""

from __future__ import annotations

import asyncio
import time

import pytest

from docstring_lsp.engine.breaker import Breaker, LeftAloneError
from docstring_lsp.engine.retry import Patience, retried
from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError

pytestmark = pytest.mark.asyncio(loop_scope="function")

QUICK = Patience(retries=3, deadline=5, first_pause=0.001, longest_pause=0.002)


def busy(wait: float | None = None) -> PassingError:
    return PassingError("busy", provider="p", status=429, retry_after=wait)


class Asked:
    """Fails so many times, then answers."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.times: list[float] = []

    async def __call__(self) -> str:
        self.times.append(time.perf_counter())
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


async def ask(asked: Asked, patience: Patience = QUICK, breaker: Breaker | None = None) -> str:
    return await retried(asked, patience, breaker=breaker or Breaker("p"), provider="p")


@pytest.mark.parametrize("failures", [0, 1, 3])
async def test_what_passes_is_asked_again(failures: int) -> None:
    asked = Asked(*[busy() for _ in range(failures)])
    assert await ask(asked) == "answer"
    assert len(asked.times) == failures + 1


async def test_the_last_error_is_told() -> None:
    asked = Asked(*[PassingError(f"no. {n}", provider="p") for n in range(9)])
    with pytest.raises(PassingError, match=r"no\. 3"):
        await ask(asked)
    assert len(asked.times) == 4


@pytest.mark.parametrize(
    "error",
    [
        PermanentError("no key", provider="p"),
        ContentError("no", provider="p", reason="refused"),
        ValueError("a mistake of ours"),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_what_cannot_pass_is_not_asked_again(error: Exception) -> None:
    asked = Asked(error)
    with pytest.raises(type(error)):
        await ask(asked)
    assert len(asked.times) == 1


async def test_the_pause_is_the_one_that_is_asked_for() -> None:
    pauses = []
    for _ in range(3):
        asked = Asked(busy(0.1))
        assert await ask(asked) == "answer"
        pauses.append(asked.times[1] - asked.times[0])
    # The least of some: a machine with other work may delay any one.
    assert 0.1 <= min(pauses) < 0.3


@pytest.mark.parametrize("wait", [60.0, 6.0])
async def test_a_pause_past_the_deadline_is_not_begun(wait: float) -> None:
    begun = time.perf_counter()
    with pytest.raises(PassingError, match="busy"):
        await ask(Asked(busy(wait)))
    assert time.perf_counter() - begun < 1


async def test_an_answer_has_until_the_deadline() -> None:
    async def hang() -> str:
        await asyncio.Event().wait()
        return ""

    with pytest.raises(PassingError, match=r"p: no whole answer within 0\.05 seconds"):
        await retried(hang, Patience(retries=3, deadline=0.05), breaker=Breaker("p"), provider="p")


async def test_what_was_said_last_is_told_when_the_time_is_over() -> None:
    asked = Asked(busy())

    async def hangs_then() -> str:
        if asked.times:
            await asyncio.Event().wait()
        return await asked()

    with pytest.raises(PassingError, match=r"p: busy; nothing better within 0\.1 seconds"):
        await retried(
            hangs_then,
            Patience(retries=3, deadline=0.1, first_pause=0.001),
            breaker=Breaker("p"),
            provider="p",
        )


async def test_one_that_is_left_alone_is_not_waited_for() -> None:
    breaker = Breaker("p", failures=1)
    breaker.failed(busy())
    begun = time.perf_counter()
    with pytest.raises(LeftAloneError):
        await ask(Asked(), Patience(retries=9, first_pause=5.0), breaker)
    assert time.perf_counter() - begun < 1


async def test_pauses_double_and_are_random() -> None:
    patience = Patience(retries=6, deadline=9, first_pause=0.004, longest_pause=0.016)
    pauses: list[list[float]] = []
    for _ in range(6):
        asked = Asked(*[busy() for _ in range(6)])
        await ask(asked, patience, Breaker("p", failures=99))
        pauses.append([b - a for a, b in zip(asked.times, asked.times[1:], strict=False)])
    # The least of some: a machine with other work may delay any one.
    assert min(first for first, *_ in pauses) < 0.004 + 0.02
    assert len({round(first, 5) for first, *_ in pauses}) > 1
    assert max(p[-1] for p in pauses) > min(p[-1] for p in pauses)


async def test_who_cancels_is_not_kept_waiting() -> None:
    asked = Asked(busy(4))
    running = asyncio.ensure_future(ask(asked))
    await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert len(asked.times) == 1


class TestBreaker:
    async def test_one_that_fails_again_and_again_is_left_alone(self) -> None:
        breaker = Breaker("p", failures=3)
        asked = Asked(*[busy() for _ in range(9)])
        why = "busy; left alone for a while, since it failed 3 times in a row"
        with pytest.raises(PassingError, match=why):
            await ask(asked, breaker=breaker)
        assert len(asked.times) == 3
        with pytest.raises(PassingError, match="left alone"):
            await ask(asked, breaker=breaker)
        assert len(asked.times) == 3

    async def test_after_a_while_one_request_tries_it(self) -> None:
        now = [0.0]
        breaker = Breaker("p", failures=1, cooling=10, clock=lambda: now[0])
        breaker.failed()
        with pytest.raises(PassingError):
            breaker.ask()
        now[0] = 11
        breaker.ask()
        with pytest.raises(PassingError, match="it does not answer; left alone"):
            breaker.ask()
        breaker.succeeded()
        breaker.ask()
        breaker.ask()

    async def test_a_try_that_fails_leaves_it_alone_again(self) -> None:
        now = [0.0]
        breaker = Breaker("p", failures=2, cooling=10, clock=lambda: now[0])
        breaker.failed()
        breaker.failed()
        now[0] = 11
        breaker.ask()
        breaker.failed()
        with pytest.raises(PassingError, match="left alone"):
            breaker.ask()

    async def test_a_try_that_nobody_waited_for_lets_another_try(self) -> None:
        now = [0.0]
        breaker = Breaker("p", failures=1, cooling=10, clock=lambda: now[0])
        breaker.failed()
        now[0] = 11
        breaker.ask()
        breaker.given_up()
        breaker.ask()

    @pytest.mark.parametrize(
        "error",
        [PermanentError("no", provider="p"), ContentError("no", provider="p", reason="refused")],
    )
    async def test_an_answer_that_is_no_good_is_an_answer(self, error: ProviderError) -> None:
        breaker = Breaker("p", failures=1)
        with pytest.raises(type(error)):
            await ask(Asked(error), breaker=breaker)
        breaker.ask()

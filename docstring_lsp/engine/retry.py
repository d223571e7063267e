"""Asking again: only what may pass, with growing and random pauses, until a deadline.

Takes a callable, gives its answer or its last error. Knows no provider.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from docstring_lsp.engine.breaker import Breaker, LeftAloneError
from docstring_lsp.errors import PassingError

if TYPE_CHECKING:
    from tenacity import RetryCallState

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how long something is tried.

    Attributes:
        retries: The further tries after the first.
        deadline: The seconds all tries may take together, pauses included.
        first_pause: The longest first pause, in seconds; each further one is twice as long.
        longest_pause: The longest pause.
    """

    retries: int = 3
    deadline: float = 30.0
    first_pause: float = 0.5
    longest_pause: float = 20.0


async def retried(
    ask: Callable[[], Awaitable[T]],
    patience: Patience,
    *,
    breaker: Breaker,
    provider: str,
) -> T:
    """Return what asking gives.

    A pause is as long as the provider asks for (``Retry-After``), else a random part of a
    bound that doubles (full jitter). A pause that would end past the deadline is not begun.

    Args:
        ask: Asks once.
        patience: How often and how long.
        breaker: The provider's; told of what becomes of each try.
        provider: Whom, for the error where no answer comes in time.

    Raises:
        ProviderError: The last error.
    """
    import tenacity

    tries = tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(_may_pass),
        stop=tenacity.stop_after_attempt(patience.retries + 1)
        | tenacity.stop_before_delay(patience.deadline),
        wait=lambda state: _pause(state, patience),
        reraise=True,
    )
    loop = asyncio.get_running_loop()
    until = loop.time() + patience.deadline
    last: PassingError | None = None

    async def once() -> T:
        nonlocal last
        breaker.ask()
        try:
            answer = await asyncio.wait_for(ask(), max(0.0, until - loop.time()))
        except (TimeoutError, asyncio.TimeoutError):
            error = _late(last, patience, provider)
            breaker.failed(error)
            raise error from None
        except PassingError as error:
            breaker.failed(error)
            last = error
            raise
        except asyncio.CancelledError:
            breaker.given_up()
            raise
        except Exception:
            breaker.succeeded()
            raise
        breaker.succeeded()
        return answer

    return await tries(once)


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, PassingError) and not isinstance(error, LeftAloneError)


def _late(last: PassingError | None, patience: Patience, provider: str) -> PassingError:
    """Return the error of one whose time is over; what it last said tells more than that."""
    within = f"within {patience.deadline:.3g} seconds (`timeout`)"
    if last is None:
        return PassingError(f"no whole answer {within}", provider=provider)
    told = f"{last.said}; nothing better {within}"
    return PassingError(told, provider=provider, status=last.status)


def _pause(state: RetryCallState, patience: Patience) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = getattr(error, "retry_after", None)
    bound = min(patience.longest_pause, patience.first_pause * 2 ** (state.attempt_number - 1))
    jitter = random.uniform(0, bound)  # noqa: S311  (it spreads load, it hides nothing)
    return float(asked) + jitter / 10 if asked is not None else jitter

"""A circuit breaker: a provider that fails again and again is left alone for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from docstring_lsp.errors import PassingError, ProviderError


class LeftAloneError(PassingError):
    """It was not asked, since it has failed too often in a row; there is no use in insisting."""


class Breaker:
    """Guards one provider.

    After so many failures in a row it is not asked until some time is over; then one request
    tries it, and the others wait for what becomes of that.

    Args:
        provider: The provider's name.
        failures: How many failures in a row are too many.
        cooling: The seconds it is left alone.
        clock: Tells the time in seconds.
    """

    def __init__(
        self,
        provider: str,
        *,
        failures: int = 5,
        cooling: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._provider, self._most, self._cooling, self._clock = provider, failures, cooling, clock
        self._failures = 0
        self._until = 0.0
        self._trying = False
        self._why = ""

    def ask(self) -> None:
        """Note that the provider is about to be asked.

        Raises:
            LeftAloneError: If it is to be left alone.
        """
        if self._failures < self._most:
            return
        if self._until > self._clock() or self._trying:
            # The same words for all who come meanwhile: they are told once.
            why = self._why or "it does not answer"
            raise LeftAloneError(
                f"{why}; left alone for a while, since it failed {self._most} times in a row",
                provider=self._provider,
            )
        self._trying = True

    def succeeded(self) -> None:
        """Note that it answered, well or not."""
        self._failures, self._trying = 0, False

    def failed(self, error: ProviderError | None = None) -> None:
        """Note that it did not answer, and why."""
        self._why = error.said if error is not None else ""
        self._failures += 1
        self._trying = False
        if self._failures >= self._most:
            self._until = self._clock() + self._cooling

    def given_up(self) -> None:
        """Note that nobody waited for the answer."""
        self._trying = False

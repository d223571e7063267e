"""Rate limiting: who is told to slow down makes all that ask the same provider wait.

Takes what a provider says (``429`` and how long to wait), gives the moment to ask. Between two
requests after the wait some time is left, which halves with each answer, so that those who have
waited do not all come back at once. Knows no provider.
"""

from __future__ import annotations

import asyncio
from math import inf

from docstring_lsp.errors import PassingError, ProviderError

_WAIT = 1.0
"""Seconds to wait where the provider does not say."""

_FIRST_GAP = 0.5
_LONGEST_GAP = 8.0
_LEAST_GAP = 0.02
_LONGEST_WAIT = 60.0
"""Seconds past which the wait is left to who asks, whose own time may be over by then."""


class Throttle:
    """The pace at which one provider may be asked."""

    def __init__(self) -> None:
        self._free_at = 0.0
        self._gap = 0.0
        self._told: PassingError | None = None

    async def turn(self, longest: float = inf) -> None:
        """Wait until one may ask.

        Args:
            longest: The seconds past which waiting would be in vain.

        Raises:
            PassingError: If it would take longer; what the provider said.
        """
        loop = asyncio.get_running_loop()
        now = loop.time()
        begin = max(now, self._free_at)
        if self._told is not None and begin - now > longest:
            raise PassingError(
                self._told.said,
                provider=self._told.provider,
                status=self._told.status,
                retry_after=begin - now,
            )
        if self._gap:
            self._free_at = begin + self._gap
        if begin > now:
            await asyncio.sleep(begin - now)

    def answered(self) -> None:
        """Note that it answered: what is left of the brake is loosened."""
        self._gap = self._gap / 2 if self._gap > _LEAST_GAP else 0.0

    def failed(self, error: ProviderError) -> None:
        """Note an error; one that says there were too many requests slows all down."""
        if not isinstance(error, PassingError) or error.status != _TOO_MANY:
            return
        self._told = error
        wait = _WAIT if error.retry_after is None else error.retry_after
        now = asyncio.get_running_loop().time()
        self._free_at = max(self._free_at, now + min(wait, _LONGEST_WAIT))
        self._gap = min(_LONGEST_GAP, self._gap * 2 or _FIRST_GAP)


_TOO_MANY = 429

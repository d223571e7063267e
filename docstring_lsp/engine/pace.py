"""How fast providers are, and how many extra requests they have been asked for speed.

Takes times, gives the delay after which a second provider joins; knows no provider and no clock.
"""

from __future__ import annotations

from collections import deque
from statistics import median

REMEMBERED = 64
"""The answers of a provider that count."""

FEW = 3
"""With fewer answers than that nothing is known of a provider."""


class Pace:
    """Remembers how long answers took.

    Args:
        factor: A provider is slow past so many times its median.
        unknown: The seconds for one of which nothing is known.
        share: The extra requests a request, on average, that may be asked for speed.
        burst: The extra requests that may come before the average counts.
    """

    def __init__(
        self, *, factor: float = 2.0, unknown: float = 8.0, share: float = 0.15, burst: int = 5
    ) -> None:
        self._factor, self._unknown = factor, unknown
        self._share, self._burst = share, burst
        self._seconds: dict[str, deque[float]] = {}
        self._requests = 0
        self._extra = 0

    def took(self, name: str, seconds: float) -> None:
        """Note how long an answer of a provider took."""
        self._seconds.setdefault(name, deque(maxlen=REMEMBERED)).append(seconds)

    def delay(self, name: str) -> float:
        """Return the seconds after which a provider is slow."""
        known = self._seconds.get(name, ())
        return self._factor * median(known) if len(known) >= FEW else self._unknown

    def asked(self) -> None:
        """Note that an answer is asked for."""
        self._requests += 1

    def may_join(self) -> bool:
        """Return whether an extra request may be asked for speed, and note that it is."""
        if self._extra >= self._burst + self._share * self._requests:
            return False
        self._extra += 1
        return True

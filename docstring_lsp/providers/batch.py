"""Many requests at once for later, at half the price: a vendor's batch API as the engine sees it.

An adapter whose vendor has one maps it out and in; here is what they do alike. Knows no vendor.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from docstring_lsp.errors import PassingError, ProviderError
from docstring_lsp.providers.base import Prompt, Reply, Request
from docstring_lsp.providers.call import Call
from docstring_lsp.providers.exchange import Asked
from docstring_lsp.providers.wire import WireProvider

SHARE = 0.5
"""What a request of a batch costs of its price by itself; the vendors that take them agree."""

State = Literal["waiting", "ended", "cancelled", "failed"]
Answered = Reply | ProviderError
"""What became of one request; an error where there is no answer."""


class UnsettledError(PassingError):
    """It is not known yet whether a batch has arrived."""


class UnansweredError(PassingError):
    """A request of a batch that was never answered: it was cancelled, or ran out of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How a batch stands at its vendor.

    Attributes:
        state: ``waiting`` for answers, ``ended``, ``cancelled`` (what was answered until then
            can be had) or ``failed`` as a whole.
        done: How many requests are answered, as far as that is told.
        reason: Why it failed.
    """

    state: State
    done: int = 0
    reason: str = ""


class Batching(Protocol):
    """A provider that takes batches."""

    async def submit(self, requests: Mapping[str, Request], mark: str) -> str:
        """Hand a batch in and return what it is called there.

        Args:
            requests: What to ask, each under a name of at most 40 letters and digits.
            mark: What it can be found by: at most 20 letters and digits.
        """
        ...

    async def find(self, mark: str, size: int, since: str) -> str:
        """Return what a batch is called there; empty if it has not arrived.

        Args:
            mark: What it was handed in with.
            size: How many requests it has.
            since: The time in UTC before which it was not there.

        Raises:
            UnsettledError: If that is not known yet.
        """
        ...

    async def job(self, name: str) -> Job:
        """Return how a batch stands."""
        ...

    def answers(self, name: str) -> AsyncIterator[tuple[str, Answered]]:
        """Give the answers of a batch that is over, by the names of their requests."""
        ...

    async def cancel(self, name: str) -> None:
        """Let nothing more of a batch be answered."""
        ...

    async def discard(self, name: str) -> None:
        """Remove a batch that is over, and what was sent with it, from the vendor's store."""
        ...


class BatchProvider(WireProvider):
    """What the adapters of vendors with a batch API have in common."""

    async def _written(self, request: Request) -> Call:
        """Return a request of a batch as it would go out by itself."""
        prompt, model = await self._meant(request)
        rung = next(iter(self._climbed(prompt, model)))
        return self._call(Asked(prompt=prompt, model=model, rung=rung))

    def _read_answer(self, data: Any) -> Answered:
        """Return what an answer of a batch says."""
        try:
            return self._reply(_UNKNOWN, self._whole(data))
        except ProviderError as error:
            return error

    async def _lines(self, call: Call) -> AsyncGenerator[Any, None]:
        """Give the lines of a file of answers; one that cannot be read holds none."""
        async for line in self._reached.http.lines(call):
            for data in _json(line.data):
                yield data

    def _gone(self, state: str) -> ProviderError:
        """Return the error of a request that was never answered."""
        why = "ran out of time" if state == "expired" else "was cancelled"
        return UnansweredError(f"the batch {why}", provider=self.name)


_UNKNOWN = Asked(
    prompt=Prompt(system="", user=(), schema={}, max_tokens=0), model="", rung="schema"
)
"""What is answered when an answer comes a day later, as far as reading it must know."""


def _json(line: str) -> Iterator[Any]:
    try:
        yield json.loads(line)
    except (ValueError, RecursionError):
        return

"""Anthropic's batches: requests are handed in as they are, a file of answers is read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import quote

from docstring_lsp.providers.base import Request
from docstring_lsp.providers.batch import Answered, BatchProvider, Job, UnsettledError
from docstring_lsp.providers.call import Call
from docstring_lsp.providers.foreign import at, count, items, mapping, text


class AnthropicBatches(BatchProvider):
    """A provider whose requests Anthropic takes in batches."""

    async def submit(self, requests: Mapping[str, Request], mark: str) -> str:
        """Hand a batch in and return its id."""
        asked = [
            {"custom_id": f"{mark}-{name}", "params": (await self._written(each)).body}
            for name, each in requests.items()
        ]
        call = self._to(_BATCHES, {"requests": asked})
        return text((await self._reached.http.json(call)).data, "id")

    async def find(self, mark: str, size: int, since: str) -> str:
        """Return the id of the batch whose answers are marked so.

        Only they tell the names of its requests: one of that size that has not ended leaves open
        whether it is the one.
        """
        after, running = "", 0
        while True:
            data = await self._got(f"{_BATCHES}?limit=100{after}")
            for each in items(data, "data"):
                if text(each, "created_at")[:_SECONDS] < since[:_SECONDS]:
                    return self._settled(running)
                if sum(count(each, "request_counts", kind) for kind in _COUNTS) != size:
                    continue
                if text(each, "processing_status") != "ended":
                    running += 1
                elif await self._is_marked(each, mark):
                    return text(each, "id")
            last = text(data, "last_id")
            if at(data, "has_more") is not True or not last:
                return self._settled(running)
            after = f"&after_id={quote(last, safe='')}"

    def _settled(self, running: int) -> str:
        if running:
            told = "which of its batches is meant is known when they have ended"
            raise UnsettledError(told, provider=self.name)
        return ""

    async def _is_marked(self, batch: Mapping[str, Any], mark: str) -> bool:
        async with aclosing(self._lines(self._results(text(batch, "id")))) as lines:
            async for line in lines:
                return text(line, "custom_id").startswith(f"{mark}-")
        return False

    async def job(self, name: str) -> Job:
        """Return how a batch stands."""
        data = await self._got(f"{_BATCHES}/{quote(name, safe='')}")
        counts = mapping(data, "request_counts")
        done = sum(count(counts, kind) for kind in ("succeeded", "errored"))
        if text(data, "processing_status") != "ended":
            return Job(state="waiting", done=done)
        return Job(state="cancelled" if at(data, "cancel_initiated_at") else "ended", done=done)

    async def answers(self, name: str) -> AsyncIterator[tuple[str, Answered]]:
        """Give the answers of a batch that has ended."""
        async for line in self._lines(self._results(name)):
            asked = text(line, "custom_id").rpartition("-")[2]
            yield asked, self._answered(mapping(line, "result"))

    def _results(self, name: str) -> Call:
        # Where it says that they are is not asked: the key is for this address alone.
        return self._to(f"{_BATCHES}/{quote(name, safe='')}/results")

    def _answered(self, result: Mapping[str, Any]) -> Answered:
        kind = text(result, "type")
        if kind == "succeeded":
            return self._read_answer(at(result, "message"))
        return self._failure(at(result, "error")) if kind == "errored" else self._gone(kind)

    async def cancel(self, name: str) -> None:
        """Let nothing more of a batch be answered."""
        await self._reached.http.json(self._to(f"{_BATCHES}/{quote(name, safe='')}/cancel", {}))

    async def discard(self, name: str) -> None:
        """Remove a batch that has ended."""
        call = self._to(f"{_BATCHES}/{quote(name, safe='')}", method="DELETE")
        await self._reached.http.json(call)


_BATCHES = "/v1/messages/batches"
_COUNTS = ("processing", "succeeded", "errored", "canceled", "expired")
_SECONDS = len("2026-11-21T08:00:00")

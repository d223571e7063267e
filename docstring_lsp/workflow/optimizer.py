"""Spares calls of models: the same question is asked once, many are asked together.

A thin face on the engine: its memo keeps the answers, over texts that are held for this process
alone, and its flights join those that ask the same.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from math import inf
from typing import Any

from docstring_lsp.deliverables.online import Ask, Hear
from docstring_lsp.engine.flight import Flights
from docstring_lsp.engine.memo import Memo
from docstring_lsp.engine.prices import price
from docstring_lsp.providers.base import Prompt, Reply, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizerConfig:
    """What is spared.

    Attributes:
        enable_caching: Whether answers are kept.
        cache_expire_hours: The hours they are kept.
        enable_batching: Whether questions of a batch wait for one another.
        batch_timeout_ms: The milliseconds after which a batch is asked, closed or not.
        enable_deduplication: Whether a question that is on its way is not asked again.
        dedup_window_seconds: The seconds in which it is taken for the same question.
    """

    enable_caching: bool = True
    cache_expire_hours: float = 24
    enable_batching: bool = True
    batch_timeout_ms: float = 500
    enable_deduplication: bool = True
    dedup_window_seconds: float = 30


class Held:
    """Texts under keys, for a time and for this process: a store for the engine's memo.

    Args:
        clock: Tells the time, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._texts: dict[str, tuple[float, str]] = {}

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None."""
        until, text = self._texts.get(key, (-inf, ""))
        if self._clock() > until:
            self._texts.pop(key, None)
            return None
        return text

    def set(self, key: str, text: str, *, ttl: float | None = None) -> None:
        """Keep a text."""
        self._texts[key] = (inf if ttl is None else self._clock() + ttl, text)

    def add(self, key: str, text: str, *, ttl: float) -> bool:
        """Keep a text where there is none, and return whether that was so."""
        new = self.get(key) is None
        if new:
            self.set(key, text, ttl=ttl)
        return new

    def delete(self, key: str) -> None:
        """Forget what is under a key."""
        self._texts.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        self._texts.clear()

    def close(self) -> None:
        """Do nothing: there is nothing to close."""


class LLMOptimizer:
    """Stands before whoever answers prompts and asks no more than is needed.

    Args:
        ask: Answers prompts, as the engine does.
        config: What is spared.
        clock: Tells the time, in seconds.
    """

    def __init__(
        self,
        ask: Ask,
        config: OptimizerConfig | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.config = config or OptimizerConfig()
        self._ask = ask
        self._clock = clock
        self._held = Held(clock)
        self._memo = Memo(self._held, ttl=self.config.cache_expire_hours * 3600)
        self._flights: Flights[Reply] = Flights()
        self._begun: dict[str, float] = {}
        self._gate: asyncio.Event | None = None
        self._stats: dict[str, float] = dict.fromkeys(_COUNTS, 0)

    async def __call__(self, request: Request, hear: Hear | None = None) -> Reply:
        """Return the answer to a prompt, asked for or had before.

        Raises:
            ProviderError: If there is none.
        """
        self._stats["total_calls"] += 1
        key = _key(request, getattr(self._ask, "who", ""))
        kept = self._memo.reply(key) if self.config.enable_caching else None
        if kept is not None:
            self._spare("cache_hits", kept)
            return kept
        flight = self._flight(key)
        joined = flight in self._flights
        reply = await self._flights.join(flight, partial(self._asked, key, request, hear))
        if joined:
            self._spare("deduplicated_calls", reply)
        return reply

    async def call_llm(self, prompt: str, *, system: str = "", max_tokens: int = 2048) -> str:
        """Return what is answered to a text.

        Args:
            prompt: The text.
            system: What the model is, and which rules hold.
            max_tokens: The most tokens that the answer may have.

        Raises:
            ProviderError: If there is none.
        """
        asked = Prompt(system=system, user=(prompt,), max_tokens=max_tokens)
        return (await self(Request(prompt=asked))).text

    async def call_many(self, prompts: Sequence[str], *, system: str = "") -> list[str]:
        """Return what is answered to several texts, asked as one batch, in their order.

        Raises:
            ProviderError: If one is not answered.
        """
        self.start_batch()
        calls = [asyncio.ensure_future(self.call_llm(p, system=system)) for p in prompts]
        await asyncio.sleep(0)
        self.end_batch()
        try:
            return list(await asyncio.gather(*calls))
        finally:
            for call in calls:
                call.cancel()

    def start_batch(self) -> None:
        """Let the calls from now on wait for the batch's end, or its timeout."""
        if not self.config.enable_batching or self._gate is not None:
            return
        gate = self._gate = asyncio.Event()
        self._stats["batches"] += 1
        loop = asyncio.get_running_loop()
        loop.call_later(self.config.batch_timeout_ms / 1000, self._open, gate)

    def end_batch(self) -> None:
        """Ask what has gathered, all at once."""
        if self._gate is not None:
            self._open(self._gate)

    @property
    def is_batching(self) -> bool:
        """Whether calls wait for a batch's end."""
        return self._gate is not None

    def get_stats(self) -> dict[str, float]:
        """Return what was counted: calls, hits, tokens and US dollars that were not spent."""
        total = self._stats["total_calls"]
        spared = self._stats["cache_hits"] + self._stats["deduplicated_calls"]
        return {**self._stats, "hit_rate": spared / total if total else 0.0}

    def clear(self) -> None:
        """Forget the answers."""
        self._held.clear()

    def _open(self, gate: asyncio.Event) -> None:
        gate.set()
        if self._gate is gate:
            self._gate = None

    def _flight(self, key: str) -> Hashable:
        """Return what a question is joined by: itself, and when it was first asked."""
        if not self.config.enable_deduplication:
            return object()
        begun = self._begun.get(key, -inf)
        late = self._clock() - begun > self.config.dedup_window_seconds
        if late or (key, begun) not in self._flights:
            begun = self._begun[key] = self._clock()
        return key, begun

    async def _asked(self, key: str, request: Request, hear: Hear | None) -> Reply:
        if self._gate is not None:
            self._stats["batched_calls"] += 1
            await self._gate.wait()
        self._stats["provider_calls"] += 1
        reply = await self._ask(request, hear)
        self._stats["tokens_used"] += reply.usage.input + reply.usage.output
        if self.config.enable_caching:
            self._memo.keep(key, reply.provider, reply, reply.usage)
        return reply

    def _spare(self, count: str, reply: Reply) -> None:
        self._stats[count] += 1
        self._stats["tokens_saved"] += reply.usage.input + reply.usage.output
        cost: Any = price(reply.usage, model=reply.model, base_url="")
        self._stats["estimated_cost_savings"] += cost or 0.0


_COUNTS = (
    "total_calls",
    "provider_calls",
    "cache_hits",
    "deduplicated_calls",
    "batches",
    "batched_calls",
    "tokens_used",
    "tokens_saved",
    "estimated_cost_savings",
)


def _key(request: Request, who: str) -> str:
    return sha256(repr((request.prompt, request.model, who)).encode("utf-8", "replace")).hexdigest()

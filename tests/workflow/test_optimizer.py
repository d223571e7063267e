"""Calls that are spared: kept answers, questions on their way, batches, and what is counted."""

from __future__ import annotations

import asyncio

import pytest

from docstring_lsp.errors import PassingError
from docstring_lsp.providers.base import Reply, Request, Usage
from docstring_lsp.workflow.optimizer import LLMOptimizer, OptimizerConfig

pytestmark = pytest.mark.asyncio


class Answers:
    """Answers each prompt by its text, once it is let."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.let = asyncio.Event()
        self.let.set()
        self.error: PassingError | None = None

    async def __call__(self, request: Request, hear: object = None) -> Reply:
        assert request.prompt is not None
        self.asked.append(request.prompt.user[0])
        await self.let.wait()
        if self.error is not None:
            raise self.error
        usage = Usage(input=10, output=5)
        return Reply(provider="x", text=f"re: {request.prompt.user[0]}", usage=usage)


async def test_an_answer_is_kept_until_it_expires() -> None:
    now = [0.0]
    answers = Answers()
    optimizer = LLMOptimizer(answers, OptimizerConfig(cache_expire_hours=1), clock=lambda: now[0])
    assert await optimizer.call_llm("a") == "re: a"
    assert await optimizer.call_llm("a") == "re: a"
    assert answers.asked == ["a"]
    now[0] = 3601
    await optimizer.call_llm("a")
    assert answers.asked == ["a", "a"]
    stats = optimizer.get_stats()
    assert (stats["total_calls"], stats["provider_calls"], stats["cache_hits"]) == (3, 2, 1)
    assert (stats["tokens_used"], stats["tokens_saved"]) == (30, 15)
    assert stats["estimated_cost_savings"] == 0.0
    assert stats["hit_rate"] == pytest.approx(1 / 3)


async def test_a_question_on_its_way_is_not_asked_again_in_its_window() -> None:
    now = [0.0]
    answers = Answers()
    answers.let.clear()
    config = OptimizerConfig(enable_caching=False, dedup_window_seconds=30)
    optimizer = LLMOptimizer(answers, config, clock=lambda: now[0])
    calls = [asyncio.ensure_future(optimizer.call_llm("a"))]
    await asyncio.sleep(0)
    calls.append(asyncio.ensure_future(optimizer.call_llm("a")))
    await asyncio.sleep(0)
    now[0] = 31
    calls.append(asyncio.ensure_future(optimizer.call_llm("a")))
    await asyncio.sleep(0)
    answers.let.set()
    assert await asyncio.gather(*calls) == ["re: a"] * 3
    assert answers.asked == ["a", "a"]
    assert optimizer.get_stats()["deduplicated_calls"] == 1


async def test_a_batch_is_asked_when_it_ends() -> None:
    answers = Answers()
    optimizer = LLMOptimizer(answers, OptimizerConfig(batch_timeout_ms=10_000))
    optimizer.start_batch()
    calls = [asyncio.ensure_future(optimizer.call_llm(text)) for text in "ab"]
    await asyncio.sleep(0.01)
    assert answers.asked == []
    optimizer.end_batch()
    assert await asyncio.gather(*calls) == ["re: a", "re: b"]
    assert optimizer.get_stats()["batched_calls"] == 2


async def test_a_batch_that_nobody_ends_is_asked_after_its_timeout() -> None:
    optimizer = LLMOptimizer(Answers(), OptimizerConfig(batch_timeout_ms=10))
    optimizer.start_batch()
    assert await asyncio.wait_for(optimizer.call_llm("a"), 5) == "re: a"


async def test_many_are_one_batch() -> None:
    optimizer = LLMOptimizer(Answers())
    assert await optimizer.call_many(["a", "b", "a"]) == ["re: a", "re: b", "re: a"]
    assert optimizer.get_stats()["provider_calls"] == 2


async def test_what_is_turned_off_is_not_spared() -> None:
    answers = Answers()
    config = OptimizerConfig(
        enable_caching=False, enable_batching=False, enable_deduplication=False
    )
    optimizer = LLMOptimizer(answers, config)
    optimizer.start_batch()
    await asyncio.gather(optimizer.call_llm("a"), optimizer.call_llm("a"))
    assert answers.asked == ["a", "a"]
    assert optimizer.get_stats()["batches"] == 0


async def test_an_error_is_everybodys_and_is_not_kept() -> None:
    answers = Answers()
    answers.error = PassingError("busy", provider="x")
    optimizer = LLMOptimizer(answers)
    both = await asyncio.gather(
        optimizer.call_llm("a"), optimizer.call_llm("a"), return_exceptions=True
    )
    assert all(isinstance(each, PassingError) for each in both)
    answers.error = None
    assert await optimizer.call_llm("a") == "re: a"


async def test_who_leaves_lets_the_others_wait_and_the_last_ends_the_call() -> None:
    answers = Answers()
    answers.let.clear()
    optimizer = LLMOptimizer(answers)
    calls = [asyncio.ensure_future(optimizer.call_llm("a")) for _ in range(2)]
    await asyncio.sleep(0.01)
    calls[0].cancel()
    await asyncio.sleep(0)
    answers.let.set()
    assert await calls[1] == "re: a"
    assert answers.asked == ["a"]
    answers.let.clear()
    alone = asyncio.ensure_future(optimizer.call_llm("b"))
    await asyncio.sleep(0.01)
    alone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await alone
    assert len(asyncio.all_tasks()) == 1


async def test_what_was_kept_can_be_forgotten() -> None:
    answers = Answers()
    optimizer = LLMOptimizer(answers)
    await optimizer.call_llm("a")
    optimizer.clear()
    await optimizer.call_llm("a")
    assert answers.asked == ["a", "a"]

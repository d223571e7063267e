"""Tasks are executed within bounds, and whatever becomes of one is told in its result."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from docstring_lsp.errors import ContentError, PassingError, PermanentError, UsageError
from docstring_lsp.tasks.execute import create_orchestrator
from docstring_lsp.tasks.model import ExecutionConfig, RoutingConfig, TaskConfig, TaskResult
from tests.tasks.services import FOUR, Failing, Saying, Slow, saying

pytestmark = pytest.mark.asyncio(loop_scope="function")


async def test_a_task_is_routed_and_executed() -> None:
    config = ExecutionConfig.create(max_parallel=5, timeout_seconds=300)
    orchestrator = create_orchestrator(services=saying("chat", "vision"), config=config)
    result = await orchestrator.execute("Extract text from this PDF")
    assert result.service_name == "vision"
    assert result.success is True
    assert result.result == "vision: Extract text from this PDF"
    assert result.error is None
    assert 0 <= result.execution_time < 1
    assert result.tries == 1
    assert result.route is not None
    assert result.route.confidence > 0.8


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"config": ExecutionConfig.create(max_parallel=10)},
        {
            "config": ExecutionConfig(
                task_config=TaskConfig(max_parallel=3, timeout_seconds=300, max_retries=2),
                routing_config=RoutingConfig(fallback_service="chat", confidence_threshold=0.5),
            )
        },
    ],
)
async def test_one_service_is_enough(options: dict[str, Any]) -> None:
    orchestrator = create_orchestrator(saying("chat"), **options)
    result = await orchestrator.execute("Analyze this image")
    assert (result.service_name, result.success) == ("chat", True)


async def test_a_service_may_answer_at_once() -> None:
    class Plain:
        def execute(self, task: str) -> str:
            return task.upper()

    plain: Any = Plain()
    assert (await create_orchestrator({"chat": plain}).execute("hello")).result == "HELLO"


async def test_what_is_no_service_and_no_task_is_told() -> None:
    nothing: Any = object()
    with pytest.raises(UsageError, match="'chat' has no method execute"):
        create_orchestrator({"chat": nothing})
    hands = create_orchestrator({})
    with pytest.raises(UsageError, match="takes a list of tasks"):
        await hands.execute_parallel("hello")
    assert (await hands.execute(nothing)).error == f"a task is a sentence, and not {nothing!r}"


async def test_the_arguments_go_to_the_service() -> None:
    result = await create_orchestrator(saying(*FOUR)).execute("Ask", max_results=5)
    assert result.result == "chat: Ask max_results=5"


async def test_a_service_can_be_named() -> None:
    result = await create_orchestrator(saying(*FOUR)).execute("Extract a PDF", service="chat")
    assert (result.service_name, result.route) == ("chat", None)


async def test_a_service_can_be_added_later() -> None:
    orchestrator = create_orchestrator(saying("chat"))
    ships = Saying("ships")
    ships.keywords = ("harbour",)  # type: ignore[attr-defined]
    orchestrator.register("ships", ships)
    assert (await orchestrator.execute("Which harbour?")).service_name == "ships"


async def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = ["Extract PDF data", "Search the web for info", "Generate a summary"]
    results = await create_orchestrator(saying(*FOUR)).execute_parallel(tasks)
    assert [each.service_name for each in results] == ["vision", "responses", "chat"]
    assert [each.task for each in results] == tasks
    assert all(each.success for each in results)


async def test_subtasks_have_arguments_and_services_of_their_own() -> None:
    subtasks = [
        {"task": "Extract PDF", "kwargs": {"pages": [1, 2, 3]}},
        {"task": "Search web", "kwargs": {"max_results": 5}},
        {"task": "Search web", "service": "chat"},
    ]
    for parallel in (True, False):
        results = await create_orchestrator(saying(*FOUR)).execute_subtasks(subtasks, parallel)
        assert [each.result for each in results] == [
            "vision: Extract PDF pages=[1, 2, 3]",
            "responses: Search web max_results=5",
            "chat: Search web",
        ]


@pytest.mark.parametrize("subtask", [{}, {"kwargs": {}}, {"task": "x", "arguments": {}}])
async def test_a_subtask_that_nobody_understands_is_refused(subtask: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="subtask 1 has"):
        await create_orchestrator(saying("chat")).execute_subtasks([subtask])


@pytest.mark.parametrize(("parallel", "most"), [(True, 3), (False, 1)])
async def test_no_more_run_at_once_than_may(parallel: bool, most: int) -> None:
    slow = Slow(0.01)
    orchestrator = create_orchestrator({"chat": slow}, ExecutionConfig.create(max_parallel=3))
    await orchestrator.execute_subtasks([{"task": str(n)} for n in range(9)], parallel)
    assert slow.most == most


async def test_tasks_at_once_take_as_long_as_one() -> None:
    orchestrator = create_orchestrator({"chat": Slow(0.2)}, ExecutionConfig.create(max_parallel=8))
    start = time.perf_counter()
    await orchestrator.execute_parallel(["x"] * 8)
    assert time.perf_counter() - start < 4 * 0.2


FAILURES: dict[str, tuple[tuple[Exception, ...], bool, int, str | None]] = {
    "once": ((OSError("gone"),), True, 2, None),
    "twice": ((OSError("gone"), PassingError("busy", provider="p")), True, 3, None),
    "always": ((OSError("a"), OSError("b"), OSError("c"), OSError("d")), False, 3, "c"),
    "in vain": ((PermanentError("no key", provider="p"),), False, 1, "p: no key"),
    "not as asked": ((ContentError("no", provider="p", reason="refused"),), False, 1, "p: no"),
    "called wrongly": ((TypeError("one argument"),), False, 1, "one argument"),
    "without words": ((KeyError(), KeyError(), KeyError()), False, 3, "KeyError"),
}


@pytest.mark.parametrize("case", FAILURES)
async def test_what_may_pass_is_tried_again(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docstring_lsp.tasks.execute.FIRST_PAUSE", 0.001)
    errors, success, tries, told = FAILURES[case]
    service = Failing(*errors)
    result = await create_orchestrator({"chat": service}).execute("it")
    assert (result.success, result.tries, result.error) == (success, tries, told)
    assert service.asked == tries
    assert result.result == ("done: it" if success else None)


@pytest.mark.parametrize(
    "options", [{"retry_on_failure": False}, {"max_retries": 0}], ids=lambda o: next(iter(o))
)
async def test_trying_again_can_be_left_out(options: dict[str, Any]) -> None:
    config = ExecutionConfig.create(**options)
    result = await create_orchestrator({"chat": Failing(OSError("gone"))}, config).execute("it")
    assert (result.success, result.tries) == (False, 1)


async def test_a_service_that_takes_too_long_is_stopped() -> None:
    slow = Slow(30)
    config = ExecutionConfig.create(timeout_seconds=0.01, max_retries=0)
    result = await create_orchestrator({"chat": slow}, config).execute("it")
    assert result.error == "no answer within 0.01 seconds"
    assert result.execution_time < 5
    assert slow.cancelled == 1


async def test_who_cancels_stops_all() -> None:
    slow = Slow(30)
    running = asyncio.ensure_future(create_orchestrator({"chat": slow}).execute_parallel([*"abc"]))
    await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (slow.cancelled, slow.now) == (3, 0)


async def test_one_that_fails_loses_no_other() -> None:
    services = {"chat": Saying("chat"), "bad": Failing(*[TypeError("no")] * 9)}
    results = await create_orchestrator(services).execute_subtasks(
        [{"task": "a"}, {"task": "b", "service": "bad"}, {"task": "c"}]
    )
    assert [each.success for each in results] == [True, False, True]


@pytest.mark.parametrize(
    ("services", "asked", "told"),
    [
        (("vision",), None, "unknown fallback service 'chat'"),
        (("chat",), "caht", "Did you mean 'chat'?"),
    ],
)
async def test_a_service_that_is_not_there_is_told(
    services: tuple[str, ...], asked: str | None, told: str
) -> None:
    result: TaskResult = await create_orchestrator(saying(*services)).execute("zzz", service=asked)
    assert not result.success
    assert told in (result.error or "")


@pytest.mark.parametrize(
    "options",
    [
        {"max_parallel": 0},
        {"timeout_seconds": 0},
        {"max_retries": -1},
        {"confidence_threshold": 1.1},
    ],
    ids=lambda o: next(iter(o)),
)
async def test_numbers_that_make_no_sense_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=next(iter(options))):
        ExecutionConfig.create(**options)

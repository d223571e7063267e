"""Every example of the description of an orchestrator of tasks, with the outcome that it states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from docstring_lsp import (
    CapabilityStrategy,
    CompositeStrategy,
    ExecutionConfig,
    KeywordStrategy,
    RoutingConfig,
    RoutingStrategy,
    ServiceRegistry,
    TaskConfig,
    TaskResult,
    create_orchestrator,
)

pytestmark = pytest.mark.asyncio(loop_scope="function")


class Echo:
    """Answers with its name, the task and what else it was given."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def execute(self, task: str, **kwargs: Any) -> dict[str, Any]:
        return {"by": self.name, "task": task, **kwargs}


class Broken:
    """Fails for good."""

    async def execute(self, task: str, **kwargs: Any) -> str:
        raise TypeError("no camera")


def services(*names: str) -> dict[str, Any]:
    return {name: Echo(name) for name in names}


ALL = ("chat", "vision", "reasoning", "responses")


async def test_quick_start() -> None:
    orchestrator = create_orchestrator(
        services=services("chat", "vision"),
        config=ExecutionConfig.create(max_parallel=5, timeout_seconds=300),
    )
    result = await orchestrator.execute("Extract text from this PDF")
    assert result.service_name == "vision"
    assert result.success
    assert result.result["by"] == "vision"


async def test_service_registry() -> None:
    given = services("chat", "vision", "reasoning")
    registry = ServiceRegistry(given)
    assert registry.list_services() == ["chat", "vision", "reasoning"]
    assert registry.has("chat")
    assert registry.get("chat") is given["chat"]
    assert (await create_orchestrator(registry).execute("Hello")).service_name == "chat"


async def test_config_dataclasses() -> None:
    tasks = TaskConfig(max_parallel=3, timeout_seconds=300, retry_on_failure=True, max_retries=2)
    routing = RoutingConfig(
        use_keyword_matching=True,
        use_capability_matching=True,
        fallback_service="chat",
        confidence_threshold=0.5,
    )
    both = ExecutionConfig(task_config=tasks, routing_config=routing)
    assert (both.task_config, both.routing_config) == (tasks, routing)
    made = ExecutionConfig.create(max_parallel=5, timeout_seconds=600, confidence_threshold=0.7)
    assert made.task_config == TaskConfig(max_parallel=5, timeout_seconds=600)
    assert made.routing_config == RoutingConfig(confidence_threshold=0.7)


async def test_strategies() -> None:
    keywords = KeywordStrategy()
    keywords.add_keyword("vision", "invoice")
    for strategy in (keywords, CompositeStrategy([keywords, CapabilityStrategy()])):
        orchestrator = create_orchestrator(services("chat", "vision"), strategy=strategy)
        assert (await orchestrator.execute("Read the invoice")).service_name == "vision"
    able = create_orchestrator(services("chat", "vision"), strategy=CapabilityStrategy())
    assert (await able.execute("Look at cat.png")).service_name == "vision"


@pytest.mark.parametrize(
    "further",
    [
        {},
        {"config": ExecutionConfig.create(max_parallel=10)},
        {
            "config": ExecutionConfig.create(max_parallel=5, timeout_seconds=600),
            "strategy": KeywordStrategy(),
        },
    ],
)
async def test_builder(further: dict[str, Any]) -> None:
    for given in (services("chat"), services("chat", "vision")):
        result = await create_orchestrator(services=given, **further).execute("Talk to me")
        assert (result.service_name, result.success) == ("chat", True)


async def test_parallel_execution() -> None:
    orchestrator = create_orchestrator(services(*ALL))
    assert (await orchestrator.execute("Analyze this image")).service_name == "vision"
    tasks = ["Extract PDF data", "Search the web for info", "Generate a summary"]
    results = await orchestrator.execute_parallel(tasks)
    assert [result.service_name for result in results] == ["vision", "responses", "chat"]
    assert [result.result["task"] for result in results] == tasks


@pytest.mark.parametrize("parallel", [True, False])
async def test_subtasks(parallel: bool) -> None:
    subtasks = [
        {"task": "Extract PDF", "kwargs": {"pages": [1, 2, 3]}},
        {"task": "Search web", "kwargs": {"max_results": 5}},
    ]
    orchestrator = create_orchestrator(services(*ALL))
    results = await orchestrator.execute_subtasks(subtasks, parallel=parallel)
    assert [result.result for result in results] == [
        {"by": "vision", "task": "Extract PDF", "pages": [1, 2, 3]},
        {"by": "responses", "task": "Search web", "max_results": 5},
    ]


@pytest.mark.parametrize(
    ("task", "service"),
    [
        ("Extract text from invoice.pdf", "vision"),
        ("Search Google for latest news", "responses"),
        ("Design a multi-step solution for this problem", "reasoning"),
        ("Explain how async works", "chat"),
    ],
)
async def test_service_integration(task: str, service: str) -> None:
    config = ExecutionConfig.create(
        max_parallel=3, timeout_seconds=300, retry_on_failure=True, confidence_threshold=0.6
    )
    result = await create_orchestrator(services(*ALL), config=config).execute(task)
    assert result.service_name == service


TABLE = {
    "vision": "image picture photo visual screenshot pdf extract ocr",
    "responses": "search web browse computer click type navigate automation",
    "reasoning": "think reason analyze complex problem solve logic plan",
    "chat": "chat conversation talk ask question discuss",
}
KEYWORDS = [(word, service) for service, words in TABLE.items() for word in words.split()]


@pytest.mark.parametrize(("word", "service"), [*KEYWORDS, ("analyze image", "vision")])
async def test_keyword_routing(word: str, service: str) -> None:
    orchestrator = create_orchestrator(services(*ALL))
    assert (await orchestrator.execute(f"Please {word} now")).service_name == service


async def test_fallback() -> None:
    orchestrator = create_orchestrator(services(*ALL))
    assert (await orchestrator.execute("Zebra")).service_name == "chat"
    config = ExecutionConfig.create(fallback_service="reasoning")
    other = create_orchestrator(services(*ALL), config=config)
    assert (await other.execute("Zebra")).service_name == "reasoning"


async def test_types_and_errors() -> None:
    orchestrator = create_orchestrator({**services("chat"), "vision": Broken()})
    good: TaskResult = await orchestrator.execute("Hello")
    assert (good.service_name, good.success, good.error) == ("chat", True, None)
    assert isinstance(good.execution_time, float)
    bad: TaskResult = await orchestrator.execute("Take a photo")
    assert (bad.service_name, bad.success, bad.result) == ("vision", False, None)
    assert bad.error == "no camera"


class Urgent(RoutingStrategy):
    """Lets what is urgent go to the one who answers at once."""

    def route(
        self, task_description: str, available_services: Sequence[str]
    ) -> list[tuple[str, float]]:
        if "urgent" in task_description.lower():
            return [("chat", 1.0)]
        return [("vision", 0.8), ("chat", 0.6)]


async def test_custom_routing_strategy() -> None:
    orchestrator = create_orchestrator(services(*ALL), strategy=Urgent())
    assert (await orchestrator.execute("Urgent: a photo")).service_name == "chat"
    assert (await orchestrator.execute("Hello")).service_name == "vision"

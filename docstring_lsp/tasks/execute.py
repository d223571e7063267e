"""Executes tasks: each finds its service, which is asked within bounds of time and number.

Knows no service; those it is given are only ever asked to ``execute``.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from inspect import Parameter, isawaitable, signature
from typing import Any

from docstring_lsp.errors import DocstringLspError, PassingError, PermanentError, UsageError
from docstring_lsp.tasks.model import ExecutionConfig, Route, Service, TaskConfig, TaskResult
from docstring_lsp.tasks.registry import ServiceRegistry
from docstring_lsp.tasks.route import default_strategy, route
from docstring_lsp.tasks.strategy import RoutingStrategy

FIRST_PAUSE = 0.05
"""The seconds before the second try; each further pause is twice as long."""


class Orchestrator:
    """Hands each task to the service it is for.

    Args:
        registry: The services.
        config: How tasks are routed and executed.
        strategy: How a task finds its service; the one that ``config`` asks for if None.
    """

    def __init__(
        self,
        registry: ServiceRegistry,
        config: ExecutionConfig | None = None,
        strategy: RoutingStrategy | None = None,
    ) -> None:
        self.registry = registry
        self.config = config or ExecutionConfig()
        self.strategy = strategy or default_strategy(self.config.routing_config)
        self.strategy.learn(registry)

    def register(self, name: str, service: Service) -> None:
        """Add a service; tasks find it from now on."""
        self.registry.register(name, service)
        self.strategy.learn({name: service})

    def route(self, task: str) -> Route:
        """Return which service a task would go to, and why; asks nobody.

        Raises:
            UnknownNameError: If no service is likely enough and there is no fallback.
        """
        services = self.registry.list_services()
        return route(task, services, self.strategy, self.config.routing_config)

    async def execute(self, task: str, *, service: str | None = None, **kwargs: Any) -> TaskResult:
        """Have a task done.

        Whatever goes wrong is told in the result, but a cancellation.

        Args:
            task: The task.
            service: Who does it; found by the strategy if None.
            **kwargs: Handed to the service.

        Returns:
            What came of it, with the error where something went wrong.
        """
        found = None
        named = service or self.config.routing_config.fallback_service
        given: object = task
        if not isinstance(given, str):
            told = f"a task is a sentence, and not {given!r}"
            return TaskResult(service_name=named, success=False, error=told, task=str(given))
        try:
            if service is None:
                found = self.route(task)
                service = found.service
            doer = self.registry.get(service)
            _require_known(service, doer, kwargs)
        except DocstringLspError as error:
            named = service or named
            return TaskResult(service_name=named, success=False, error=str(error), task=task)
        done = await _tried(doer, task, kwargs, self.config.task_config)
        return TaskResult(service_name=service, task=task, route=found, **done)

    async def execute_parallel(self, tasks: Iterable[str], **kwargs: Any) -> list[TaskResult]:
        """Have several tasks done at once, ``max_parallel`` at most; results in their order.

        Raises:
            UsageError: If it is one task, and no list of them.
        """
        if isinstance(tasks, str):
            raise UsageError("execute_parallel takes a list of tasks; one is for execute")
        return await self.execute_subtasks([{"task": each, "kwargs": kwargs} for each in tasks])

    async def execute_subtasks(
        self, subtasks: Sequence[Mapping[str, Any]], parallel: bool = True
    ) -> list[TaskResult]:
        """Have tasks done that have arguments of their own.

        Args:
            subtasks: Each with its ``task``, and maybe its ``kwargs`` and its ``service``.
            parallel: Whether they are done at once; else one after the other.

        Returns:
            A result for each, in their order.

        Raises:
            UsageError: If one has no ``task``, or a key that nobody knows.
        """
        for number, each in enumerate(subtasks, 1):
            if "task" not in each or each.keys() - {"task", "kwargs", "service"}:
                told = ", ".join(each) or "nothing"
                raise UsageError(
                    f"subtask {number} has {told}; give `task`, and maybe `kwargs` and `service`"
                )
        limit = asyncio.Semaphore(self.config.task_config.max_parallel if parallel else 1)

        async def one(each: Mapping[str, Any]) -> TaskResult:
            async with limit:
                kwargs = dict(each.get("kwargs", {}))
                return await self.execute(each["task"], service=each.get("service"), **kwargs)

        return list(await asyncio.gather(*map(one, subtasks)))


def _require_known(name: str, service: Service, kwargs: Mapping[str, Any]) -> None:
    """Refuse what a service does not take.

    Raises:
        UsageError: If it does not take one of the arguments.
    """
    known = signature(service.execute).parameters.values()
    if any(each.kind is Parameter.VAR_KEYWORD for each in known):
        return
    names = {each.name for each in known}
    if unknown := [each for each in kwargs if each not in names]:
        raise UsageError(f"{name} does not take {', '.join(unknown)}")


async def _tried(
    service: Service, task: str, kwargs: Mapping[str, Any], config: TaskConfig
) -> dict[str, Any]:
    """Return what trying came to, as `TaskResult` has it."""
    start = time.perf_counter()
    error = ""
    number = 0
    while number < config.tries:
        if number:
            await asyncio.sleep(FIRST_PAUSE * 2 ** (number - 1))
        number += 1
        try:
            asked = service.execute(task, **kwargs)
            # A service that answers at once need not be awaited.
            waits = isawaitable(asked)
            result = await asyncio.wait_for(asked, config.timeout_seconds) if waits else asked
        except (asyncio.TimeoutError, TimeoutError):
            error = f"no answer within {config.timeout_seconds:g} seconds"
        except Exception as failure:  # noqa: BLE001  (a service may raise what it likes)
            error = str(failure) or type(failure).__name__
            if not _may_pass(failure):
                break
        else:
            taken = time.perf_counter() - start
            return {"success": True, "result": result, "execution_time": taken, "tries": number}
    taken = time.perf_counter() - start
    return {"success": False, "error": error, "execution_time": taken, "tries": number}


def _may_pass(error: Exception) -> bool:
    """Return whether the same may succeed another time; our own errors say so."""
    if isinstance(error, (UsageError, PermanentError, TypeError)):
        return False
    return not isinstance(error, DocstringLspError) or isinstance(error, PassingError)


def create_orchestrator(
    services: Mapping[str, Service] | ServiceRegistry,
    config: ExecutionConfig | None = None,
    strategy: RoutingStrategy | None = None,
) -> Orchestrator:
    """Return who hands tasks to services.

    Args:
        services: The services by name.
        config: How tasks are routed and executed.
        strategy: How a task finds its service; by keywords and capabilities if None.
    """
    registry = services if isinstance(services, ServiceRegistry) else ServiceRegistry(services)
    return Orchestrator(registry, config, strategy)

"""Tasks of a folder: settings in, who hands tasks to the services of this package out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docstring_lsp import registry
from docstring_lsp.tasks import strategy as strategies
from docstring_lsp.tasks.execute import Orchestrator, create_orchestrator
from docstring_lsp.tasks.model import ExecutionConfig, Route, Service
from docstring_lsp.tasks.registry import SERVICES, SERVICES_GROUP, offered
from docstring_lsp.tasks.room import Room

_FIRST = (
    "check",
    "convert",
    "deliverable",
    "docstring",
    "vision",
    "responses",
    "reasoning",
    "chat",
)
"""Who is preferred where a task is as likely for several: who is for less."""


READS_FILES = "vision"


def orchestrator(
    room: Room, config: ExecutionConfig | None = None, *, strategy: str = "composite"
) -> Orchestrator:
    """Return who hands tasks to the services.

    Args:
        room: What the services are handed.
        config: How tasks are routed and executed.
        strategy: How a task finds its service, by name.

    Raises:
        UnknownNameError: If there is no such strategy.
        UsageError: If a service or strategy of another package cannot be loaded.
    """
    names = sorted(offered(), key=lambda n: _FIRST.index(n) if n in _FIRST else -1)
    services = {name: service(name, room) for name in names}
    return create_orchestrator(services, config, strategies.strategy(strategy))


def routed(hands: Orchestrator, task: str, files: Sequence[str] = ()) -> Route:
    """Return which service a task goes to: where files go with it, the one that reads them.

    Raises:
        UnknownNameError: If no service is likely enough and there is no fallback.
    """
    found = hands.route(task)
    if not files or found.service == READS_FILES:
        return found
    return replace(found, service=READS_FILES, confidence=1.0, reason="files go with it")


def service(name: str, room: Room) -> Service:
    """Return a service of this package or of another's entry point.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    kind: Any = registry.load(SERVICES, name, "SERVICE", kind="service", group=SERVICES_GROUP)
    made: Service = kind(room)
    return made

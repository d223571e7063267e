"""What a routing strategy is: a task and the services there are in, how likely each is out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from docstring_lsp import registry
from docstring_lsp.tasks.model import Service

STRATEGIES = "docstring_lsp.tasks.strategies"
STRATEGIES_GROUP = "docstring_lsp.strategies"

Scores = list[tuple[str, float]]
"""Services with how likely each is the right one, from 0 to 1."""


class RoutingStrategy(ABC):
    """Tells which services a task may be for."""

    @abstractmethod
    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        """Return the services a task may be for, the most likely first.

        Args:
            task_description: The task.
            available_services: The names to choose from.
        """

    def learn(self, services: Mapping[str, Service]) -> None:  # noqa: B027  (may be left out)
        """Take in what services tell of themselves; a strategy may have no use for it."""


def offered() -> tuple[str, ...]:
    """Return the names of the strategies of the package and of others' entry points."""
    return registry.names(STRATEGIES, STRATEGIES_GROUP)


def strategy(name: str) -> RoutingStrategy:
    """Return a strategy of the package or of another's entry point.

    Raises:
        UnknownNameError: If there is none of that name.
        UsageError: If one of another package cannot be loaded.
    """
    make = registry.load(STRATEGIES, name, "STRATEGY", kind="strategy", group=STRATEGIES_GROUP)
    made: RoutingStrategy = make()
    return made


def ranked(scores: Mapping[str, float]) -> Scores:
    """Return scores above 0, the highest first; among equal ones the order given stands."""
    found = [(name, score) for name, score in scores.items() if score > 0]
    return sorted(found, key=lambda each: -each[1])

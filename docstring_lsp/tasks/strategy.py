"""What a routing strategy is: a task and the services there are in, how likely each is out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from docstring_lsp.tasks.model import Service

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


def ranked(scores: Mapping[str, float]) -> Scores:
    """Return scores above 0, the highest first; among equal ones the order given stands."""
    found = [(name, score) for name, score in scores.items() if score > 0]
    return sorted(found, key=lambda each: -each[1])

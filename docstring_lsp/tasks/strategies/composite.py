"""Routing by several strategies together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.model import Service
from docstring_lsp.tasks.strategy import (
    RoutingStrategy,
    Scores,
    offered,
    ranked,
    strategy,
)


class CompositeStrategy(RoutingStrategy):
    """Tells a service by what several strategies say: what two hold likely is likelier still.

    Args:
        strategies: The strategies.
        weights: How much each counts, from 0 to 1; all of them fully if None.

    Raises:
        UsageError: If there are not as many weights as strategies, or one is no share.
    """

    def __init__(
        self, strategies: Sequence[RoutingStrategy], weights: Sequence[float] | None = None
    ) -> None:
        self.strategies = tuple(strategies)
        self.weights = (1.0,) * len(self.strategies) if weights is None else tuple(weights)
        if len(self.weights) != len(self.strategies):
            told = f"{len(self.strategies)} strategies and {len(self.weights)} weights"
            raise UsageError(f"{told}; give one weight for each strategy")
        if not all(0 <= weight <= 1 for weight in self.weights):
            raise UsageError(f"the weights are {self.weights}; give numbers from 0 to 1")

    def learn(self, services: Mapping[str, Service]) -> None:
        """Hand on what services tell of themselves."""
        for each in self.strategies:
            each.learn(services)

    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        """Return the services that any strategy holds likely, the most likely first."""
        told = [dict(each.route(task_description, available_services)) for each in self.strategies]
        doubts = {
            name: prod(
                1 - weight * scores.get(name, 0.0)
                for weight, scores in zip(self.weights, told, strict=True)
            )
            for name in available_services
        }
        return ranked({name: 1 - doubt for name, doubt in doubts.items()})


def of_all() -> CompositeStrategy:
    """Return all the others together, those of other packages too.

    Raises:
        UsageError: If one of another package cannot be loaded.
    """
    others = (name for name in offered() if name != "composite")
    return CompositeStrategy([strategy(name) for name in others])


STRATEGY = of_all

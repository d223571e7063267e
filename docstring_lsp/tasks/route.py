"""From scores to a route: the most likely service if it is likely enough, else the fallback."""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.errors import UnknownNameError
from docstring_lsp.tasks.model import Route, RoutingConfig
from docstring_lsp.tasks.strategies.capability import CapabilityStrategy
from docstring_lsp.tasks.strategies.composite import CompositeStrategy
from docstring_lsp.tasks.strategies.keyword import KeywordStrategy
from docstring_lsp.tasks.strategy import RoutingStrategy


def route(
    task: str, services: Sequence[str], strategy: RoutingStrategy, config: RoutingConfig
) -> Route:
    """Return which service a task goes to.

    Args:
        task: The task.
        services: The names to choose from.
        strategy: Who tells how likely each is. What it says of services that are not there
            is passed over.
        config: How likely is likely enough, and who else is asked.

    Raises:
        UnknownNameError: If none is likely enough and there is no fallback of that name.
    """
    told = strategy.route(task, services) or ()
    scores = tuple(sorted(((n, s) for n, s in told if n in services), key=lambda each: -each[1]))
    if scores and scores[0][1] >= config.confidence_threshold:
        name, confidence = scores[0]
        reason = f"the most likely of {len(services)} services"
        return Route(service=name, confidence=confidence, scores=scores, reason=reason)
    if config.fallback_service not in services:
        raise UnknownNameError("fallback service", config.fallback_service, services)
    least = config.confidence_threshold
    reason = f"the fallback: no service is as likely as {least:g}" if scores else "the fallback"
    return Route(service=config.fallback_service, confidence=0.0, scores=scores, reason=reason)


def default_strategy(config: RoutingConfig) -> RoutingStrategy:
    """Return the strategy that a configuration asks for."""
    strategies: list[RoutingStrategy] = []
    if config.use_keyword_matching:
        strategies.append(KeywordStrategy())
    if config.use_capability_matching:
        strategies.append(CapabilityStrategy())
    return strategies[0] if len(strategies) == 1 else CompositeStrategy(strategies)

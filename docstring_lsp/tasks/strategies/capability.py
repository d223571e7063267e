"""Routing by what a task needs and what services can do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from docstring_lsp.tasks.model import Service
from docstring_lsp.tasks.strategy import RoutingStrategy, Scores, ranked

MOST = 0.9
"""The confidence in a service that can do all that is needed: others may, too."""

CAPABILITIES: Mapping[str, frozenset[str]] = {
    "vision": frozenset({"images", "documents"}),
    "responses": frozenset({"web"}),
    "reasoning": frozenset({"several models"}),
}
"""What the services can do that answer questions."""

NEEDS: Mapping[str, re.Pattern[str]] = {
    "images": re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg)\b", re.IGNORECASE),
    "documents": re.compile(r"\.pdf\b", re.IGNORECASE),
    "web": re.compile(r"https?://", re.IGNORECASE),
    "several models": re.compile(r"\b(?:several|all|both|different) models\b", re.IGNORECASE),
}
"""What a task needs, by what is written in it."""


class CapabilityStrategy(RoutingStrategy):
    """Tells a service by what it can do of what a task needs.

    Args:
        capabilities: What each service can do; `CAPABILITIES` if None.
        needs: How it is seen that a task needs something; `NEEDS` if None.
    """

    def __init__(
        self,
        capabilities: Mapping[str, Iterable[str]] | None = None,
        needs: Mapping[str, re.Pattern[str]] | None = None,
    ) -> None:
        given = CAPABILITIES if capabilities is None else capabilities
        self._capabilities = {name: set(able) for name, able in given.items()}
        self._needs = dict(NEEDS if needs is None else needs)

    def add_capability(self, service: str, capability: str) -> None:
        """Let a service be able to do something more."""
        self._capabilities.setdefault(service, set()).add(capability)

    def learn(self, services: Mapping[str, Service]) -> None:
        """Take in the ``capabilities`` that services have."""
        for name, service in services.items():
            for capability in getattr(service, "capabilities", ()):
                self.add_capability(name, capability)

    def needs(self, task_description: str) -> frozenset[str]:
        """Return what a task needs, as far as its words show it."""
        found = (need for need, sign in self._needs.items() if sign.search(task_description))
        return frozenset(found)

    def route(self, task_description: str, available_services: Sequence[str]) -> Scores:
        """Return the services that can do what a task needs, the most likely first."""
        needed = self.needs(task_description)
        if not needed:
            return []
        able = {name: self._capabilities.get(name, set()) & needed for name in available_services}
        return ranked({name: MOST * len(can) / len(needed) for name, can in able.items()})


STRATEGY = CapabilityStrategy

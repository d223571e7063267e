"""From a request to a reply: the one function that actions are handed."""

from __future__ import annotations

from docstring_lsp import registry
from docstring_lsp.providers.base import Provider, Reply, Request

PROVIDERS = "docstring_lsp.providers.adapters"
PROVIDERS_GROUP = "docstring_lsp.providers"


def providers() -> tuple[str, ...]:
    """Return the names of the providers that can be asked for."""
    return registry.names(PROVIDERS, PROVIDERS_GROUP)


def provider(name: str) -> Provider:
    """Return the provider of that name.

    Raises:
        UnknownNameError: If there is none.
    """
    found: Provider = registry.load(
        PROVIDERS, name, "PROVIDER", kind="provider", group=PROVIDERS_GROUP
    )
    return found


class Engine:
    """Asks the chosen provider.

    Args:
        name: The provider's name.
    """

    def __init__(self, name: str = "static") -> None:
        self._provider = provider(name)

    async def __call__(self, request: Request) -> Reply:
        """Return the provider's reply to the request."""
        return await self._provider.generate(request)

"""From a request to a result: the one function that actions are handed."""

from __future__ import annotations

import time

from docstring_lsp import registry
from docstring_lsp.engine.result import Attempt, GenerationResult
from docstring_lsp.errors import ContentError
from docstring_lsp.providers.base import Provider, Request

PROVIDERS = "docstring_lsp.providers.adapters"
PROVIDERS_GROUP = "docstring_lsp.providers"


def providers() -> tuple[str, ...]:
    """Return the names of the providers that can be asked for."""
    return registry.names(PROVIDERS, PROVIDERS_GROUP)


def provider(name: str) -> type[Provider]:
    """Return the provider of that name.

    Raises:
        UnknownNameError: If there is none.
    """
    found: type[Provider] = registry.load(
        PROVIDERS, name, "PROVIDER", kind="provider", group=PROVIDERS_GROUP
    )
    return found


class Engine:
    """Asks the chosen provider.

    Args:
        name: The provider's name.
    """

    def __init__(self, name: str = "static") -> None:
        self._provider = provider(name)()

    async def __call__(self, request: Request) -> GenerationResult:
        """Return what the provider writes for the request.

        Raises:
            ContentError: If its answer holds no draft.
        """
        start = time.perf_counter()
        reply = await self._provider.generate(request)
        if reply.draft is None:
            raise ContentError("no draft", provider=reply.provider, reason="malformed")
        seconds = time.perf_counter() - start
        attempt = Attempt(
            provider=reply.provider, model=reply.model, outcome="won", seconds=seconds
        )
        return GenerationResult(
            content=reply.draft,
            provider=reply.provider,
            model=reply.model,
            style=request.style,
            generation_time=seconds,
            attempts=(attempt,),
        )

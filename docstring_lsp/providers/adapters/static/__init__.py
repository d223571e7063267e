"""The embedded author: prose from facts alone, at once, with no network and no key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import ClassVar

from docstring_lsp.errors import ContentError
from docstring_lsp.providers.base import (
    Availability,
    Capabilities,
    Delta,
    Model,
    Reply,
    Request,
)
from docstring_lsp.providers.connection import Connection


class StaticProvider:
    """Writes drafts from the facts of a request; reads nothing else.

    Args:
        connection: Not needed.
    """

    name: ClassVar[str] = "static"
    capabilities: ClassVar[Capabilities] = Capabilities(offline=True, deterministic=True)
    access: ClassVar[None] = None

    def __init__(self, connection: Connection | None = None) -> None:
        del connection

    async def generate(self, request: Request) -> Reply:
        """Return a draft for the request's definition.

        Raises:
            ContentError: If the request is a free prompt, which takes a model.
        """
        if request.facts is None:
            raise ContentError(
                "a free prompt takes a model; name one with --provider",
                provider=self.name,
                reason="refused",
            )
        from docstring_lsp.providers.adapters.static.author import write

        return Reply(draft=write(request.facts, style=request.style), provider=self.name)

    async def stream(self, request: Request) -> AsyncIterator[Delta]:
        """Give the draft in one piece."""
        yield Delta(reply=await self.generate(request))

    async def available(self) -> Availability:
        """Return that it is: it needs nothing that could be missing."""
        return Availability(available=True)

    async def models(self) -> tuple[Model, ...]:
        """Return none: it is its own."""
        return ()


PROVIDER = StaticProvider

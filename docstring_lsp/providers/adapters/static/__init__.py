"""The embedded author: prose from facts alone, at once, with no network and no key."""

from __future__ import annotations

from typing import ClassVar

from docstring_lsp.providers.base import Capabilities, Reply, Request


class StaticProvider:
    """Writes drafts from the facts of a request; reads nothing else."""

    name: ClassVar[str] = "static"
    capabilities: ClassVar[Capabilities] = Capabilities(offline=True, deterministic=True)

    async def generate(self, request: Request) -> Reply:
        """Return a draft for the request's definition."""
        from docstring_lsp.providers.adapters.static.author import write

        return Reply(draft=write(request.facts, style=request.style), provider=self.name)

    async def available(self) -> bool:
        """Return True: it needs nothing that could be missing."""
        return True


PROVIDER = StaticProvider()

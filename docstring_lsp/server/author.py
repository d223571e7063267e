"""The author that handlers are handed: the engine, with a breath before each definition."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Author
    from docstring_lsp.engine.result import GenerationResult
    from docstring_lsp.providers.base import Request
    from docstring_lsp.settings.model import Settings


def author(settings: Settings) -> Author:
    """Return who writes the prose.

    Between two definitions the server takes in what has arrived meanwhile; it is there that a
    cancelled request stops.

    Args:
        settings: Say which provider is asked.

    Raises:
        UnknownNameError: If there is no such provider.
    """
    write = _engine(settings.provider)

    async def patient(request: Request) -> GenerationResult:
        await asyncio.sleep(0)
        return await write(request)

    return patient


@cache
def _engine(provider: str) -> Author:
    from docstring_lsp.engine.generate import Engine

    return Engine(provider)

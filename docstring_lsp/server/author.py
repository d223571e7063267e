"""The author that handlers are handed: the engine, with a breath before each definition.

The engines of a process are kept here, one for all that is asked alike: they hold connections,
and remember how fast each provider is.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from docstring_lsp.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from docstring_lsp.actions.outcome import Author
    from docstring_lsp.engine.account import Hear
    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.engine.models import Models
    from docstring_lsp.engine.result import GenerationResult
    from docstring_lsp.providers.base import Request
    from docstring_lsp.settings.model import Settings

_engines: list[tuple[Settings, Engine]] = []


def author(settings: Settings, *, project: Path | None = None, hear: Hear | None = None) -> Author:
    """Return who writes the prose.

    Between two definitions the server takes in what has arrived meanwhile; it is there that a
    cancelled request stops.

    Args:
        settings: Say which provider is asked, and within which bounds.
        project: The project's folder.
        hear: Is told pieces of a model's answer as they come, and whose they are.

    Raises:
        UnknownNameError: If there is no such provider.
    """
    engine = _engine(settings, project)

    async def patient(request: Request) -> GenerationResult:
        await asyncio.sleep(0)
        return await engine(request, hear)

    return patient


def models(settings: Settings, name: str, project: Path) -> Models:
    """Return the models, of which the named one's provider is the first.

    Raises:
        UsageError: If the user has not set that up.
    """
    from docstring_lsp.engine.connect import asking

    found = _engine(asking(settings, name), project).models
    if found is None:
        raise UsageError(f"{name} is no model; it is there without one")
    return found


async def close() -> None:
    """Close every connection; nobody is asked any more."""
    engines = [engine for _, engine in _engines]
    _engines.clear()
    for engine in engines:
        await engine.aclose()


def _engine(settings: Settings, project: Path | None) -> Engine:
    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.settings.model import personal

    asked = personal(settings)
    for known, engine in _engines:
        if known == asked:
            return engine
    engine = Engine(asked, project=project)
    _engines.append((asked, engine))
    return engine

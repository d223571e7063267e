"""Whoever answers prompts, from settings: one engine at a time, and another when it is switched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docstring_lsp.deliverables.online import Hear
from docstring_lsp.engine.connect import provider
from docstring_lsp.engine.generate import Engine
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.settings.model import Settings


class LLMWrapper:
    """Asks the models that are set up. To be closed.

    Args:
        settings: Say who is asked.
        project: The project's folder.
    """

    def __init__(self, settings: Settings | None = None, *, project: Path | None = None) -> None:
        self._settings = settings or Settings()
        self._project = project
        self._engine = Engine(self._settings, project=project)

    @property
    def is_set_up(self) -> bool:
        """Whether a model is there to be asked."""
        return self._engine.models is not None

    @property
    def who(self) -> str:
        """Who is asked now."""
        return f"{self._settings.provider}:{self._settings.model}"

    @property
    def author(self) -> Engine:
        """Who writes docstrings: the engine that is asked."""
        return self._engine

    async def __call__(self, request: Request, hear: Hear | None = None) -> Reply:
        """Return the answer to a prompt.

        Raises:
            UsageError: If nobody can be asked.
            ProviderError: If nobody answers.
        """
        return await self._engine.ask(request, hear)

    async def switch_provider(self, name: str, model: str = "") -> None:
        """Let another provider be asked from now on.

        Args:
            name: The provider.
            model: The model it is asked for; its own choice if empty.

        Raises:
            UnknownNameError: If there is none of that name.
        """
        provider(name)
        await self._engine.aclose()
        self._settings = replace(self._settings, provider=name, model=model)
        self._engine = Engine(self._settings, project=self._project)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._engine.aclose()

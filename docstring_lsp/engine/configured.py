"""Providers for programs: a table of names, kinds, keys and parameters in, providers out.

What is wrong with one entry is said and the entry left out, so that the others can be asked.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any, ClassVar

from docstring_lsp import log
from docstring_lsp.engine.connect import Directory, provider
from docstring_lsp.engine.metadata import tuned
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.base import (
    Availability,
    Capabilities,
    Delta,
    Model,
    Provider,
    Reply,
    Request,
)
from docstring_lsp.providers.connection import Access, Connection
from docstring_lsp.providers.http import Http
from docstring_lsp.settings.model import Endpoint, Settings

logger = log.get("engine")

_KEYS = frozenset({"provider", "api_key", "base_url", "headers", "model", "parameters"})
MOCK = "mock"


def configured(
    config: Mapping[str, Mapping[str, Any]], http: Http, *, mock_mode: bool = False
) -> dict[str, Provider]:
    """Return the providers of a table, by the names it gives them.

    Args:
        config: By name: ``provider`` (its kind), and where they are not the provider's own
            ``api_key``, ``base_url``, ``headers``, ``model`` and ``parameters`` (of a prompt:
            ``temperature``, ``max_tokens``). Without a model the name itself is the model.
        http: What sends and receives.
        mock_mode: Whether each is the mock, which answers without a network or a key.
    """
    made = {name: _made(name, entry, http, mock_mode) for name, entry in config.items()}
    return {name: each for name, each in made.items() if each is not None}


def _made(name: str, entry: Mapping[str, Any], http: Http, mock_mode: bool) -> Provider | None:
    try:
        return _provider(name, entry, http, mock_mode)
    except UsageError as error:
        logger.warning("%s is left out: %s", name, error)
        return None


def _provider(name: str, entry: Mapping[str, Any], http: Http, mock_mode: bool) -> Provider:
    for key in entry:
        if key not in _KEYS:
            raise UsageError(f"it has no option {key!r}; there are {', '.join(sorted(_KEYS))}")
    kind = MOCK if mock_mode else str(entry.get("provider", ""))
    made = provider(kind)(None if mock_mode else _connection(kind, name, entry, http))
    parameters = dict(entry.get("parameters") or {})
    return _Tuned(made, parameters) if parameters else made


def _connection(kind: str, name: str, entry: Mapping[str, Any], http: Http) -> Connection | None:
    endpoint = Endpoint(
        base_url=str(entry.get("base_url") or ""),
        model=str(entry.get("model") or name),
        headers=dict(entry.get("headers") or {}),
    )
    environment = dict(os.environ)
    access = provider(kind).access
    key = str(entry.get("api_key") or "")
    if access is not None and key:
        environment.update(dict.fromkeys(access.key_variables, key))
    directory = Directory(Settings(providers={kind: endpoint}), environment=environment)
    if missing := directory.missing(kind):
        raise UsageError(missing)
    return directory.connection(kind, http)


class _Tuned:
    """A provider that is always asked with the same parameters."""

    name: ClassVar[str] = ""
    capabilities: ClassVar[Capabilities] = Capabilities()
    access: ClassVar[Access | None] = None

    def __init__(self, of: Any, parameters: Mapping[str, Any]) -> None:
        self._of = of
        self._tune = tuned(parameters)
        self.name = of.name  # type: ignore[misc]
        self.capabilities = of.capabilities  # type: ignore[misc]

    def _asked(self, request: Request) -> Request:
        if request.prompt is None:
            return request
        return replace(request, prompt=self._tune(request.prompt))

    async def generate(self, request: Request) -> Reply:
        """Return the answer to a request."""
        reply: Reply = await self._of.generate(self._asked(request))
        return reply

    async def stream(self, request: Request) -> AsyncGenerator[Delta, None]:
        """Give the answer as it comes."""
        async with aclosing(self._of.stream(self._asked(request))) as pieces:
            async for piece in pieces:
                yield piece

    async def available(self) -> Availability:
        """Return whether it can be asked now."""
        found: Availability = await self._of.available()
        return found

    async def models(self) -> tuple[Model, ...]:
        """Return the models it offers."""
        found: tuple[Model, ...] = await self._of.models()
        return found

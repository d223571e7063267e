"""The desks of an engine: a provider's name in, one that can be asked out; opened once, closed.

Knows no vendor: how each is reached, the directory says.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

from docstring_lsp.engine.account import Desk
from docstring_lsp.engine.connect import Directory, provider
from docstring_lsp.errors import ProviderError, UsageError
from docstring_lsp.providers.address import is_loopback
from docstring_lsp.providers.http import Http, Timeouts

_LONGEST_LOOK = 2.0
"""Seconds that a server on this machine has to tell what it has loaded."""


class Desks:
    """Those that can be asked, on one event loop. To be closed.

    Args:
        directory: How each is reached.
        timeout: The seconds a call may take.
        offline: Whether nothing may leave this machine.
    """

    def __init__(self, directory: Directory, *, timeout: float, offline: bool) -> None:
        self._directory = directory
        self._timeout, self._offline = timeout, offline
        self._http: Http | None = None
        self._desks: dict[str, Desk] = {}
        self._told: set[str] = set()

    async def aclose(self) -> None:
        """Close every connection."""
        http, self._http = self._http, None
        self._desks.clear()
        self._told.clear()
        if http is not None:
            await http.aclose()

    def desk(self, name: str) -> Desk:
        """Return a provider that can be asked.

        Args:
            name: Its name, and after a colon the model, where not the one that is set is meant.

        Raises:
            UnknownNameError: If there is no such provider.
            SettingError: If what is set for it cannot be used.
        """
        if name not in self._desks:
            whose, _, model = name.partition(":")
            kind = provider(whose)
            connection = self._directory.connection(whose, self._opened(), model)
            self._desks[name] = Desk(
                name=name,
                provider=kind(connection),
                model=connection.model if connection else "",
                base_url=connection.base_url if connection else "",
                capabilities=kind.capabilities,
            )
        return self._desks[name]

    async def seated(self, name: str) -> Desk:
        """Return a provider that can be asked, with what its server tells of its model.

        A server on this machine runs a model with whatever context it was started with, and one
        that is asked more cuts the prompt without a word.
        """
        desk = self.desk(name)
        capable = getattr(desk.provider, "capable", None)
        local = is_loopback(urlsplit(desk.base_url).hostname or "")
        if name not in self._told and capable is not None and local:
            self._told.add(name)
            with suppress(ProviderError, TimeoutError, asyncio.TimeoutError):
                told = await asyncio.wait_for(capable(), _LONGEST_LOOK)
                self._desks[name] = replace(desk, capabilities=told)
        return self.desk(name)

    def require(self, name: str) -> None:
        """Refuse a provider that cannot be asked.

        Raises:
            UsageError: If it cannot; it says what is missing.
        """
        if missing := self._directory.missing(name.partition(":")[0]):
            raise UsageError(f"{name}: {missing}")

    def _opened(self) -> Http:
        if self._http is None:
            timeout = self._timeout
            waits = Timeouts(connect=min(10.0, timeout), read=timeout, total=timeout)
            self._http = Http(timeouts=waits, offline=self._offline)
        return self._http

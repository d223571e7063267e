"""The desks of an engine: a provider's name in, one that can be asked out; opened once, closed.

Knows no vendor: how each is reached, the directory says.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from docstring_lsp.engine.account import Desk
from docstring_lsp.engine.connect import Directory, provider
from docstring_lsp.engine.select import Demand, unable
from docstring_lsp.errors import ProviderError, UsageError
from docstring_lsp.providers.address import is_loopback
from docstring_lsp.providers.base import Capabilities
from docstring_lsp.providers.http import Http, Timeouts
from docstring_lsp.shared_cache import Store

_LONGEST_LOOK = 2.0
"""Seconds that a server has to tell what its model can do."""

_DAY = 86_400.0
"""Seconds for which a vendor is not asked that again; a server on this machine is, each run."""


class Desks:
    """Those that can be asked, on one event loop. To be closed.

    Args:
        directory: How each is reached.
        timeout: The seconds a call may take.
        offline: Whether nothing may leave this machine.
        store: Keeps what vendors tell of their models; nothing does if None.
    """

    def __init__(
        self,
        directory: Directory,
        *,
        timeout: float,
        offline: bool,
        store: Store | None = None,
    ) -> None:
        self._directory = directory
        self._store = store
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
        that is asked more cuts the prompt without a word. A vendor's models come and go, and no
        table knows them all.
        """
        if name not in self._told and hasattr(self.desk(name).provider, "capable"):
            self._told.add(name)
            with suppress(ProviderError, TimeoutError, asyncio.TimeoutError):
                told = await self._capable(self.desk(name))
                self._desks[name] = replace(self.desk(name), capabilities=told)
        return self.desk(name)

    async def _capable(self, desk: Desk) -> Capabilities:
        """Return what a server tells of the model it is asked for, now or earlier today."""
        local = is_loopback(urlsplit(desk.base_url).hostname or "")
        store = None if local else self._store
        asked = json.dumps([desk.whose, desk.base_url, desk.model])
        key = f"capable:{sha256(asked.encode()).hexdigest()}"
        kept = _read(store.get(key)) if store is not None else None
        if kept is not None:
            return kept
        capable: Any = desk.provider
        self._opened().prepare()
        told: Capabilities = await asyncio.wait_for(capable.capable(), _LONGEST_LOOK)
        if store is not None:
            store.set(key, json.dumps(asdict(told)), ttl=_DAY)
        return told

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


def _read(text: str | None) -> Capabilities | None:
    """Return what was kept, or None where it is of another form."""
    if text is None:
        return None
    try:
        found: Capabilities = _reader().validate_json(text, strict=True)
    except ValueError:
        return None
    return found


@cache
def _reader() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Capabilities)


def able(desks: Sequence[Desk], asks: Demand) -> list[Desk]:
    """Return those that can answer as far as they told.

    Raises:
        UsageError: If none can.
    """
    found = [desk for desk in desks if not unable(desk.capabilities, asks)]
    if not found:
        raise UsageError(f"{desks[0].whose}: {unable(desks[0].capabilities, asks)}")
    return found

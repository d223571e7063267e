"""What a server tells of its model is believed, and a vendor's is not asked for it twice a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docstring_lsp.cache import Cache
from docstring_lsp.engine import desks
from docstring_lsp.engine.connect import Directory, provider
from docstring_lsp.engine.desks import Desks
from docstring_lsp.providers.base import Capabilities
from docstring_lsp.settings.model import Endpoint, Settings
from tests.servers.chat import ChatServer
from tests.servers.core import Server, serving

pytestmark = pytest.mark.asyncio(loop_scope="function")

TABLE = provider("compatible").capabilities


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "cache")
    yield cache
    cache.close()


async def seen(server: Server, store: Cache | None) -> Capabilities:
    """What a new run believes of the server's model."""
    at = {"compatible": Endpoint(base_url=f"{server.url}/v1", model="tiny")}
    directory = Directory(Settings(provider="compatible", providers=at), environment={})
    opened = Desks(directory, timeout=5, offline=False, store=store)
    try:
        return (await opened.seated("compatible")).capabilities
    finally:
        await opened.aclose()


async def test_a_server_on_this_machine_is_asked_by_each_run(store: Cache) -> None:
    async with serving(ChatServer(context=3000)) as server:
        found = [await seen(server, store) for _ in range(2)]
        assert [(each.max_tokens, each.as_of) for each in found] == [(3000, "server")] * 2
        assert len(server.seen) == 2


async def test_one_elsewhere_is_asked_once_a_day(
    store: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "is_loopback", lambda _: False)
    async with serving(ChatServer(context=3000)) as server:
        found = [await seen(server, store) for _ in range(2)]
        assert found[0] == found[1]
        assert found[0].max_tokens == 3000
        assert len(server.seen) == 1


async def test_what_was_kept_in_another_form_is_asked_anew(
    store: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "is_loopback", lambda _: False)
    monkeypatch.setattr(store, "get", lambda _: '{"max_tokens": "many"}')
    async with serving(ChatServer(context=3000)) as server:
        assert (await seen(server, store)).max_tokens == 3000


async def test_where_it_does_not_tell_the_table_holds() -> None:
    async with serving(ChatServer()) as server:
        found = await seen(server, None)
    assert found == TABLE
    assert found.as_of.startswith("20")

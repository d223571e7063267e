"""A shared cache gives back what the team has signed, and waits for nobody."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from docstring_lsp.errors import UsageError
from docstring_lsp.shared_cache import PREFIX, SharedCache
from tests.servers.redis import RedisServer, redis_server

pytest.importorskip("redis")


@pytest.fixture
def server() -> Iterator[RedisServer]:
    with redis_server() as started:
        yield started


@pytest.fixture
def cache(server: RedisServer) -> Iterator[SharedCache]:
    made = SharedCache(server.url, "a secret")
    yield made
    made.close()


def test_what_is_kept_is_given_back_to_who_knows_the_secret(
    server: RedisServer, cache: SharedCache
) -> None:
    assert cache.get("key") is None
    cache.set("key", "text 👩\n\0", ttl=60)
    assert cache.get("key") == "text 👩\n\0"
    stranger = SharedCache(server.url, "another secret")
    assert stranger.get("key") is None
    stranger.close()
    cache.delete("key")
    assert cache.get("key") is None


def test_one_of_several_adds(server: RedisServer, cache: SharedCache) -> None:
    other = SharedCache(server.url, "a secret")
    assert cache.add("claim", "a", ttl=60)
    assert not other.add("claim", "b", ttl=60)
    other.close()


def test_a_time_that_is_over_is_over(cache: SharedCache) -> None:
    cache.set("key", "text", ttl=0.05)
    time.sleep(0.1)
    assert cache.get("key") is None


def test_what_somebody_else_wrote_is_a_miss(server: RedisServer, cache: SharedCache) -> None:
    cache.set("key", "text", ttl=60)
    cache.set("other", "other text", ttl=60)
    kept, moved = f"{PREFIX}key".encode(), f"{PREFIX}other".encode()
    value, until = server.values[kept]
    for tampered in (
        value.replace(b"text", b"Text"),
        b"text",
        b"",
        b"\n",
        b"\x80\x04\x95",
        server.values[moved][0],
    ):
        server.values[kept] = (tampered, until)
        assert cache.get("key") is None
    server.values[kept] = (value, until)
    assert cache.get("key") == "text"


def test_a_server_that_is_gone_is_waited_for_once() -> None:
    now = 0.0
    with redis_server() as server:
        cache = SharedCache(server.url, "s", clock=lambda: now)
        cache.set("key", "text", ttl=60)
        cache.close()
    assert cache.get("key") is None
    start = time.perf_counter()
    for _ in range(100):
        assert cache.get("key") is None
        assert cache.add("claim", "a", ttl=1)
    assert time.perf_counter() - start < 2  # 200 questions, which would wait for half a second each
    cache.close()


REFUSED = {
    "redis://cache.example/0": "use rediss",
    "http://127.0.0.1/0": "no address of a Redis server",
    "rediss://[": "cannot be read",
}


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_safe_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match=REFUSED[url]):
        SharedCache(url, "secret")


def test_without_a_secret_there_is_none() -> None:
    with pytest.raises(UsageError, match="DOCSTRING_LSP_SHARED_SECRET"):
        SharedCache("redis://127.0.0.1/0", "")

"""A team's shared cache on a Redis server, behind the same face as `docstring_lsp.cache`.

Whoever can write to the server could else write everybody's docstrings: each value is signed
with a secret that the team shares, together with its key, and what is not is a miss. A server that
does not answer is left alone for a while; nothing waits for it and nothing fails with it.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlsplit

from docstring_lsp import log
from docstring_lsp.errors import UsageError

logger = log.get("cache")

SECRET_VARIABLE = "DOCSTRING_LSP_SHARED_SECRET"  # noqa: S105  (its name, not its value)
PREFIX = "docstring-lsp:"

_LONGEST = 1024 * 1024
_PATIENCE = 0.5
"""Seconds that the server has for an answer."""
_PAUSE = 30.0
"""Seconds for which it is left alone when it had none."""


class Store(Protocol):
    """Keeps texts under keys, as `docstring_lsp.cache.Cache` does."""

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None."""
        ...

    def set(self, key: str, text: str, *, ttl: float | None = None) -> None:
        """Keep a text."""
        ...

    def add(self, key: str, text: str, *, ttl: float) -> bool:
        """Keep a text where there is none, and return whether that was so."""
        ...

    def delete(self, key: str) -> None:
        """Forget what is under a key."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class SharedCache:
    """Texts under keys on a Redis server.

    Args:
        url: The server, ``rediss://HOST/0``; ``redis://`` for this machine alone.
        secret: What the values are signed with.
        clock: Gives the seconds.

    Raises:
        UsageError: If the address is not safe, or there is no secret.
    """

    def __init__(
        self, url: str, secret: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        _require_safe(url, secret)
        self._url, self._secret, self._clock = url, secret.encode(), clock
        self._client: Any = None
        self._free_at = 0.0

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None."""
        found = self._tried(lambda client: client.get(PREFIX + key))
        if not isinstance(found, bytes) or len(found) > _LONGEST * 4:
            return None
        signature, _, text = found.partition(b"\n")
        if not hmac.compare_digest(signature, self._signature(key, text)):
            return None
        return text.decode("utf-8", "replace")

    def set(self, key: str, text: str, *, ttl: float | None = None) -> None:
        """Keep a text; one that is too long is not kept."""
        if len(text) <= _LONGEST:
            value = self._signed(key, text)
            self._tried(lambda client: client.set(PREFIX + key, value, px=_thousandths(ttl)))

    def add(self, key: str, text: str, *, ttl: float) -> bool:
        """Keep a text where there is none, and return whether that was so."""
        value = self._signed(key, text)
        done = self._tried(
            lambda client: bool(client.set(PREFIX + key, value, px=_thousandths(ttl), nx=True))
        )
        return done is not False

    def delete(self, key: str) -> None:
        """Forget what is under a key."""
        self._tried(lambda client: client.delete(PREFIX + key))

    def close(self) -> None:
        """Close the connection; the next use opens it again."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _signed(self, key: str, text: str) -> bytes:
        data = text.encode("utf-8", "replace")
        return self._signature(key, data) + b"\n" + data

    def _signature(self, key: str, data: bytes) -> bytes:
        told = key.encode() + b"\0" + data
        return hmac.new(self._secret, told, "sha256").hexdigest().encode()

    def _tried(self, act: Callable[[Any], Any]) -> Any:
        """Return what the server does, or None where it does not answer."""
        if self._clock() < self._free_at:
            return None
        import redis

        try:
            if self._client is None:
                self._client = redis.Redis.from_url(
                    self._url,
                    protocol=2,
                    socket_timeout=_PATIENCE,
                    socket_connect_timeout=_PATIENCE,
                )
            return act(self._client)
        except (redis.RedisError, OSError, ValueError) as error:
            logger.info("the shared cache does not answer: %s", type(error).__name__)
            self._free_at = self._clock() + _PAUSE
            self.close()
            return None


def _thousandths(seconds: float | None) -> int | None:
    return None if seconds is None else max(1, round(seconds * 1000))


def _require_safe(url: str, secret: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise UsageError("cache-url cannot be read; write rediss://HOST/0") from None
    if parts.scheme not in ("redis", "rediss"):
        raise UsageError(f"cache-url is no address of a Redis server: {parts.scheme!a}")
    if parts.scheme == "redis" and host not in ("localhost", "127.0.0.1", "::1"):
        raise UsageError(f"{host} is not safe to send to; use rediss")
    if not secret:
        raise UsageError(f"a shared cache needs a secret to sign with; set {SECRET_VARIABLE}")
    from importlib.util import find_spec

    if find_spec("redis") is None:
        raise UsageError("a shared cache needs the package redis: install docstring-lsp[redis]")

"""The network: the one module that opens a connection.

Takes an address, headers and JSON; gives JSON or events, or one of the provider errors. Must
not know what any vendor's body means. It follows no redirect (a key would go along to another
origin), takes no answer without a bound, speaks https only but to this machine, and closes its
socket when the task that waits for it is cancelled.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError

if TYPE_CHECKING:
    import httpx

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes, unpacked; a docstring takes a few thousand."""

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
"""The statuses after which the same request may succeed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """How long each phase of a call may take, in seconds.

    Attributes:
        connect: Until the connection stands.
        read: Between two pieces of the answer.
        write: Until the request is sent.
        pool: Until a connection is free.
    """

    connect: float = 10.0
    read: float = 60.0
    write: float = 30.0
    pool: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered under a status that says it did.

    Attributes:
        status: The HTTP status.
        headers: Its headers, their names in small letters.
        data: Its body as JSON.
    """

    status: int
    headers: Mapping[str, str]
    data: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a stream: of server-sent events, or one line of JSON.

    Attributes:
        name: The event's name; ``message`` where it has none.
        data: Its data as sent.
    """

    name: str = "message"
    data: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request as it goes out.

    Attributes:
        provider: Whom it goes to, for the errors.
        method: ``POST`` or ``GET``.
        url: Where to.
        headers: Its headers, the key among them.
        body: Its JSON; None for none.
    """

    provider: str
    url: str
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Mapping[str, Any] | None = field(default=None, repr=False)


class Http:
    """A pool of connections, opened at the first call. To be closed.

    Args:
        timeouts: How long each phase may take.
        offline: Whether nothing may leave this machine.
        largest: The bytes an answer may have.
    """

    def __init__(
        self,
        *,
        timeouts: Timeouts | None = None,
        offline: bool = False,
        largest: int = LARGEST_ANSWER,
    ) -> None:
        self._timeouts = timeouts or Timeouts()
        self._offline = offline
        self._largest = largest
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Http:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def json(self, call: Call) -> Answer:
        """Return the answer to a call.

        Raises:
            PermanentError: If asking again would get the same.
            PassingError: If asking again may succeed.
            ContentError: If the answer is no JSON, or larger than allowed.
        """
        async with self._sent(call) as response:
            body = b"".join([piece async for piece in self._bounded(call, response)])
            return Answer(
                status=response.status_code, headers=response.headers, data=_parsed(call, body)
            )

    async def events(self, call: Call) -> AsyncIterator[Event]:
        """Give the server-sent events of an answer as they come.

        Raises:
            ProviderError: As `json` does; also in the middle of the stream.
        """
        from httpx_sse import EventSource

        async with self._sent(call) as response:
            if "text/event-stream" not in response.headers.get("content-type", ""):
                body = b"".join([piece async for piece in self._bounded(call, response)])
                yield Event(data=body.decode("utf-8", "replace"))
                return
            with _told_apart(call):
                async for sent in EventSource(response).aiter_sse():
                    yield Event(name=sent.event or "message", data=sent.data)

    async def lines(self, call: Call) -> AsyncIterator[Event]:
        """Give the lines of an answer that is JSON line by line.

        Raises:
            ProviderError: As `json` does; also in the middle of the stream.
        """
        async with self._sent(call) as response:
            rest = b""
            async for piece in self._bounded(call, response):
                *whole, rest = (rest + piece).split(b"\n")
                for line in whole:
                    if line.strip():
                        yield Event(data=line.decode("utf-8", "replace"))
            if rest.strip():
                yield Event(data=rest.decode("utf-8", "replace"))

    @asynccontextmanager
    async def _sent(self, call: Call) -> AsyncIterator[httpx.Response]:
        self._check(call)
        client = self._opened()
        request = client.build_request(
            call.method, call.url, headers=dict(call.headers), json=call.body
        )
        with _told_apart(call):
            response = await client.send(request, stream=True)
        try:
            if response.status_code != 200:
                body = b"".join([piece async for piece in self._bounded(call, response)])
                raise failure(call, response.status_code, response.headers, body)
            yield response
        finally:
            await response.aclose()

    async def _bounded(self, call: Call, response: httpx.Response) -> AsyncIterator[bytes]:
        """Give the unpacked pieces of an answer, as long as they are few enough."""
        size = 0
        with _told_apart(call):
            async for piece in response.aiter_bytes(65_536):
                size += len(piece)
                if size > self._largest:
                    raise ContentError(
                        f"an answer of more than {self._largest:,} bytes",
                        provider=call.provider,
                        reason="malformed",
                    )
                yield piece

    def _check(self, call: Call) -> None:
        parts = urlsplit(call.url)
        local = is_loopback(parts.hostname or "")
        if parts.scheme != "https" and not (parts.scheme == "http" and local):
            raise PermanentError(
                f"{parts.scheme}://{parts.netloc} is not safe to send to; use https",
                provider=call.provider,
            )
        if self._offline and not local:
            raise PermanentError("not asked, since `offline` is set", provider=call.provider)

    def _opened(self) -> httpx.AsyncClient:
        if self._client is None:
            import httpx

            waits = self._timeouts
            self._client = httpx.AsyncClient(
                follow_redirects=False,
                timeout=httpx.Timeout(
                    connect=waits.connect, read=waits.read, write=waits.write, pool=waits.pool
                ),
            )
        return self._client


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def failure(call: Call, status: int, headers: Mapping[str, str], body: bytes) -> ProviderError:
    """Return the error that an HTTP status stands for, where a vendor's body says no more.

    Args:
        call: The request.
        status: Its status.
        headers: The headers of the answer.
        body: The body of the answer.
    """
    del body
    said = f"HTTP {status}"
    if 300 <= status < 400:
        said += ", a redirect, which is not followed"
    if status in PASSING:
        return PassingError(
            said, provider=call.provider, status=status, retry_after=retry_after(headers)
        )
    return PermanentError(said, provider=call.provider, status=status)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer asks to wait (RFC 9110, 10.2.3, and vendors' own)."""
    import email.utils
    import time

    milliseconds = headers.get("retry-after-ms")
    asked = headers.get("retry-after")
    try:
        if milliseconds is not None:
            return max(0.0, float(milliseconds) / 1000)
        if asked is None:
            return None
        return max(0.0, float(asked))
    except ValueError:
        pass
    try:
        when = email.utils.parsedate_to_datetime(asked or "")
    except (TypeError, ValueError):
        return None
    return max(0.0, when.timestamp() - time.time())


def _parsed(call: Call, body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        raise ContentError(
            "an answer that is no JSON", provider=call.provider, reason="malformed"
        ) from None


@contextmanager
def _told_apart(call: Call) -> Iterator[None]:
    """Raise what httpx raises as the provider errors that it stands for."""
    import httpx

    try:
        yield
    except httpx.TimeoutException as error:
        message = f"no answer in time ({type(error).__name__})"
        raise PassingError(message, provider=call.provider) from None
    except httpx.TransportError as error:
        message = f"the connection failed: {str(error) or type(error).__name__}"
        raise PassingError(message, provider=call.provider) from None
    except httpx.DecodingError:
        message = "an answer that cannot be unpacked"
        raise ContentError(message, provider=call.provider, reason="malformed") from None
    except httpx.InvalidURL as error:
        raise PermanentError(f"{call.url}: {error}", provider=call.provider) from None

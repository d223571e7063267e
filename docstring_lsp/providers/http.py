"""The network: the one module that opens a connection.

Takes an address, headers and JSON; gives JSON or events, or one of the provider errors. Must
not know what any vendor's body means. It follows no redirect (a key would go along to another
origin), keeps no cookie, takes no answer without a bound in bytes and in time, speaks https only
but to this machine, which it reaches through no proxy, and closes its socket when the task that
waits for it is cancelled.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docstring_lsp import __version__
from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError
from docstring_lsp.providers.call import Answer, Call, Event, sendable
from docstring_lsp.providers.reach import stays_here, unconnected
from docstring_lsp.providers.trace import Trace
from docstring_lsp.providers.trust import certificates, no_cookies
from docstring_lsp.providers.unpacking import UnpackingError, unpacked

if TYPE_CHECKING:
    import httpx

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes, unpacked; a docstring takes a few thousand."""

_LARGEST_FAILURE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """How long each phase of a call may take, in seconds.

    Attributes:
        connect: Until the connection stands.
        read: Between two pieces of the answer.
        write: Until the request is sent.
        pool: Until a connection is free.
        total: From the request to the answer's last byte, however steadily it drips.
    """

    connect: float = 10.0
    read: float = 60.0
    write: float = 30.0
    pool: float = 30.0
    total: float = 300.0


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
        self._clients: dict[bool, httpx.AsyncClient] = {}

    @property
    def offline(self) -> bool:
        """Whether nothing may leave this machine."""
        return self._offline

    async def __aenter__(self) -> Http:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    def prepare(self) -> None:
        """Import what a call takes, so that the time it is given is its server's alone."""
        import anyio  # noqa: F401
        import httpx  # noqa: F401

    async def json(self, call: Call) -> Answer:
        """Return the answer to a call.

        Raises:
            PermanentError: If asking again would get the same.
            PassingError: If asking again may succeed.
            ContentError: If the answer is no JSON, or larger than allowed.
        """
        async with self._sent(call) as (response, pieces):
            body = b"".join([piece async for piece in pieces])
            return Answer(
                status=response.status_code,
                headers=response.headers,
                data=_parsed(call, response, body),
            )

    async def events(self, call: Call) -> AsyncIterator[Event]:
        """Give the server-sent events of an answer as they come.

        Raises:
            ProviderError: As `json` does; also in the middle of the stream.
        """
        from httpx_sse import EventSource

        async with self._sent(call) as (response, pieces):
            if "text/event-stream" not in response.headers.get("content-type", ""):
                body = b"".join([piece async for piece in pieces])
                yield Event(name="body", data=body.decode("utf-8", "replace"))
                return
            async with aclosing(EventSource(_streamed(pieces)).aiter_sse()) as sent_events:
                async for sent in sent_events:
                    yield Event(name=sent.event or "message", data=sent.data)

    async def lines(self, call: Call) -> AsyncIterator[Event]:
        """Give the lines of an answer that is JSON line by line.

        Raises:
            ProviderError: As `json` does; also in the middle of the stream.
        """
        async with self._sent(call) as (_, pieces):
            begun: list[bytes] = []
            async for piece in pieces:
                first, *others = piece.split(b"\n")
                begun.append(first)
                for other in others:
                    line = b"".join(begun)
                    begun = [other]
                    if line.strip():
                        yield Event(data=line.decode("utf-8", "replace"))
            if last := b"".join(begun).strip():
                yield Event(data=last.decode("utf-8", "replace"))

    @asynccontextmanager
    async def _sent(self, call: Call) -> AsyncIterator[tuple[httpx.Response, AsyncIterator[bytes]]]:
        import anyio

        local = stays_here(call, offline=self._offline)
        client = self._opened(call, local=local)
        until = anyio.current_time() + self._timeouts.total
        with Trace(call) as trace:
            with _told_apart(call), anyio.fail_after(self._timeouts.total):
                request = client.build_request(
                    call.method, call.url, headers=sendable(call), **_content(call)
                )
                response = await client.send(request, stream=True)
            trace.status = response.status_code
            try:
                async with aclosing(self._bounded(call, response, until, trace)) as pieces:
                    if not response.is_success:
                        data = await _told(pieces)
                        raise call.failure(response.status_code, data, headers=response.headers)
                    yield response, pieces
            finally:
                await response.aclose()

    async def _bounded(
        self, call: Call, response: httpx.Response, until: float, trace: Trace
    ) -> AsyncGenerator[bytes, None]:
        """Give the unpacked pieces of an answer, as long as they are few enough."""
        size = 0
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and len(declared) < 20 and int(declared) > self._largest:
            raise _too_large(call, self._largest)
        encoding = response.headers.get("content-encoding", "")
        try:
            async with (
                aclosing(_raw(call, response, until)) as raw,
                aclosing(unpacked(encoding, raw)) as pieces,
            ):
                async for piece in pieces:
                    trace.came(piece)
                    size += len(piece)
                    if size > self._largest:
                        raise _too_large(call, self._largest)
                    yield piece
        except UnpackingError as error:
            raise ContentError(
                f"an answer that cannot be unpacked: {error}",
                provider=call.provider,
                reason="malformed",
            ) from None

    def _opened(self, call: Call, *, local: bool) -> httpx.AsyncClient:
        if local not in self._clients:
            import httpx

            waits = self._timeouts
            try:
                self._clients[local] = httpx.AsyncClient(
                    follow_redirects=False,
                    trust_env=not local,
                    verify=certificates(),
                    cookies=no_cookies(),
                    headers={"user-agent": f"docstring-lsp/{__version__}"},
                    timeout=httpx.Timeout(
                        connect=waits.connect, read=waits.read, write=waits.write, pool=waits.pool
                    ),
                )
            except (ValueError, ImportError, OSError, httpx.InvalidURL):
                raise PermanentError(
                    "the proxy or certificates that the environment names cannot be used; "
                    "check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE",
                    provider=call.provider,
                ) from None
        return self._clients[local]


def _content(call: Call) -> dict[str, Any]:
    """Return what a call carries, as the library below takes it."""
    if call.upload is None:
        return {"json": call.body}
    told = call.upload
    return {"data": dict(told.fields), "files": {"file": (told.name, told.content)}}


async def _raw(call: Call, response: httpx.Response, until: float) -> AsyncGenerator[bytes, None]:
    """Give the bytes of an answer as they come, until its time is over."""
    import anyio

    async with aclosing(response.aiter_raw()) as pieces:  # type: ignore[type-var]
        while True:
            with _told_apart(call), anyio.fail_after(max(0.0, until - anyio.current_time())):
                try:
                    piece = await anext(pieces)
                except StopAsyncIteration:
                    return
            yield piece


async def _told(pieces: AsyncIterator[bytes]) -> Any:
    """Return what the body of a failure says, as far as it is JSON and can be had."""
    body = b""
    try:
        async for piece in pieces:
            body += piece
            if len(body) > _LARGEST_FAILURE:
                return None
        return json.loads(body)
    except (ValueError, RecursionError, ProviderError):
        return None


def _streamed(pieces: AsyncIterator[bytes]) -> httpx.Response:
    """Return an answer whose events httpx-sse can read, made of pieces that are bounded."""
    import httpx

    class Pieces(httpx.AsyncByteStream):
        def __aiter__(self) -> AsyncIterator[bytes]:
            return pieces

    headers = {"content-type": "text/event-stream; charset=utf-8"}
    return httpx.Response(200, headers=headers, stream=Pieces())


def _parsed(call: Call, response: httpx.Response, body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        message = "an answer that is no JSON"
        if "html" in response.headers.get("content-type", ""):
            message = f"a web page in place of an answer; check {call.asked()}"
        raise ContentError(message, provider=call.provider, reason="malformed") from None


def _too_large(call: Call, largest: int) -> ContentError:
    message = f"an answer of more than {largest:,} bytes"
    return ContentError(message, provider=call.provider, reason="malformed")


@contextmanager
def _told_apart(call: Call) -> Iterator[None]:
    """Raise what the library below raises as the provider errors that it stands for."""
    import httpx

    try:
        yield
    except (httpx.TimeoutException, TimeoutError) as error:
        what = _WAITED.get(type(error).__name__, "no whole answer in time")
        raise PassingError(what, provider=call.provider) from None
    except httpx.ConnectError as error:
        raise unconnected(call, str(error)) from None
    except httpx.InvalidURL:
        message = "its address cannot be read; set a base_url"
        raise PermanentError(message, provider=call.provider) from None
    except httpx.LocalProtocolError:
        message = "the request cannot be sent as it is; check the headers that are set for it"
        raise PermanentError(message, provider=call.provider) from None
    except httpx.ProxyError:
        raise PassingError("the proxy refused", provider=call.provider) from None
    except httpx.TransportError:
        raise PassingError("the connection broke off", provider=call.provider) from None


_WAITED = {
    "ConnectTimeout": "no connection in time",
    "ReadTimeout": "no answer in time",
    "WriteTimeout": "the request could not be sent in time",
    "PoolTimeout": "no connection was free in time",
}

"""An HTTP server on this machine: a protocol says what to answer, a fault how it goes wrong.

It is written by hand, on a socket, so that it can do what no well-behaved server does: hang in
the middle of a header, send half an answer, or drop the connection. It keeps what it was sent,
and sees when a client closes its socket.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any, Protocol


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True)
class Say:
    """What the model behind a protocol says."""

    text: str = '{"summary": "Return the sum."}'
    stop: str = "end"
    refusal: str = ""
    thought: str = ""
    usage: Mapping[str, int] | None = field(
        default_factory=lambda: {"input": 120, "output": 30, "cached": 100, "thinking": 7}
    )
    found: Sequence[tuple[str, str]] = ()
    """Addresses and titles of what it finds, where it is told to search the web."""

    def pieces(self) -> list[str]:
        """The text as it comes in a stream."""
        return [self.text[i : i + 9] for i in range(0, len(self.text), 9)]


@dataclass(frozen=True)
class Answer:
    """What a server answers: a body at once, or the pieces of a stream."""

    body: bytes | Sequence[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})

    @property
    def streamed(self) -> bool:
        return not isinstance(self.body, bytes)

    @property
    def pieces(self) -> Sequence[bytes]:
        return [self.body] if isinstance(self.body, bytes) else self.body


def as_json(data: Any, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps(data).encode(), status, {"content-type": "application/json", **named})


def as_events(events: Sequence[tuple[str, Any]]) -> Answer:
    """Server-sent events, each a name (or none) and its data."""
    pieces = []
    for name, data in events:
        shown = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        head = f"event: {name}\n" if name else ""
        pieces.append(f"{head}data: {shown}\n\n".encode())
    return Answer(pieces, headers={"content-type": "text/event-stream; charset=utf-8"})


def as_lines(lines: Sequence[Any]) -> Answer:
    pieces = [json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines]
    return Answer(pieces, headers={"content-type": "application/x-ndjson"})


class Speaks(Protocol):
    """A vendor's protocol."""

    key_header: str

    def answer(self, seen: Seen, say: Say) -> Answer:
        """What the vendor answers to a request when its model says something."""
        ...

    def error(self, status: int, code: str = "", message: str = "") -> Any:
        """The JSON of an error as the vendor writes it."""
        ...

    def error_under_200(self, seen: Seen) -> Answer:
        """An error that comes under a status that says there is none."""
        ...


class Exchange:
    """One request and the socket it came by."""

    def __init__(
        self, server: Server, seen: Seen, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.server, self.seen = server, seen
        self._reader, self._writer = reader, writer

    async def head(self, answer: Answer, *, length: int | None = None) -> None:
        """Send the head; without a length the body comes in chunks."""
        lines = [f"HTTP/1.1 {answer.status} Scripted"]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        lines.append(
            "transfer-encoding: chunked" if length is None else f"content-length: {length}"
        )
        await self.raw("\r\n".join([*lines, "", ""]).encode())

    async def chunk(self, data: bytes) -> None:
        await self.raw(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    async def raw(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def send(self, answer: Answer) -> None:
        """Send an answer as it should be."""
        if isinstance(answer.body, bytes):
            await self.head(answer, length=len(answer.body))
            await self.raw(answer.body)
            return
        await self.head(answer)
        for piece in answer.body:
            await self.chunk(piece)
        await self.raw(b"0\r\n\r\n")

    async def hang(self) -> None:
        """Say nothing more, until the client closes its socket."""
        while await self._reader.read(65_536):
            pass
        raise ConnectionResetError

    def drop(self) -> None:
        """Close the socket at once."""
        self._writer.transport.abort()
        raise ConnectionAbortedError


Fault = Callable[[Exchange, Answer], Awaitable[None]]
Step = Say | Fault
"""What happens to one request: what the model says, or how its answer goes wrong."""


class Server:
    """Answers on a free port of this machine.

    Args:
        protocol: What it speaks.
        script: A step for each request to the model; the last one stays.
    """

    def __init__(self, protocol: Speaks, *script: Step) -> None:
        self.protocol = protocol
        self.script: list[Step] = list(script) or [Say()]
        self.seen: list[Seen] = []
        self.connections = 0
        self.open = 0
        self.left = asyncio.Event()
        """Set when a client closes its socket before its answer is finished."""
        self.arrived = asyncio.Event()
        """Set when a request has come."""
        self._listening: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        assert self._listening is not None
        return f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}"

    @property
    def asked(self) -> list[Seen]:
        """The requests to the model."""
        return [seen for seen in self.seen if seen.method == "POST"]

    async def start(self) -> None:
        self._listening = await asyncio.start_server(self._connected, "127.0.0.1", 0)

    async def stop(self) -> None:
        assert self._listening is not None
        self._listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._listening.wait_closed()

    async def closed(self) -> None:
        """Wait until no socket is open."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        self.open += 1
        try:
            while await self._served(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            self.left.set()
        except asyncio.CancelledError:
            pass
        finally:
            self.open -= 1
            self._tasks.discard(task)
            writer.close()
            with suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _served(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        seen = await _read(reader)
        if seen is None:
            return False
        self.seen.append(seen)
        exchange = Exchange(self, seen, reader, writer)
        step: Step = Say()
        if seen.method == "POST" and not seen.path.endswith("/show"):
            step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        self.arrived.set()
        if isinstance(step, Say):
            await exchange.send(self.protocol.answer(seen, step))
        else:
            await step(exchange, self.protocol.answer(seen, Say()))
        return True


@asynccontextmanager
async def serving(protocol: Speaks, *script: Step) -> AsyncIterator[Server]:
    """A server while it is needed; none of its sockets outlives it."""
    server = Server(protocol, *script)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


@contextmanager
def served(protocol: Speaks, *script: Step) -> Iterator[Server]:
    """A server beside a test that does not await."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    server = Server(protocol, *script)
    try:
        asyncio.run_coroutine_threadsafe(server.start(), loop).result()
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _read(reader: asyncio.StreamReader) -> Seen | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    path, _, query = target.partition("?")
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return Seen(method, path, query, headers, _form(kind, body))
    return Seen(method, path, query, headers, json.loads(body) if body else None)


def _form(kind: str, body: bytes) -> dict[str, str]:
    """The fields of a form, a file's content among them."""
    message = BytesParser().parsebytes(f"content-type: {kind}\r\n\r\n".encode() + body)
    parts = message.get_payload()
    assert isinstance(parts, list)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_payload(
            decode=True
        ).decode()
        for part in parts
    }

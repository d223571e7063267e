"""The ways in which an answer goes wrong, whatever protocol it is in."""

from __future__ import annotations

import asyncio
import json
import zlib
from functools import cache
from typing import Any

from tests.servers.core import Answer, Exchange, Fault, as_json

MEGABYTE = 1024 * 1024


def delay(seconds: float) -> Fault:
    async def fault(exchange: Exchange, answer: Answer) -> None:
        await asyncio.sleep(seconds)
        await exchange.send(answer)

    return fault


def status(code: int, name: str = "", message: str = "", **headers: str) -> Fault:
    """An error as the vendor writes it, under its status."""

    async def fault(exchange: Exchange, answer: Answer) -> None:
        data = exchange.server.protocol.error(code, name, message)
        await exchange.send(as_json(data, code, **headers))

    return fault


def body(data: Any, code: int = 200, **headers: str) -> Fault:
    """An answer of the test's own."""

    async def fault(exchange: Exchange, answer: Answer) -> None:
        await exchange.send(as_json(data, code, **headers))

    return fault


def answered(answer: Answer) -> Fault:
    async def fault(exchange: Exchange, _: Answer) -> None:
        await exchange.send(answer)

    return fault


async def hang_before_headers(exchange: Exchange, answer: Answer) -> None:
    await exchange.hang()


async def hang_mid_stream(exchange: Exchange, answer: Answer) -> None:
    await _half(exchange, answer)
    await exchange.hang()


async def drop_before_headers(exchange: Exchange, answer: Answer) -> None:
    exchange.drop()


async def drop_mid_stream(exchange: Exchange, answer: Answer) -> None:
    await _half(exchange, answer)
    await asyncio.sleep(0.01)
    exchange.drop()


async def end_mid_stream(exchange: Exchange, answer: Answer) -> None:
    """The stream ends in good order, but before its last event; a body is cut in its middle."""
    pieces = list(answer.pieces)
    if answer.streamed:
        pieces = pieces[: max(1, len(pieces) // 2)]
    else:
        pieces = [pieces[0][: len(pieces[0]) // 2]]
    await exchange.send(Answer(pieces, answer.status, answer.headers))


async def error_under_200(exchange: Exchange, answer: Answer) -> None:
    await exchange.send(exchange.server.protocol.error_under_200(exchange.seen))


async def not_json(exchange: Exchange, answer: Answer) -> None:
    page = b"<html><body>Sign in to the network</body></html>"
    await exchange.send(Answer(page, headers={"content-type": "text/html"}))


async def huge(exchange: Exchange, answer: Answer) -> None:
    """100 MB in pieces, none of which says how many are to come."""
    await exchange.head(answer)
    for _ in range(100):
        await exchange.chunk(b" " * MEGABYTE)


async def huge_declared(exchange: Exchange, answer: Answer) -> None:
    await exchange.head(answer, length=100 * MEGABYTE)
    await exchange.hang()


async def gzip_bomb(exchange: Exchange, answer: Answer) -> None:
    """100 MB in 100 kB."""
    bomb = _bomb()
    packed = Answer(bomb, answer.status, {**answer.headers, "content-encoding": "gzip"})
    await exchange.send(packed)


async def gzipped(exchange: Exchange, answer: Answer) -> None:
    """A good answer, packed though nobody asked for it."""
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    packed = packer.compress(b"".join(answer.pieces)) + packer.flush()
    headers = {**answer.headers, "content-encoding": "gzip"}
    await exchange.send(Answer(packed, answer.status, headers))


async def slow_drip(exchange: Exchange, answer: Answer) -> None:
    """A byte at a time, each in good time, and never an end."""
    await exchange.head(answer)
    filler = b": \n" if "event-stream" in answer.headers.get("content-type", "") else b" "
    while True:
        await exchange.chunk(filler)
        await asyncio.sleep(0.01)


def redirect(to: str, code: int = 307) -> Fault:
    async def fault(exchange: Exchange, answer: Answer) -> None:
        await exchange.send(Answer(b"", code, {"location": to}))

    return fault


async def _half(exchange: Exchange, answer: Answer) -> None:
    await exchange.head(answer)
    pieces = answer.pieces
    if answer.streamed:
        for piece in pieces[: max(1, len(pieces) // 2)]:
            await exchange.chunk(piece)
    else:
        await exchange.chunk(pieces[0][: len(pieces[0]) // 2])


@cache
def _bomb() -> bytes:
    packer = zlib.compressobj(1, wbits=16 + zlib.MAX_WBITS)
    zeros = b" " * MEGABYTE
    return b"".join([packer.compress(zeros) for _ in range(100)]) + packer.flush()


def retry_info(seconds: str) -> Any:
    """The body of a Google 429, which says there how long to wait."""
    detail = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": seconds}
    told = {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "Quota", "details": [detail]}
    return json.loads(json.dumps({"error": told}))

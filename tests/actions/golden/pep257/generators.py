"""Generators: `countdown`, `average`, and 9 more."""

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator
from typing import Any


def countdown(start: int) -> Iterator[int]:
    """Count the down start."""
    while start:
        yield start
        start -= 1


def average() -> Generator[float, float, int]:
    """Yield the average."""
    total, count = 0.0, 0
    while True:
        sent = yield total / max(count, 1)
        if sent is None:
            break
        total += sent
        count += 1
    return count


def flatten(rows):
    """Flatten the rows."""
    for row in rows:
        yield from row


def echo():
    """Echo."""
    while (line := (yield)) is not None:
        print(line)


def pairs(items: list[str]) -> Iterable[tuple[str, str]]:
    """Yield the pairs."""
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


async def pages(client: Any, limit: int = 10) -> AsyncIterator[bytes]:
    """Yield the pages."""
    for number in range(limit):
        page = await client.get(number)
        if not page:
            return
        yield page


async def chat(room) -> AsyncGenerator[str, "Message | None"]:
    """Yield the chat."""
    reply = None
    async for line in room:
        reply = yield line if reply is None else reply.text


def bare(items) -> Generator:
    """Yield the bare."""
    yield sorted(items)


def empty() -> Iterator[str]:
    """Yield the empty."""
    return
    yield


def no_generator(count):
    """Return no generator."""
    return [n for n in range(count)], (lambda: (yield))


def delegating(source: Generator[int, str, bool]) -> Generator[int, str, bool]:
    """Return whether the source is a delegating."""
    result = yield from source
    return not result

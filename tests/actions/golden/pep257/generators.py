"""Generators: `countdown`, `average`, and 9 more."""

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator
from typing import Any


def countdown(start: int) -> Iterator[int]:
    """Count down the start.

    Takes `start` (the start, an integer). Yields an integer.
    """
    while start:
        yield start
        start -= 1


def average() -> Generator[float, float, int]:
    """Yield the average.

    Yields a float. Is sent a float.
    """
    total, count = 0.0, 0
    while True:
        sent = yield total / max(count, 1)
        if sent is None:
            break
        total += sent
        count += 1
    return count


def flatten(rows):
    """Flatten the rows.

    Takes `rows` (the rows to flatten). Yields the next value.
    """
    for row in rows:
        yield from row


def echo():
    """Echo.

    Yields None. Is sent the line.
    """
    while (line := (yield)) is not None:
        print(line)


def pairs(items: list[str]) -> Iterable[tuple[str, str]]:
    """Yield the pairs.

    Takes `items` (the items to iterate over). Yields the next pair.
    """
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


async def pages(client: Any, limit: int = 10) -> AsyncIterator[bytes]:
    """Yield the pages.

    Takes `client` (the client, any value) and `limit` (the limit, an integer; default
    10). Yields the next page.
    """
    for number in range(limit):
        page = await client.get(number)
        if not page:
            return
        yield page


async def chat(room) -> AsyncGenerator[str, "Message | None"]:
    """Yield the chat.

    Takes `room` (the room to iterate over). Yields a string. Is sent the reply.
    """
    reply = None
    async for line in room:
        reply = yield line if reply is None else reply.text


def bare(items) -> Generator:
    """Yield the bare.

    Takes `items` (the items to sort). Yields the next value.
    """
    yield sorted(items)


def empty() -> Iterator[str]:
    """Yield the results.

    Yields None.
    """
    return
    yield


def no_generator(count):
    """Return no generator.

    Takes `count` (the count).
    """
    return [n for n in range(count)], (lambda: (yield))


def delegating(source: Generator[int, str, bool]) -> Generator[int, str, bool]:
    """Yield the results.

    Takes `source` (the source to iterate over). Returns whether `result` is false.
    Yields an integer. Is sent a string.
    """
    result = yield from source
    return not result

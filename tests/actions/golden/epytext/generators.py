"""Generators: C{countdown}, C{average}, and 9 more."""

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator
from typing import Any


def countdown(start: int) -> Iterator[int]:
    """Count down the start.

    @param start: The start, an integer.
    @type start: int
    @yield: An integer.
    @ytype: int
    """
    while start:
        yield start
        start -= 1


def average() -> Generator[float, float, int]:
    """Yield the average.

    @return: The average.
    @rtype: int
    @yield: A float.
    @ytype: float
    @note: Is sent: A float.
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

    @param rows: The rows to flatten.
    @yield: The next value.
    """
    for row in rows:
        yield from row


def echo():
    """Echo.

    @yield: None.
    @note: Is sent: The line.
    """
    while (line := (yield)) is not None:
        print(line)


def pairs(items: list[str]) -> Iterable[tuple[str, str]]:
    """Yield the pairs.

    @param items: The items to iterate over.
    @type items: list[str]
    @yield: The next pair.
    @ytype: tuple[str, str]
    """
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


async def pages(client: Any, limit: int = 10) -> AsyncIterator[bytes]:
    """Yield the pages.

    @param client: The client, any value.
    @type client: Any
    @param limit: The limit, an integer. Defaults to C{10}.
    @type limit: int
    @yield: The next page.
    @ytype: bytes
    """
    for number in range(limit):
        page = await client.get(number)
        if not page:
            return
        yield page


async def chat(room) -> AsyncGenerator[str, "Message | None"]:
    """Yield the chat.

    @param room: The room to iterate over.
    @yield: A string.
    @ytype: str
    @note: Is sent: The reply.
    """
    reply = None
    async for line in room:
        reply = yield line if reply is None else reply.text


def bare(items) -> Generator:
    """Yield the bare.

    @param items: The items to sort.
    @yield: The next value.
    """
    yield sorted(items)


def empty() -> Iterator[str]:
    """Yield the results.

    @yield: None.
    @ytype: str
    """
    return
    yield


def no_generator(count):
    """Return no generator.

    @param count: The count.
    @return: No generator.
    @rtype: tuple
    """
    return [n for n in range(count)], (lambda: (yield))


def delegating(source: Generator[int, str, bool]) -> Generator[int, str, bool]:
    """Yield the results.

    @param source: The source to iterate over.
    @type source: Generator[int, str, bool]
    @return: Whether C{result} is false.
    @rtype: bool
    @yield: An integer.
    @ytype: int
    @note: Is sent: A string.
    """
    result = yield from source
    return not result

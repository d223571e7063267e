"""Generators: `countdown`, `average`, and 9 more."""

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator
from typing import Any


def countdown(start: int) -> Iterator[int]:
    """Count down the start.

    Args:
        start (int): The start, an integer.

    Yields:
        int: An integer.
    """
    while start:
        yield start
        start -= 1


def average() -> Generator[float, float, int]:
    """Yield the average.

    Returns:
        int: The average.

    Yields:
        float: A float.

    Receives:
        float: A float.
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

    Args:
        rows: The rows to flatten.

    Yields:
        The next value.
    """
    for row in rows:
        yield from row


def echo():
    """Echo.

    Yields:
        None.

    Receives:
        The line.
    """
    while (line := (yield)) is not None:
        print(line)


def pairs(items: list[str]) -> Iterable[tuple[str, str]]:
    """Yield the pairs.

    Args:
        items (list[str]): The items to iterate over.

    Yields:
        tuple[str, str]: The next pair.
    """
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


async def pages(client: Any, limit: int = 10) -> AsyncIterator[bytes]:
    """Yield the pages.

    Args:
        client (Any): The client, any value.
        limit (int, optional): The limit, an integer. Defaults to 10.

    Yields:
        bytes: The next page.
    """
    for number in range(limit):
        page = await client.get(number)
        if not page:
            return
        yield page


async def chat(room) -> AsyncGenerator[str, "Message | None"]:
    """Yield the chat.

    Args:
        room: The room to iterate over.

    Yields:
        str: A string.

    Receives:
        Message | None: The reply.
    """
    reply = None
    async for line in room:
        reply = yield line if reply is None else reply.text


def bare(items) -> Generator:
    """Yield the bare.

    Args:
        items: The items to sort.

    Yields:
        The next value.
    """
    yield sorted(items)


def empty() -> Iterator[str]:
    """Yield the results.

    Yields:
        str: None.
    """
    return
    yield


def no_generator(count):
    """Return no generator.

    Args:
        count: The count.

    Returns:
        tuple: No generator.
    """
    return [n for n in range(count)], (lambda: (yield))


def delegating(source: Generator[int, str, bool]) -> Generator[int, str, bool]:
    """Yield the results.

    Args:
        source (Generator[int, str, bool]): The source to iterate over.

    Returns:
        bool: Whether `result` is false.

    Yields:
        int: An integer.

    Receives:
        str: A string.
    """
    result = yield from source
    return not result

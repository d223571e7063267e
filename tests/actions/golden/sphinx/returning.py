"""Returning: ``Builder``, ``log``, and 12 more."""

import sys
from collections.abc import Coroutine
from typing import Any, Never, NoReturn, Self


def log(text):
    """Log the text.

    :param text: The text to log.
    """
    print(text)


def log_unless(text, quiet):
    """Log the unless text.

    :param text: The text to print.
    :param quiet: Whether to say less.
    """
    if quiet:
        return
    print(text)
    return None


def log_annotated(text) -> None:
    """Log the annotated text.

    :param text: The text to print.
    """
    return print(text)


def find(items, wanted):
    """Find the items.

    :param items: The items to find.
    :param wanted: The value of ``wanted``.
    :returns: The item, or None.
    """
    for item in items:
        if item == wanted:
            return item


def sign(number):
    """Sign the number.

    :param number: The number to sign.
    :returns: The result of signing the number.
    :rtype: int
    """
    if number < 0:
        return -1
    elif number > 0:
        return 1
    return 0


def is_even(number):
    """Return whether the number is even.

    :param number: The number.
    :returns: Whether the number is even.
    :rtype: bool
    """
    return number % 2 == 0


def label(size):
    """Return the label.

    :param size: The size.
    :returns: The label, or None.
    :rtype: str
    """
    return "large" if size > 10 else None


def fail(text: str) -> NoReturn:
    """Fail with the text.

    :param text: The text to fail with.
    :type text: str
    """
    sys.exit(text)


def stop(code) -> Never:
    """Stop the code.

    :param code: The code.
    :raises SystemExit: Always.
    """
    raise SystemExit(code)


def crash(reason):
    """Call ``RuntimeError``.

    :param reason: The reason.
    :raises RuntimeError: If ``reason`` is true or if ``reason`` is false.
    """
    if reason:
        raise RuntimeError(reason)
    else:
        raise RuntimeError("no reason given")


def forever(queue):
    """Call ``queue.get``.

    :param queue: The queue.
    """
    while True:
        queue.get()()


class Builder:
    """A builder that offers ``add``, ``clear``, and 2 more methods."""

    def add(self, part) -> Self:
        """Add a part.

        :param part: The part to add.
        :returns: The instance itself.
        :rtype: Self
        """
        self.parts.append(part)
        return self

    def clear(self):
        """Clear the builder.

        :returns: The instance itself.
        """
        self.parts.clear()
        return self

    def __enter__(self):
        """Enter the context.

        :returns: The instance itself.
        """
        return self

    async def fetch(self, url: str) -> bytes:
        """Fetch the URL.

        :param url: The URL to fetch.
        :type url: str
        :returns: The result of fetching the URL.
        :rtype: bytes
        """
        return await self.client.get(url)

    def fetch_later(self, url: str) -> Coroutine[Any, Any, bytes]:
        """Fetch later.

        :param url: The URL, passed to ``self.fetch``.
        :type url: str
        :returns: The result of fetching later.
        :rtype: Coroutine[Any, Any, bytes]
        """
        return self.fetch(url)


async def wait(seconds: float = 1.0) -> None:
    """Wait.

    :param seconds: The seconds, passed to ``sleep``. Defaults to ``1.0``.
    :type seconds: float
    """
    await sleep(seconds)


def long(values):
    """Return the result of ``long``.

    :param values: The values to iterate over.
    :returns: A list.
    :rtype: list
    """
    return [value for value in values if value.is_active and value.is_visible and value.is_ready and value.owner is not None]

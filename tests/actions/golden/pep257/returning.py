"""Returning: `Builder`, `log`, and 12 more."""

import sys
from collections.abc import Coroutine
from typing import Any, Never, NoReturn, Self


def log(text):
    """Log the text.

    Takes `text` (the text to log).
    """
    print(text)


def log_unless(text, quiet):
    """Log the unless text.

    Takes `text` (the text to print) and `quiet` (whether to say less).
    """
    if quiet:
        return
    print(text)
    return None


def log_annotated(text) -> None:
    """Log the annotated text.

    Takes `text` (the text to print).
    """
    return print(text)


def find(items, wanted):
    """Find the items.

    Takes `items` (the items to find) and `wanted` (the value of `wanted`). Returns the
    item, or None.
    """
    for item in items:
        if item == wanted:
            return item


def sign(number):
    """Sign the number.

    Takes `number` (the number to sign). Returns the result of signing the number.
    """
    if number < 0:
        return -1
    elif number > 0:
        return 1
    return 0


def is_even(number):
    """Return whether the number is even.

    Takes `number` (the number).
    """
    return number % 2 == 0


def label(size):
    """Return the label.

    Takes `size` (the size). Returns the label, or None.
    """
    return "large" if size > 10 else None


def fail(text: str) -> NoReturn:
    """Fail with the text.

    Takes `text` (the text to fail with).
    """
    sys.exit(text)


def stop(code) -> Never:
    """Stop the code.

    Takes `code` (the code). Raises `SystemExit` always.
    """
    raise SystemExit(code)


def crash(reason):
    """Call `RuntimeError`.

    Takes `reason` (the reason). Raises `RuntimeError` if `reason` is true or if
    `reason` is false.
    """
    if reason:
        raise RuntimeError(reason)
    else:
        raise RuntimeError("no reason given")


def forever(queue):
    """Call `queue.get`.

    Takes `queue` (the queue).
    """
    while True:
        queue.get()()


class Builder:
    """A builder that offers `add`, `clear`, and 2 more methods."""

    def add(self, part) -> Self:
        """Add a part.

        Takes `part` (the part to add). Returns the instance itself.
        """
        self.parts.append(part)
        return self

    def clear(self):
        """Clear the builder.

        Returns the instance itself.
        """
        self.parts.clear()
        return self

    def __enter__(self):
        """Enter the context.

        Returns the instance itself.
        """
        return self

    async def fetch(self, url: str) -> bytes:
        """Fetch the URL.

        Takes `url` (the URL to fetch). Returns the result of fetching the URL.
        """
        return await self.client.get(url)

    def fetch_later(self, url: str) -> Coroutine[Any, Any, bytes]:
        """Fetch later.

        Takes `url` (the URL, passed to `self.fetch`). Returns the result of fetching
        later.
        """
        return self.fetch(url)


async def wait(seconds: float = 1.0) -> None:
    """Wait.

    Takes `seconds` (the seconds, passed to `sleep`; default 1.0).
    """
    await sleep(seconds)


def long(values):
    """Return the result of `long`.

    Takes `values` (the values to iterate over). Returns a list.
    """
    return [value for value in values if value.is_active and value.is_visible and value.is_ready and value.owner is not None]

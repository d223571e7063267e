"""Returning: `Builder`, `log`, and 12 more."""

import sys
from collections.abc import Coroutine
from typing import Any, Never, NoReturn, Self


def log(text):
    """Log the text."""
    print(text)


def log_unless(text, quiet):
    """Log the unless text."""
    if quiet:
        return
    print(text)
    return None


def log_annotated(text) -> None:
    """Log the annotated text."""
    return print(text)


def find(items, wanted):
    """Find the items."""
    for item in items:
        if item == wanted:
            return item


def sign(number):
    """Sign the number."""
    if number < 0:
        return -1
    elif number > 0:
        return 1
    return 0


def is_even(number):
    """Return whether the number is even."""
    return number % 2 == 0


def label(size):
    """Return the label."""
    return "large" if size > 10 else None


def fail(text: str) -> NoReturn:
    """Fail with the text."""
    sys.exit(text)


def stop(code) -> Never:
    """Stop the code.

    Raises `SystemExit`.
    """
    raise SystemExit(code)


def crash(reason):
    """Call `RuntimeError`.

    Raises `RuntimeError` if `reason` is true or if `reason` is false.
    """
    if reason:
        raise RuntimeError(reason)
    else:
        raise RuntimeError("no reason given")


def forever(queue):
    """Call `queue.get`."""
    while True:
        queue.get()()


class Builder:
    """A builder that offers `add`, `clear`, and 2 more methods."""

    def add(self, part) -> Self:
        """Add a part."""
        self.parts.append(part)
        return self

    def clear(self):
        """Clear the builder."""
        self.parts.clear()
        return self

    def __enter__(self):
        """Enter the context."""
        return self

    async def fetch(self, url: str) -> bytes:
        """Fetch the URL."""
        return await self.client.get(url)

    def fetch_later(self, url: str) -> Coroutine[Any, Any, bytes]:
        """Fetch later."""
        return self.fetch(url)


async def wait(seconds: float = 1.0) -> None:
    """Wait."""
    await sleep(seconds)


def long(values):
    """Return the long values."""
    return [value for value in values if value.is_active and value.is_visible and value.is_ready and value.owner is not None]

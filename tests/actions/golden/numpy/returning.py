"""Returning: `Builder`, `log`, and 12 more."""

import sys
from collections.abc import Coroutine
from typing import Any, Never, NoReturn, Self


def log(text):
    """Log the text.

    Parameters
    ----------
    text : Any
        The text to log.
    """
    print(text)


def log_unless(text, quiet):
    """Log the unless text.

    Parameters
    ----------
    text : Any
        The text to print.
    quiet : Any
        Whether to say less.
    """
    if quiet:
        return
    print(text)
    return None


def log_annotated(text) -> None:
    """Log the annotated text.

    Parameters
    ----------
    text : Any
        The text to print.
    """
    return print(text)


def find(items, wanted):
    """Find the items.

    Parameters
    ----------
    items : Any
        The items to find.
    wanted : Any
        The value of `wanted`.

    Returns
    -------
    Any
        The item, or None.
    """
    for item in items:
        if item == wanted:
            return item


def sign(number):
    """Sign the number.

    Parameters
    ----------
    number : Any
        The number to sign.

    Returns
    -------
    int
        The result of signing the number.
    """
    if number < 0:
        return -1
    elif number > 0:
        return 1
    return 0


def is_even(number):
    """Return whether the number is even.

    Parameters
    ----------
    number : Any
        The number.

    Returns
    -------
    bool
        Whether the number is even.
    """
    return number % 2 == 0


def label(size):
    """Return the label.

    Parameters
    ----------
    size : Any
        The size.

    Returns
    -------
    str
        The label, or None.
    """
    return "large" if size > 10 else None


def fail(text: str) -> NoReturn:
    """Fail with the text.

    Parameters
    ----------
    text : str
        The text to fail with.
    """
    sys.exit(text)


def stop(code) -> Never:
    """Stop the code.

    Parameters
    ----------
    code : Any
        The code.

    Raises
    ------
    SystemExit
        Always.
    """
    raise SystemExit(code)


def crash(reason):
    """Call `RuntimeError`.

    Parameters
    ----------
    reason : Any
        The reason.

    Raises
    ------
    RuntimeError
        If `reason` is true or if `reason` is false.
    """
    if reason:
        raise RuntimeError(reason)
    else:
        raise RuntimeError("no reason given")


def forever(queue):
    """Call `queue.get`.

    Parameters
    ----------
    queue : Any
        The queue.
    """
    while True:
        queue.get()()


class Builder:
    """A builder that offers `add`, `clear`, and 2 more methods."""

    def add(self, part) -> Self:
        """Add a part.

        Parameters
        ----------
        part : Any
            The part to add.

        Returns
        -------
        Self
            The instance itself.
        """
        self.parts.append(part)
        return self

    def clear(self):
        """Clear the builder.

        Returns
        -------
        Any
            The instance itself.
        """
        self.parts.clear()
        return self

    def __enter__(self):
        """Enter the context.

        Returns
        -------
        Any
            The instance itself.
        """
        return self

    async def fetch(self, url: str) -> bytes:
        """Fetch the URL.

        Parameters
        ----------
        url : str
            The URL to fetch.

        Returns
        -------
        bytes
            The result of fetching the URL.
        """
        return await self.client.get(url)

    def fetch_later(self, url: str) -> Coroutine[Any, Any, bytes]:
        """Fetch later.

        Parameters
        ----------
        url : str
            The URL, passed to `self.fetch`.

        Returns
        -------
        Coroutine[Any, Any, bytes]
            The result of fetching later.
        """
        return self.fetch(url)


async def wait(seconds: float = 1.0) -> None:
    """Wait.

    Parameters
    ----------
    seconds : float, default=1.0
        The seconds, passed to `sleep`.
    """
    await sleep(seconds)


def long(values):
    """Return the result of `long`.

    Parameters
    ----------
    values : Any
        The values to iterate over.

    Returns
    -------
    list
        A list.
    """
    return [value for value in values if value.is_active and value.is_visible and value.is_ready and value.owner is not None]

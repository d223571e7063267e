"""The class `Parser` and the functions `parse`, `parsing`, and `fetch`.

Attributes
----------
VERSION : str
    The version, a string.
DEBUG : bool
    Whether debugging is on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import overload

VERSION: str
DEBUG: bool = ...

class Parser:
    """A parser made from `text`.

    Parameters
    ----------
    text : str
        The text of the parser.
    strict : bool, optional
        Whether the parser is strict.

    Attributes
    ----------
    strict : bool
        Whether the parser is strict.
    """

    strict: bool
    def __init__(self, text: str, *, strict: bool = ...) -> None: ...
    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: str) -> str: ...
    def __iter__(self) -> Iterator[str]:
        """Return an iterator over the items.

        Returns
        -------
        Iterator[str]
            An iterator over the items.
        """
        ...
    @property
    def line(self) -> int:
        """The line of the parser."""
        ...

def parse(text: str, flags: int = 0) -> Parser:
    """Parse the text.

    Parameters
    ----------
    text : str
        The text to parse.
    flags : int, default=0
        The flags, an integer.

    Returns
    -------
    Parser
        A `Parser`.
    """
    ...
@contextmanager
def parsing(text: str) -> Iterator[Parser]:
    """Run a `with` block under `parsing`.

    Parameters
    ----------
    text : str
        The text, a string.

    Yields
    ------
    Parser
        Nothing; the `with` block runs meanwhile.
    """
    ...
async def fetch(url: str) -> bytes:
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
    ...

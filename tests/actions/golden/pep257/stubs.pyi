"""The class `Parser` and the functions `parse`, `parsing`, and `fetch`.

Defines `VERSION` (the version, a string) and `DEBUG` (whether debugging is on).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import overload

VERSION: str
DEBUG: bool = ...

class Parser:
    """A parser made from `text`.

    Takes `text` (the text of the parser) and `strict` (whether the parser is strict;
    optional). Has `strict` (whether the parser is strict).
    """

    strict: bool
    def __init__(self, text: str, *, strict: bool = ...) -> None: ...
    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: str) -> str: ...
    def __iter__(self) -> Iterator[str]:
        """Return an iterator over the items."""
        ...
    @property
    def line(self) -> int:
        """The line of the parser."""
        ...

def parse(text: str, flags: int = 0) -> Parser:
    """Parse the text.

    Takes `text` (the text to parse) and `flags` (the flags, an integer; default 0).
    Returns a `Parser`.
    """
    ...
@contextmanager
def parsing(text: str) -> Iterator[Parser]:
    """Run a `with` block under `parsing`.

    Takes `text` (the text, a string). Yields nothing; the `with` block runs meanwhile.
    """
    ...
async def fetch(url: str) -> bytes:
    """Fetch the URL.

    Takes `url` (the URL to fetch). Returns the result of fetching the URL.
    """
    ...

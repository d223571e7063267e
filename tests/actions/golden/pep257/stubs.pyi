"""The class `Parser` and the functions `parse`, `parsing`, and `fetch`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import overload

VERSION: str
DEBUG: bool = ...

class Parser:
    """A parser made from `text`."""

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
    """Parse the text."""
    ...
@contextmanager
def parsing(text: str) -> Iterator[Parser]:
    """Provide the parsing for the duration of a `with` block."""
    ...
async def fetch(url: str) -> bytes:
    """Fetch the URL."""
    ...

"""The class C{Parser} and the functions C{parse}, C{parsing}, and C{fetch}.

@var VERSION: The version, a string.
@type VERSION: str
@var DEBUG: Whether debugging is on.
@type DEBUG: bool
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import overload

VERSION: str
DEBUG: bool = ...

class Parser:
    """A parser made from C{text}.

    @param text: The text of the parser.
    @type text: str
    @param strict: Whether the parser is strict.
    @type strict: bool
    @ivar strict: Whether the parser is strict.
    @type strict: bool
    """

    strict: bool
    def __init__(self, text: str, *, strict: bool = ...) -> None: ...
    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: str) -> str: ...
    def __iter__(self) -> Iterator[str]:
        """Return an iterator over the items.

        @return: An iterator over the items.
        @rtype: Iterator[str]
        """
        ...
    @property
    def line(self) -> int:
        """The line of the parser."""
        ...

def parse(text: str, flags: int = 0) -> Parser:
    """Parse the text.

    @param text: The text to parse.
    @type text: str
    @param flags: The flags, an integer. Defaults to C{0}.
    @type flags: int
    @return: A C{Parser}.
    @rtype: Parser
    """
    ...
@contextmanager
def parsing(text: str) -> Iterator[Parser]:
    """Run a C{with} block under C{parsing}.

    @param text: The text, a string.
    @type text: str
    @yield: Nothing; the C{with} block runs meanwhile.
    @ytype: Parser
    """
    ...
async def fetch(url: str) -> bytes:
    """Fetch the URL.

    @param url: The URL to fetch.
    @type url: str
    @return: The result of fetching the URL.
    @rtype: bytes
    """
    ...

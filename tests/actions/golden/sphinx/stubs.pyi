"""The class ``Parser`` and the functions ``parse``, ``parsing``, and ``fetch``.

:var VERSION: The version, a string.
:vartype VERSION: str
:var DEBUG: Whether debugging is on.
:vartype DEBUG: bool
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import overload

VERSION: str
DEBUG: bool = ...

class Parser:
    """A parser made from ``text``.

    :param text: The text of the parser.
    :type text: str
    :param strict: Whether the parser is strict.
    :type strict: bool
    :ivar strict: Whether the parser is strict.
    :vartype strict: bool
    """

    strict: bool
    def __init__(self, text: str, *, strict: bool = ...) -> None: ...
    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: str) -> str: ...
    def __iter__(self) -> Iterator[str]:
        """Return an iterator over the items.

        :returns: An iterator over the items.
        :rtype: Iterator[str]
        """
        ...
    @property
    def line(self) -> int:
        """The line of the parser."""
        ...

def parse(text: str, flags: int = 0) -> Parser:
    """Parse the text.

    :param text: The text to parse.
    :type text: str
    :param flags: The flags, an integer. Defaults to ``0``.
    :type flags: int
    :returns: A ``Parser``.
    :rtype: Parser
    """
    ...
@contextmanager
def parsing(text: str) -> Iterator[Parser]:
    """Run a ``with`` block under ``parsing``.

    :param text: The text, a string.
    :type text: str
    :yields: Nothing; the ``with`` block runs meanwhile.
    :ytype: Parser
    """
    ...
async def fetch(url: str) -> bytes:
    """Fetch the URL.

    :param url: The URL to fetch.
    :type url: str
    :returns: The result of fetching the URL.
    :rtype: bytes
    """
    ...

"""Conditional: C{Reader}, C{Waiting}, and 3 more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        """A reader that offers C{read}."""

        def read(self) -> str:
            """Read for the reader.

            @return: A string.
            @rtype: str
            """
            ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        """Return the dumps.

        @param value: The value, passed to C{json.dumps}.
        @return: The dumps.
        """
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        """Return the dumps.

        @param value: The value, passed to C{json.dumps}.
        @param indent: The value of C{indent}, passed to C{json.dumps}. Defaults to
            C{2}.
        @type indent: int
        @return: The dumps.
        """
        return json.dumps(value, indent)

with lock:
    def locked():
        """Return the result of C{locked}.

        @return: Always True.
        @rtype: bool
        """
        return True

for name in ("left", "right"):
    def handler(name=name):
        """Return the result of C{handler}.

        @param name: The name. Defaults to C{name}.
        @return: The name.
        """
        return name

while not ready():
    class Waiting:
        """A waiting.

        @cvar step: The step, 1 by default.
        @type step: int
        """

        step = 1

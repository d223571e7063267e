"""Conditional: `Reader`, `Waiting`, and 3 more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        """A reader that offers `read`."""

        def read(self) -> str:
            """Read for the reader.

            Returns:
                str: A string.
            """
            ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        """Return the dumps.

        Args:
            value: The value, passed to `json.dumps`.

        Returns:
            The dumps.
        """
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        """Return the dumps.

        Args:
            value: The value, passed to `json.dumps`.
            indent (int, optional): The value of `indent`, passed to `json.dumps`.
                Defaults to 2.

        Returns:
            The dumps.
        """
        return json.dumps(value, indent)

with lock:
    def locked():
        """Return the result of `locked`.

        Returns:
            bool: Always True.
        """
        return True

for name in ("left", "right"):
    def handler(name=name):
        """Return the result of `handler`.

        Args:
            name: The name. Defaults to name.

        Returns:
            The name.
        """
        return name

while not ready():
    class Waiting:
        """A waiting.

        Attributes:
            step (int): The step, 1 by default.
        """

        step = 1

"""Conditional: ``Reader``, ``Waiting``, and 3 more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        """A reader that offers ``read``."""

        def read(self) -> str:
            """Read for the reader.

            :returns: A string.
            :rtype: str
            """
            ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        """Return the dumps.

        :param value: The value, passed to ``json.dumps``.
        :returns: The dumps.
        """
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        """Return the dumps.

        :param value: The value, passed to ``json.dumps``.
        :param indent: The value of ``indent``, passed to ``json.dumps``. Defaults to
            ``2``.
        :type indent: int
        :returns: The dumps.
        """
        return json.dumps(value, indent)

with lock:
    def locked():
        """Return the result of ``locked``.

        :returns: Always True.
        :rtype: bool
        """
        return True

for name in ("left", "right"):
    def handler(name=name):
        """Return the result of ``handler``.

        :param name: The name. Defaults to ``name``.
        :returns: The name.
        """
        return name

while not ready():
    class Waiting:
        """A waiting.

        :cvar step: The step, 1 by default.
        :vartype step: int
        """

        step = 1

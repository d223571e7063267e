"""Conditional: `Reader`, `Waiting`, and 3 more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        """A reader that offers `read`."""

        def read(self) -> str:
            """Read for the reader.

            Returns a string.
            """
            ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        """Return the dumps.

        Takes `value` (the value, passed to `json.dumps`).
        """
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        """Return the dumps.

        Takes `value` (the value, passed to `json.dumps`) and `indent` (the value of
        `indent`, passed to `json.dumps`; default 2).
        """
        return json.dumps(value, indent)

with lock:
    def locked():
        """Return the result of `locked`.

        Always returns True.
        """
        return True

for name in ("left", "right"):
    def handler(name=name):
        """Return the result of `handler`.

        Takes `name` (the name; default name). Returns the name.
        """
        return name

while not ready():
    class Waiting:
        """A waiting.

        Has `step` (the step, 1 by default).
        """

        step = 1

"""Conditional: `Reader`, `Waiting`, and 3 more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        """A reader that offers `read`."""

        def read(self) -> str:
            """Read for the reader."""
            ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        """Return the dumps."""
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        """Return the dumps."""
        return json.dumps(value, indent)

with lock:
    def locked():
        """Check the locked."""
        return True

for name in ("left", "right"):
    def handler(name=name):
        """Return the handler."""
        return name

while not ready():
    class Waiting:
        """A waiting."""

        step = 1

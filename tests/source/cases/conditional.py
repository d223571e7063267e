"""Definitions that stand under a condition."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    class Reader:
        def read(self) -> str: ...

try:
    import fastjson as json
except ImportError:
    import json

    def dumps(value):
        return json.dumps(value)
else:
    def dumps(value, *, indent=2):
        return json.dumps(value, indent)

with lock:
    def locked():
        return True

for name in ("left", "right"):
    def handler(name=name):
        return name

while not ready():
    class Waiting:
        step = 1

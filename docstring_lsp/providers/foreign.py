"""JSON that somebody else wrote: a value of any shape in, one of the wanted type out.

A server may answer anything; what it left out or wrote as another type is as good as missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def at(data: Any, *path: str | int) -> Any:
    """Return what stands at a path of keys and indices, or None."""
    for step in path:
        if isinstance(step, str) and isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and -len(data) <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def text(data: Any, *path: str | int) -> str:
    """Return the text at a path, or an empty one."""
    found = at(data, *path)
    return found if isinstance(found, str) else ""


def count(data: Any, *path: str | int) -> int:
    """Return the number of things at a path, or 0."""
    found = at(data, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0


def items(data: Any, *path: str | int) -> Iterator[Mapping[str, Any]]:
    """Give the objects of the list at a path."""
    found = at(data, *path)
    if isinstance(found, list):
        yield from (item for item in found if isinstance(item, Mapping))


def mapping(data: Any, *path: str | int) -> Mapping[str, Any]:
    """Return the object at a path, or an empty one."""
    found = at(data, *path)
    return found if isinstance(found, Mapping) else {}

"""What was read of definitions before, so that one that did not change is not read again.

For who checks one text over and over, as an editor does: of a definition that is written as it
was, facts and tree cost a hash. Holds the latest only, and none for a single run.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from docstring_lsp.source.definition import Definition

_MOST = 8192

Read = TypeVar("Read")


class Recollection:
    """The latest readings, by what they were made from."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, key: bytes, read: Callable[[], Read]) -> Read:
        """Return what was read under a key before, or read it.

        Args:
            key: A digest of all that the reading depends on.
            read: Reads it.
        """
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                known: Read = self._known[key]
                return known
        found = read()
        with self._lock:
            self._known[key] = found
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        return found


def facts_key(text: str, definition: Definition, *, stub: bool) -> bytes | None:
    """Return a digest of what a definition's facts depend on; None where that is the whole text.

    That is its own text and the headers around it; a decorator that is called a property takes
    its meaning from the imports.
    """
    names = definition.decorator_names
    if definition.kind == "module" or any(
        name != "property" and name.lower().endswith("property") for name in names
    ):
        return None
    around = "\0".join(
        part
        for scope in definition.scopes
        for part in (scope.kind, scope.name, scope.header.of(text), *scope.decorators)
    )
    told = f"facts\0{stub}\0{definition.qualname}\0{around}\0{definition.span.of(text)}"
    return _digest(told)


def tree_key(content: str, favoured: str) -> bytes:
    """Return a digest of what a docstring's tree depends on: its text, and the style favoured."""
    return _digest(f"tree\0{favoured}\0{content}")


def _digest(told: str) -> bytes:
    from hashlib import blake2b

    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()

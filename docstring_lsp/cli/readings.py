"""What was read of the definitions of one file before, kept in the user's cache folder.

A definition that is written as it was, under headers that are as they were, is not read again:
it costs a digest. A file of ours a file of theirs, so that each process keeps its own; one that
is broken, or of another state of this program, is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from docstring_lsp import places
from docstring_lsp.checks.recollection import Recollection

Read = TypeVar("Read")

_DIGEST = 40
_MOST = 100
"""Files of ours that one of the 256 folders keeps; of more, the oldest half goes."""


class Readings(Recollection):
    """The readings of one file's definitions.

    Args:
        path: The file.
        program: What tells this program's code from any other state of it.
    """

    def __init__(self, path: Path, program: bytes) -> None:
        super().__init__()
        name = blake2b(os.fsencode(path.absolute()), digest_size=16).hexdigest()
        self._path = Path(places.cache(), "facts", name[:2], name)
        self._program = blake2b(program, digest_size=12).hexdigest()
        self._kept: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}
        self._is_new = False

    def of(self, key: bytes, read: Callable[[], Read]) -> Read:
        """Return what was read under a key before, or read it."""
        return super().of(key, lambda: self._facts(key.hex(), read))

    def save(self) -> None:
        """Keep what was read; where that cannot be, nothing is lost but time."""
        if not self._is_new:
            return
        told = {"program": self._program, "facts": self._used}
        data = json.dumps(told, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self._path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(_digest(data) + data)
            beside.replace(self._path)
            _thin_out(self._path.parent)

    def _facts(self, key: str, read: Callable[[], Read]) -> Read:
        from docstring_lsp.source.stored import restored, stored

        if self._kept is None:
            self._kept = self._read()
        if key in self._kept:
            with suppress(ValueError):
                known: Any = restored(self._kept[key])
                self._used[key] = self._kept[key]
                return known  # type: ignore[no-any-return]  # the key tells what it is of
        found = read()
        from docstring_lsp.source.facts import ClassFacts, FunctionFacts

        if isinstance(found, (FunctionFacts, ClassFacts)):
            self._used[key] = stored(found)
            self._is_new = True
        return found

    def _read(self) -> dict[str, Any]:
        with suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
            data = self._path.read_bytes()
            if data[:_DIGEST] == _digest(data[_DIGEST:]):
                told = json.loads(data[_DIGEST:])
                if told["program"] == self._program:
                    facts: dict[str, Any] = told["facts"]
                    return facts
        return {}


def _thin_out(folder: Path) -> None:
    kept = list(folder.iterdir())
    if len(kept) > _MOST:
        for path in sorted(kept, key=lambda each: each.stat().st_mtime)[: _MOST // 2]:
            path.unlink()


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST // 2).hexdigest().encode()

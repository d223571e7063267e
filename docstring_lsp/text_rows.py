"""The library below the cache, held to texts: what a row says of itself is never followed.

Takes and gives texts that stand in the database, knows neither pickles nor files. Imports the
library; only `docstring_lsp.cache` imports this, at its first use.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from diskcache import DEFAULT_SETTINGS, Cache, Disk

LONGEST = 1024 * 1024
"""Characters of one text; an answer has a few thousand."""

_TEXT_MODE = 1
"""What the library calls a value that is as the database has it."""

_LOOK_UP = """
SELECT value FROM Cache
WHERE key = ? AND raw = 1 AND mode = ? AND filename IS NULL
AND (expire_time IS NULL OR expire_time > ?)
"""


def settings(size_limit: int) -> dict[str, Any]:
    """Return what the library is told, and keeps in the database.

    Args:
        size_limit: The bytes it may take.
    """
    return {
        **DEFAULT_SETTINGS,
        "size_limit": size_limit,
        "disk_min_file_size": LONGEST * 8,
        "disk_pickle_protocol": 0,
    }


class TextRows(Cache):  # type: ignore[misc]
    """Texts under keys.

    Args:
        folder: Where the database is.
        size_limit: The bytes it may take.
        patience: The seconds that another process is waited for.
    """

    def __init__(self, folder: Path, size_limit: int, patience: float) -> None:
        super().__init__(str(folder), timeout=patience, disk=_TextDisk, **settings(size_limit))

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None.

        The library's own look-up asks for six columns, and takes a third longer.
        """
        for (value,) in self._sql(_LOOK_UP, (key, _TEXT_MODE, time.time())):
            if type(value) is str and len(value) <= LONGEST:
                return value
        return None


class _TextDisk(Disk):  # type: ignore[misc]
    """Texts in the database, and nothing else."""

    def __init__(self, directory: str, **_: Any) -> None:
        super().__init__(directory, min_file_size=LONGEST * 8)

    def put(self, key: Any) -> tuple[str, bool]:
        if type(key) is not str:
            raise TypeError("a key is a text")
        return key, True

    def get(self, key: Any, raw: Any) -> str:
        if type(key) is not str or not raw:
            raise OSError("a key that is no text")
        return key

    def store(self, value: Any, read: bool, key: Any = None) -> tuple[int, int, None, str]:
        del key
        if type(value) is not str or read:
            raise TypeError("a value is a text")
        return len(value), _TEXT_MODE, None, value

    def fetch(self, *_: Any) -> str:
        """Fetch nothing: texts are looked up by `TextRows.get`, which follows no row."""
        raise OSError("a row that is not looked up as a text")

    def remove(self, file_path: Any) -> None:
        """Remove nothing: no row of ours has a file."""

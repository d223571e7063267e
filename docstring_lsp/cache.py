"""The cache: texts under keys, for a time, in the user's cache folder; shared by processes.

Takes and gives texts, and trusts nothing of what it reads: the library below would unpickle a row
that says so (CVE-2025-69872), read or delete the file a row names, and run what its table of
settings holds. Here a row is a text (`docstring_lsp.text_rows`) and anything else is a miss; a
database that is not as it was made is thrown away. No failure of a cache is one of its user's:
it is then empty. Knows nothing of what the texts mean.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docstring_lsp import log

if TYPE_CHECKING:
    from docstring_lsp.text_rows import TextRows

logger = log.get("cache")

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes; the least recently stored go first."""

_PATIENCE = 1.0
"""Seconds that another process is waited for which writes at the same time."""

_DATABASE = "cache.db"
_FILES = (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", f"{_DATABASE}-journal")
_COUNTERS = frozenset({"count", "size", "hits", "misses"})
_OBJECTS = frozenset(
    {
        ("table", "Cache"),
        ("table", "Settings"),
        ("index", "sqlite_autoindex_Settings_1"),
        ("index", "Cache_key_raw"),
        ("index", "Cache_expire_time"),
        ("index", "Cache_store_time"),
        ("trigger", "Settings_count_insert"),
        ("trigger", "Settings_count_delete"),
        ("trigger", "Settings_size_insert"),
        ("trigger", "Settings_size_update"),
        ("trigger", "Settings_size_delete"),
    }
)


class Cache:
    """Texts under keys. It is opened at the first use.

    Args:
        folder: Where it is kept; in the user's cache folder if None, never in a workspace.
        size_limit: The bytes it may take.
    """

    def __init__(self, folder: Path | None = None, *, size_limit: int = SIZE_LIMIT) -> None:
        self.folder = default_folder() if folder is None else folder
        self._size_limit = size_limit
        self._library: TextRows | None = None
        self._given_up = False

    def get(self, key: str) -> str | None:
        """Return the text under a key, or None."""
        library = self._opened() if self._library is None else self._library
        if library is None:
            return None
        try:
            found: str | None = library.get(key)
        except _failures() as error:
            self._failed("get", error)
            return None
        return found

    def set(self, key: str, text: str, *, ttl: float | None = None) -> None:
        """Keep a text.

        Args:
            key: Its key.
            text: The text; one that is too long is not kept.
            ttl: The seconds it is kept; None for as long as there is room.
        """
        from docstring_lsp.text_rows import LONGEST

        if len(text) <= LONGEST:
            self._tried("set", key, text, expire=ttl)

    def add(self, key: str, text: str, *, ttl: float) -> bool:
        """Keep a text where there is none, and return whether that was so.

        Of several processes at once one succeeds. Where nothing can be kept, each does.
        """
        return self._tried("add", key, text, expire=ttl) is not False

    def delete(self, key: str) -> None:
        """Forget what is under a key."""
        self._tried("delete", key)

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        self._given_up = False
        _remove(self.folder)

    def stats(self) -> dict[str, int]:
        """Return how many texts there are and the bytes that all takes."""
        library = self._opened()
        if library is None:
            return {"entries": 0, "bytes": 0}
        with suppress(*_failures()):
            library.expire(retry=False)
            return {"entries": len(library), "bytes": int(library.volume())}
        return {"entries": 0, "bytes": 0}

    def close(self) -> None:
        """Close it; the next use opens it again."""
        library, self._library = self._library, None
        if library is not None:
            with suppress(*_failures()):
                library.close()

    def _tried(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Return what the library does, or None if it cannot."""
        library = self._opened()
        if library is None:
            return None
        try:
            return getattr(library, method)(*arguments, **options)
        except _failures() as error:
            self._failed(method, error)
            return None

    def _failed(self, method: str, error: Exception) -> None:
        logger.debug("the cache could not %s: %s", method, type(error).__name__)
        passing = isinstance(error, sqlite3.OperationalError)
        if isinstance(error, sqlite3.DatabaseError) and not passing:
            self.clear()

    def _opened(self) -> TextRows | None:
        if self._library is None and not self._given_up:
            try:
                from docstring_lsp.text_rows import TextRows

                _prepare(self.folder)
                self._library = TextRows(self.folder, self._size_limit, _PATIENCE)
            except _failures() as error:
                logger.info("nothing is cached in %s: %s", self.folder, type(error).__name__)
                self._given_up = True
        return self._library


def default_folder() -> Path:
    """Return where the user's cache is."""
    from platformdirs import user_cache_path

    return user_cache_path("docstring-lsp", appauthor=False) / "answers"


def _failures() -> tuple[type[Exception], ...]:
    from diskcache import Timeout

    return (sqlite3.Error, OSError, Timeout, ValueError, TypeError, KeyError, AttributeError)


def _prepare(folder: Path) -> None:
    """Make the folder the user's own, and throw a database away that is not as it was made.

    Raises:
        OSError: If it cannot be, or is somebody else's.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(str(folder))
    if hasattr(os, "getuid"):
        if found.st_uid != os.getuid():
            raise PermissionError(f"{folder} is somebody else's")
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)
    for name in _FILES:
        if (folder / name).is_symlink():
            raise PermissionError(f"{folder / name} is a link")
    if (folder / _DATABASE).exists() and not _is_as_made(folder / _DATABASE):
        logger.warning("the cache in %s was changed by somebody else; it is made anew", folder)
        _remove(folder)


def _is_as_made(path: Path) -> bool:
    """Return whether a database holds our tables and our settings, and no other."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as database:
            objects = set(database.execute("SELECT type, name FROM sqlite_master"))
            if not objects <= _OBJECTS:
                return False
            if ("table", "Settings") not in objects:
                return not objects
            told = dict(database.execute("SELECT key, value FROM Settings LIMIT 100"))
    except sqlite3.OperationalError:
        return True  # busy, or not to be read: what comes next fails by itself
    except (sqlite3.Error, ValueError, TypeError):
        return False
    from docstring_lsp.text_rows import settings

    ours = settings(0)
    counters = {key: told.pop(key, 0) for key in _COUNTERS}
    limit = told.pop("size_limit", 0)
    ours.pop("size_limit")
    numbers = all(type(value) is int for value in (*counters.values(), limit))
    return numbers and all(key in ours and ours[key] == value for key, value in told.items())


def _remove(folder: Path) -> None:
    for name in _FILES:
        with suppress(OSError):
            (folder / name).unlink()

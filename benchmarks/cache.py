"""How fast the cache is, against sqlite tuned alike and against the library under it, in one run.

Answers of 3,000 characters are kept and given back. Eight processes write at the same time, and
every answer has to be there afterwards.

    python benchmarks/cache.py [--runs N] [--json FILE]
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import diskcache

from benchmarks.measure import Row, arguments, medians, report
from docstring_lsp.cache import Cache

ANSWERS = 200
TEXT = "An answer that a model gave. " * 103
KEYS = [sha256(str(number).encode()).hexdigest() for number in range(ANSWERS)]
PROCESSES, EACH = 8, 100
GET_LIMIT, SET_LIMIT = 1.5, 4.0


def main() -> int:
    """Measure, print a table, and exit with 1 where a limit is passed or an answer is lost."""
    asked = arguments(__doc__, runs=15)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = measured(folder, asked.runs)
        lost = lost_among_processes(folder / "many")
    status = report(rows, asked.json)
    print(f"{PROCESSES} processes, {PROCESSES * EACH} answers: {lost} lost")
    return int(bool(status or lost))


def measured(folder: Path, runs: int) -> list[Row]:
    """Return a row for getting and one for setting."""
    ours = Cache(folder / "ours")
    plain = diskcache.Cache(str(folder / "plain"))
    tuned = _Tuned(folder / "tuned.db")

    def setting(store: Any) -> Any:
        return lambda: [store.set(key, TEXT) for key in KEYS]

    def getting(store: Any) -> Any:
        return lambda: [store.get(key) for key in KEYS]

    stores: dict[str, Any] = {"the cache": ours, "sqlite": tuned, "diskcache": plain}
    sets = medians({name: setting(store) for name, store in stores.items()}, runs)
    gets = medians({name: getting(store) for name, store in stores.items()}, runs)
    ours.close()
    plain.close()
    tuned.close()
    return [
        Row(f"{what} {ANSWERS}, {name}", times[name], "sqlite, tuned", times["sqlite"], limit)
        for what, times, most in (("get", gets, GET_LIMIT), ("set", sets, SET_LIMIT))
        for name, limit in (("the cache", most), ("diskcache", None))
    ]


def lost_among_processes(folder: Path) -> int:
    """Return how many answers are missing after several processes have written at once."""
    started = time.time() + 2
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        list(pool.map(_written, [folder] * PROCESSES, range(PROCESSES), [started] * PROCESSES))
    cache = Cache(folder)
    there = [cache.get(f"{p} {n}") == TEXT for p in range(PROCESSES) for n in range(EACH)]
    cache.close()
    return there.count(False)


def _written(folder: Path, process: int, start: float) -> None:
    cache = Cache(folder)
    time.sleep(max(0.0, start - time.time()))
    for number in range(EACH):
        cache.set(f"{process} {number}", TEXT)
    cache.close()


class _Tuned:
    """The least that keeps texts under keys with a time: one table, the same settings."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = wal", "synchronous = 1", "mmap_size = 67108864"):
            self._database.execute(f"PRAGMA {pragma}")
        self._database.execute("CREATE TABLE c (key TEXT PRIMARY KEY, value TEXT, until REAL)")

    def set(self, key: str, value: str) -> None:
        self._database.execute(
            "INSERT OR REPLACE INTO c VALUES (?, ?, ?)", (key, value, time.time() + 60)
        )

    def get(self, key: str) -> Any:
        found = self._database.execute(
            "SELECT value FROM c WHERE key = ? AND until > ?", (key, time.time())
        ).fetchone()
        return found[0] if found else None

    def close(self) -> None:
        self._database.close()


if __name__ == "__main__":
    sys.exit(main())

"""Timing two things in one run: interleaved, so that a busy moment hits both, medians compared."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured against another.

    Attributes:
        what: The thing.
        ms: Its time in milliseconds.
        against: What it is measured against.
        against_ms: The time of that.
        limit: What the ratio must not pass, if there is such a limit.
    """

    what: str
    ms: float
    against: str
    against_ms: float
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How much of the other's time it takes."""
        return self.ms / self.against_ms


def medians(things: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Return the median time of each thing in milliseconds, a round of all of them at a time."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for thing in things.values():
        thing()
    for _ in range(runs):
        for name, thing in things.items():
            gc.collect()
            start = time.perf_counter()
            thing()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def arguments(doc: str | None, runs: int) -> argparse.Namespace:
    """Return a benchmark's arguments: how often to run, and where to write the figures."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--runs", type=int, default=runs, help="the median of so many counts")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    return parser.parse_args()


def report(rows: list[Row], path: Path | None) -> int:
    """Print a table, write the figures, and return 1 where a limit is passed."""
    print(f"{'what':<46} {'ms':>9}  {'against':<34} {'ms':>9} {'ratio':>6}")
    for row in rows:
        limit = f"  (limit {row.limit})" if row.limit else ""
        print(
            f"{row.what:<46} {row.ms:>9.2f}  {row.against:<34} {row.against_ms:>9.2f}"
            f" {row.ratio:>6.2f}{limit}"
        )
    if path is not None:
        figures = [{**asdict(row), "ratio": round(row.ratio, 3)} for row in rows]
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return int(any(row.limit is not None and row.ratio > row.limit for row in rows))

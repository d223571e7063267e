"""Answers of hostile models put through draft, gate, docstring and edit: how many change code.

A fixed seed gives the same answers anywhere. Every fourth one passes the gate unseen, so that the
edit is tried alone. The exit status is 1 if any of them changed anything but a docstring.

    python benchmarks/injection.py [--answers N] [--seed N] [--jobs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.engine.answers import STYLES, answer, become, places  # noqa: E402

CHUNK = 1_000
UNGATED = 4


def main() -> int:
    """Run, print how many of each outcome there were, and exit with 1 if code was changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    started = time.perf_counter()
    chunks = range(-(-arguments.answers // CHUNK))
    seeds = [arguments.seed * 1_000_000 + chunk for chunk in chunks]
    counted: Counter[str] = Counter()
    with ProcessPoolExecutor(arguments.jobs, mp_context=get_context("spawn")) as pool:
        for part in pool.map(run, seeds):
            counted += part
    figures = {"answers": CHUNK * len(seeds), **counted, "changed": counted["changed"]}
    figures["seconds"] = round(time.perf_counter() - started)
    print(json.dumps(figures, indent=2))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return int(counted["changed"] > 0)


def run(seed: int) -> Counter[str]:
    """Return what became of a thousand answers."""
    rng = random.Random(seed)
    counted: Counter[str] = Counter()
    for number in range(CHUNK):
        place = rng.choice(places())
        data = answer(rng, place.facts)
        try:
            became = become(place, rng.choice(STYLES), data, gated=number % UNGATED != 0)
        except AssertionError as error:
            print(f"seed {seed}, answer {number}: {error}", file=sys.stderr)
            became = "changed"
        except Exception as error:
            print(f"seed {seed}, answer {number}: {type(error).__name__}: {error}", file=sys.stderr)
            became = "crashed"
        counted[became] += 1
    return counted


if __name__ == "__main__":
    sys.exit(main())

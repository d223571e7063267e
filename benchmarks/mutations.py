"""Changes real functions, updates their docstrings in place, and judges what becomes of these.

    python benchmarks/mutations.py [PATH | PROJECT ...] [--count N] [--seed N] [--json FILE]

Of the functions whose docstrings tell of each parameter, and nothing untrue, one after the other
is changed in one way: a parameter more or less, another name, order, type or default, an
exception. The docstring must become what it was with exactly that one difference; `tests.mutations`
judges. Projects are fetched as `benchmarks/corpus.py` does.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import located
from tests.corpus import python_files
from tests.mutations import KINDS, functions, mutated

MOST_SHOWN = 20


def main() -> int:
    """Run, print a table, and exit with 1 where a docstring became anything else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", help="files, folders or projects")
    parser.add_argument("--count", type=int, default=10_000, help="mutations, over all corpora")
    parser.add_argument("--part", type=int, default=1, help="only one file in so many")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    names = arguments.corpora or ["stdlib"]
    made: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    shown: list[str] = []
    started = time.perf_counter()
    for name in names:
        source = random.Random(arguments.seed)
        left = arguments.count // len(names)
        root = located(name)
        files = [root] if root.is_file() else list(python_files(root, part=arguments.part))
        source.shuffle(files)
        for function in (each for path in files for each in functions(path)):
            for kind in KINDS:
                reason = mutated(function, kind, source) if left > 0 else None
                if reason is None:
                    continue
                left -= 1
                made[name, kind] += 1
                if reason:
                    wrong[name, kind] += 1
                    shown.append(f"{name} {kind} {function.where}: {reason}")
            if left <= 0:
                break
    kinds = "".join(f" {kind:>9}" for kind in KINDS)
    print(f"{'corpus':<16}{kinds} {'all':>9} {'wrong':>6}")
    for name in names:
        row = [made[name, kind] for kind in KINDS]
        bad = sum(wrong[name, kind] for kind in KINDS)
        print(f"{name:<16}" + "".join(f" {n:>9,}" for n in row) + f" {sum(row):>9,} {bad:>6}")
    seconds = time.perf_counter() - started
    print(f"{made.total():,} mutations, {wrong.total():,} wrong, {seconds:.0f} s")
    print("\n".join(shown[:MOST_SHOWN]))
    if arguments.json:
        rows = [
            {"corpus": c, "kind": k, "made": n, "wrong": wrong[c, k]} for (c, k), n in made.items()
        ]
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

"""How often the gate errs: true prose dropped, untrue prose let through, and what a check takes.

True prose is the embedded author's and people's own, over the standard library; people's own is an
upper bound, since they tell what the code of one definition does not show. Untrue prose is
people's sentences with a name, a number or an exception put in the place of the true one.

    python benchmarks/gate.py [--part N] [--show N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.engine.truth import Judged, authors, peoples, untrue  # noqa: E402


def main() -> int:
    """Run and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=int, default=1, help="only one file in so many")
    parser.add_argument("--show", type=int, default=0, help="so many of what each rule drops")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    start = time.perf_counter()
    drafts = list(authors(arguments.part))
    seconds = time.perf_counter() - start
    figures = {
        "embedded author": rate(drafts, arguments.show),
        "people": rate(list(peoples(arguments.part)), arguments.show),
        "untrue": {kind: rate(found, 0) for kind, found in untrue(arguments.part).items()},
        "ms a draft, written and checked": round(seconds * 1000 / len(drafts), 2),
    }
    print(json.dumps(figures, indent=2))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def rate(judged: list[Judged], shown: int) -> dict[str, object]:
    """Return how many were judged and dropped, by rule, and print examples."""
    dropped = [found for found in judged if found.objections]
    for found in random.Random(1).sample(dropped, min(shown, len(dropped))):
        print(f"{found.where}: {' '.join(found.text.split())}\n    {found.objections[0][1]}")
    return {
        "judged": len(judged),
        "dropped": len(dropped),
        "percent": round(100 * len(dropped) / max(len(judged), 1), 2),
        "rules": dict(Counter(found.objections[0][0] for found in dropped).most_common()),
    }


if __name__ == "__main__":
    sys.exit(main())

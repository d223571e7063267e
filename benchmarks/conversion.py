"""Says every docstring of whole projects in every other style, and back again.

    python benchmarks/conversion.py [PATH | PROJECT ...] [--part N] [--json FILE]

What comes back is held against what was there, laid out by its own style (a conversion of a
style to itself): **equal**, word by word and in order; **moved**, the same words with prose that
stood between sections in front of them, where the other style has room for it only there;
**other**, anything else. **Refused** is what the other style cannot say, there or on the way
back. Projects are fetched as `benchmarks/corpus.py` does; a docstring's style is told by its
marks, and those without any are left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import located
from docstring_lsp.docstring.convert import converted
from docstring_lsp.docstring.recognition import style, written_in
from docstring_lsp.docstring.scribe import UnsayableError
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files

TARGETS = ("google", "numpy", "sphinx", "epytext")
OUTCOMES = ("equal", "moved", "other", "refused")
OPTIONS = RenderOptions()


def main() -> int:
    """Run, print a table, and exit with 1 where anything came back otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", help="files, folders or projects")
    parser.add_argument("--part", type=int, default=1, help="only one file in so many")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    rows: list[dict[str, Any]] = []
    print(f"{'corpus':<14} {'from':<8} {'to':<8} {'docstrings':>10}", end="")
    print("".join(f" {each:>8}" for each in OUTCOMES))
    reasons: Counter[str] = Counter()
    for name in arguments.corpora or ["stdlib"]:
        counts, why, seconds = measure(located(name), arguments.part)
        reasons += why
        for (source, target), row in sorted(counts.items()):
            total = sum(row.values())
            rows.append({"corpus": name, "from": source, "to": target, **row})
            shown = "".join(f" {row[each]:>8,}" for each in OUTCOMES)
            print(f"{name:<14} {source:<8} {target:<8} {total:>10,}{shown}")
        done = sum(sum(row.values()) for row in counts.values())
        print(f"{name:<14} {done / max(seconds, 1e-9):,.0f} round trips a second")
    print("\nwhy refused:")
    for reason, times in reasons.most_common(12):
        print(f"  {times:>6,}  {reason}")
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(any(row.get("other") for row in rows))


def measure(
    root: Path, part: int
) -> tuple[dict[tuple[str, str], Counter[str]], Counter[str], float]:
    """Return what became of one corpus' docstrings, why some were refused, and the time."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    why: Counter[str] = Counter()
    spent = 0.0
    for content, own in _docstrings(root, part):
        for name in TARGETS:
            if name == own.name:
                continue
            start = time.perf_counter()
            try:
                outcome = there_and_back(content, own, style(name))
            except UnsayableError as error:
                outcome = "refused"
                why[str(error)[:70]] += 1
            spent += time.perf_counter() - start
            counts.setdefault((own.name, name), Counter())[outcome] += 1
    return counts, why, spent


def there_and_back(content: str, own: Style, other: Style) -> str:
    """Return what becomes of a docstring that is said in another style and back again.

    Raises:
        UnsayableError: If it is refused on the way.
    """
    there = converted(content, own, other, OPTIONS)
    back = converted(there, other, own, OPTIONS).split()
    before = converted(content, own, own, OPTIONS).split()
    if back == before:
        return "equal"
    return "moved" if Counter(back) == Counter(before) else "other"


def _docstrings(root: Path, part: int) -> Iterator[tuple[str, Style]]:
    for path in python_files(root, part=part):
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        for definition in scan(text):
            content = docstring_content(text, definition)
            own = written_in(content) if content else None
            if content and own is not None:
                yield content, own


if __name__ == "__main__":
    sys.exit(main())

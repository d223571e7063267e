"""Reads and prints every docstring of whole projects: what is printed must be what was read.

    python benchmarks/roundtrip.py [PATH | PROJECT ...] [--json FILE]

Each docstring is read in every style, its own or not. Projects are fetched as
`benchmarks/corpus.py` does.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import located
from docstring_lsp.actions.conventions import style, styles
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files


def main() -> int:
    """Run, print a table, and exit with 1 where a docstring was not printed as it was read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", help="files, folders or projects")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    rows = [measure(name) for name in arguments.corpora or ["stdlib"]]
    print(f"{'corpus':<24} {'docstrings':>10} {'entries':>8} {'differ':>6} {'us each':>8}")
    for row in rows:
        print(
            f"{row['corpus']:<24} {row['docstrings']:>10,} {row['entries']:>8,}"
            f" {row['differ']:>6} {row['microseconds']:>8}"
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(any(row["differ"] for row in rows))


def measure(name: str) -> dict[str, Any]:
    """Return what became of one corpus' docstrings."""
    known = [style(each) for each in styles()]
    count = entries = differ = 0
    spent = 0.0
    for content in _docstrings(located(name)):
        count += 1
        start = time.perf_counter()
        trees = [each.parse(content) for each in known]
        spent += time.perf_counter() - start
        differ += any(tree.printed() != content for tree in trees)
        entries += max(len(tree.items) for tree in trees)
    return {
        "corpus": name,
        "docstrings": count,
        "entries": entries,
        "differ": differ,
        "microseconds": round(spent / max(count, 1) / len(known) * 1e6, 1),
    }


def _docstrings(root: Path) -> Iterator[str]:
    for path in python_files(root):
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        for definition in scan(text):
            content = docstring_content(text, definition)
            if content:
                yield content


if __name__ == "__main__":
    sys.exit(main())

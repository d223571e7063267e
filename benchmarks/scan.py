"""How fast a whole file is scanned: every module of the standard library, against `ast.parse`.

python benchmarks/scan.py [--runs N] [--json FILE]
"""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measure import Row, arguments, medians, report
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library


def main() -> int:
    """Measure, print a table, and exit with 1 where the scan is the slower one."""
    asked = arguments(__doc__, runs=5)
    texts = list(_texts())
    each = {"scan": partial(_all, scan, texts), "parse": partial(_all, ast.parse, texts)}
    ms = medians(each, asked.runs)
    lines = sum(text.count("\n") for text in texts)
    what = f"scan of {len(texts):,} files, {lines:,} lines"
    return report([Row(what, ms["scan"], "ast.parse", ms["parse"], limit=1.0)], asked.json)


def _all(function: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        function(text)


def _texts() -> Iterator[str]:
    for path in python_files(standard_library()):
        try:
            text = decode(path.read_bytes()).text
            ast.parse(text)
        except (DecodeError, SyntaxError, ValueError):
            continue
        yield text


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    raise SystemExit(main())

"""What the facts under the cursor cost, and that the file's length does not matter.

A file of 20,000 lines is put together from the standard library's modules of up to 1,000 lines;
2,000 lines of its middle are a file of their own. The cursor goes to the same places in both,
anywhere in functions. The measure is the parser alone: `libcst.parse_module` of nothing but the
definition's own lines.

    python benchmarks/cursor.py [--runs N] [--json FILE]
"""

from __future__ import annotations

import ast
import random
import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import libcst

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measure import Row, arguments, medians, report
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.cursor import at
from docstring_lsp.source.extract import extract
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library

LONG, SHORT = 20_000, 2_000
LONGEST_MODULE = 1_000
CURSORS = 60


def main() -> int:
    """Measure, print a table, and exit with 1 where a limit is passed."""
    asked = arguments(__doc__, runs=15)
    modules = _modules(LONG)
    middle = len(modules) // 2
    few = list(_until(modules[middle:], SHORT))
    long, short, begins = "".join(modules), "".join(few), sum(map(len, modules[:middle]))

    source = random.Random(1)
    anywhere = iter(lambda: source.randrange(len(short)), None)
    places = list(islice((p for p in anywhere if at(short, p).kind == "function"), CURSORS))
    far = [begins + place for place in places]
    things = {
        "long": partial(_facts, long, far),
        "short": partial(_facts, short, places),
        "found": partial(_found, long, far),
        "parsed": partial(_parsed, [_cut(short, place) for place in places]),
    }
    ms = {name: time / CURSORS for name, time in medians(things, asked.runs).items()}
    parser = "libcst.parse_module of its lines"
    lines = f"{long.count(chr(10)):,} lines"
    rows = [
        Row(f"facts under the cursor in {lines}", ms["long"], parser, ms["parsed"], 1.5),
        Row("the same", ms["long"], f"in {short.count(chr(10)):,} lines", ms["short"], 1.2),
        Row("finding the definition alone", ms["found"], parser, ms["parsed"]),
    ]
    return report(rows, asked.json)


def _facts(text: str, places: list[int]) -> None:
    for place in places:
        extract(text, at(text, place))


def _found(text: str, places: list[int]) -> None:
    for place in places:
        at(text, place)


def _parsed(cuts: list[str]) -> None:
    for cut in cuts:
        libcst.parse_module(cut)


def _cut(text: str, place: int) -> str:
    definition = at(text, place)
    lines = definition.span.of(text) + "\n"
    return "if 1:\n" + lines if definition.indent else lines


def _modules(lines: int) -> list[str]:
    """Return sound modules of the standard library that have so many lines together."""
    return list(_until(_sound(), lines))


def _until(texts: Iterable[str], lines: int) -> Iterator[str]:
    for text in texts:
        if lines <= 0:
            return
        lines -= text.count("\n")
        yield text


def _sound() -> Iterator[str]:
    for path in python_files(standard_library()):
        try:
            text = decode(path.read_bytes()).text
            ast.parse(text)
        except (DecodeError, SyntaxError, ValueError):
            continue
        if text.isascii() and text.endswith("\n") and text.count("\n") < LONGEST_MODULE:
            yield text


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    raise SystemExit(main())

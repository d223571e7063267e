"""A buffer that is broken elsewhere: the facts under the cursor stay what they were.

Real modules of the running interpreter are broken at 500 places, each outside of one
definition, in the ways that typing breaks them.
"""

from __future__ import annotations

import random
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from docstring_lsp.source.cursor import at
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Facts
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from docstring_lsp.source.tokens import line_start

STDLIB = Path(sysconfig.get_paths()["stdlib"])
MODULES = ("argparse.py", "typing.py", "tarfile.py", "shutil.py", "asyncio/base_events.py")
PLACES = 500
ENOUGH = 0.99

IN_A_LINE = ("(", "[", "{", "f(", "x = [1, ", '"', "'", '"""', "'''", 'x = """', "f'{", ")", "]")
LINES = (
    "def",
    "def half",
    "def half(",
    "def half(self, x=",
    "async def half(a, b",
    "class Half",
    "class Half(Base",
    "@decorated(",
    "if x:",
    "return (",
    "for x in",
    "x = (1,",
    'x = """',
    '"""',
    "'''Half a docstring",
    'raise ValueError("half',
    "try:",
    "else",
    "with open(",
)


@dataclass(frozen=True, slots=True)
class Break:
    """A text that was broken, and where the cursor stands now."""

    text: str
    cursor: int
    what: str
    where: int


def breaks(text: str, definition: Definition, source: random.Random) -> Break:
    """Return the text broken at one place outside of a definition."""
    span = definition.span
    while span.start <= (place := source.randrange(len(text))) <= span.end:
        pass
    if source.random() < 0.5:
        what = source.choice(IN_A_LINE)
    else:
        place = line_start(text, place)
        if span.start <= place <= span.end:
            place = 0
        line = text[place:].split("\n", 1)[0]
        indent = line[: len(line) - len(line.lstrip())]
        what = indent + source.choice(LINES) + "\n"
    broken = text[:place] + what + text[place:]
    cursor = source.randint(definition.header.start, definition.span.end)
    return Break(broken, cursor + (len(what) if place < span.start else 0), what, place)


def broken() -> Iterator[tuple[Facts, Break]]:
    source = random.Random(1)
    texts = [decode((STDLIB / module).read_bytes()).text for module in MODULES]
    functions = [[d for d in scan(text) if d.kind == "function"] for text in texts]
    leaves = [
        [d for d in all_ if not any(d.anchor in [s.header.start for s in o.scopes] for o in all_)]
        for all_ in functions
    ]
    for number in range(PLACES):
        text = texts[number % len(texts)]
        definition = source.choice(leaves[number % len(texts)])
        yield extract(text, definition), breaks(text, definition, source)


def test_the_facts_under_the_cursor_stay_what_they_were() -> None:
    missed = []
    for facts, case in broken():
        found = at(case.text, case.cursor)
        if found.kind == "module" or extract(case.text, found) != facts:
            missed.append((facts.qualname, found.qualname, case.what, case.where))
    assert len(missed) <= PLACES * (1 - ENOUGH), missed


def test_the_scan_finds_them_too() -> None:
    missed = []
    few = PLACES // 4
    for facts, case in islice(broken(), few):
        found = [d for d in scan(case.text) if d.span.holds(case.cursor)][-1]
        if found.kind == "module" or extract(case.text, found) != facts:
            missed.append((facts.qualname, found.qualname, case.what, case.where))
    assert len(missed) <= few * (1 - ENOUGH), missed

"""Reads every docstring, prints it, says it in each other style and back; others' libraries beside.

    python benchmarks/roundtrip.py [PATH | PROJECT ...] [--part N] [--peers] [--json FILE]

**Printed**: each docstring is read in every style, and its tree must give the same characters.

**There and back**: each is said in every other style and back, and what comes back is held
against what was there, laid out by its own style (a conversion of a style to itself): **equal**,
word by word and in order; **moved**, the same words with prose that stood between or behind
sections in front of them, where the other style has room for it only there; **other**, anything
else. **Refused** is what the other style cannot say, there or on the way back. **Lost** are the
docstrings of which a word is not there in the other style, and nobody is told.

With ``--peers`` some of the docstrings of each project are given to other libraries, too, each in
an environment of its own below ``.testbed/peers``; one that is not there is left out with the
reason. Projects are fetched as `benchmarks/corpus.py` does; a docstring's style is told by its
marks, and those without any are read, but not converted.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import ROOT, located
from docstring_lsp.docstring.convert import MARKS, converted
from docstring_lsp.docstring.recognition import style, styles, written_in
from docstring_lsp.docstring.scribe import UnsayableError
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files

TARGETS = ("google", "numpy", "sphinx", "epytext")
OUTCOMES = ("equal", "moved", "other", "refused", "lost")
OPTIONS = RenderOptions()
PEERS = ("docstring_parser", "pymend", "docconvert", "griffe")
OURS = "docstring-lsp"
TITLES = {"example", "examples", "notes", "see", "also", "reference", "references"}


@dataclass(slots=True)
class Figures:
    """What became of the docstrings of one project, or in the hands of one library.

    Attributes:
        docstrings: How many there were.
        printed: How many were printed as they were.
        trips: What became of each way there and back, by the styles.
        why: Why some were refused.
        seconds: The time it took.
    """

    docstrings: int = 0
    printed: int = 0
    trips: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    why: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def count(self, source: str, target: str, outcome: str) -> None:
        """Add what became of one way."""
        self.trips.setdefault((source, target), Counter())[outcome] += 1

    @property
    def total(self) -> Counter[str]:
        """What became of all ways."""
        return sum(self.trips.values(), Counter())


def main() -> int:
    """Run, print the tables, and exit with 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", help="files, folders or projects")
    parser.add_argument("--part", type=int, default=1, help="only one file in so many")
    parser.add_argument("--peers", action="store_true", help="ask other libraries, too")
    parser.add_argument("--sample", type=int, default=300, help="docstrings a project for these")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    found: dict[str, Figures] = {}
    sampled: list[tuple[str, str]] = []
    for name in arguments.corpora or ["stdlib"]:
        texts = list(docstrings(located(name), arguments.part))
        found[name] = own(texts)
        marked = [(text, kind) for text, kind in texts if kind in TARGETS]
        step = max(len(marked) // arguments.sample, 1)
        sampled += marked[::step][: arguments.sample]
        show(name, found[name])
    everything = together(found.values())
    show("all", everything)
    print("\nwhy refused:")
    for reason, times in everything.why.most_common(12):
        print(f"  {times:>6,}  {reason}")
    beside = peers(sampled) if arguments.peers else {}
    if arguments.json:
        rows = [row for name, figures in {**found, **beside}.items() for row in told(name, figures)]
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    total = everything.total
    return int(bool(total["other"] or total["lost"]) or everything.printed < everything.docstrings)


def docstrings(root: Path, part: int) -> Iterator[tuple[str, str]]:
    """Give the docstrings of a project, each with the name of its style; empty for none."""
    for path in [root] if root.is_file() else python_files(root, part=part):
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        for definition in scan(text):
            content = docstring_content(text, definition)
            if content:
                kind = written_in(content)
                yield content, kind.name if kind else ""


def own(texts: Iterable[tuple[str, str]]) -> Figures:
    """Return what becomes of docstrings in our own hands."""
    known = [style(each) for each in styles()]
    figures = Figures()
    start = time.perf_counter()
    for text, kind in texts:
        figures.docstrings += 1
        figures.printed += all(each.parse(text).printed() == text for each in known)
        for target in TARGETS if kind in TARGETS else ():
            if target != kind:
                figures.count(kind, target, _trip(text, kind, target, figures.why))
    figures.seconds = time.perf_counter() - start
    return figures


def _trip(text: str, source: str, target: str, why: Counter[str]) -> str:
    one, other = style(source), style(target)
    try:
        there = converted(text, one, other, OPTIONS)
        back = converted(there, other, one, OPTIONS)
        before = converted(text, one, one, OPTIONS)
    except UnsayableError as error:
        why[str(error)[:70]] += 1
        return "refused"
    return judged(text, there, back, before)


def judged(text: str, there: str, back: str, before: str) -> str:
    """Return what became of a docstring on its way.

    Args:
        text: The docstring.
        there: What it became in the other style.
        back: What that became in its own style.
        before: How its own style lays it out.
    """
    if _words(text) - _words(there):
        return "lost"
    if back.split() == before.split():
        return "equal"
    return "moved" if Counter(back.split()) == Counter(before.split()) else "other"


def _words(text: str) -> Counter[str]:
    """Return the words of a docstring that are no style's marks, and no title's."""
    found = re.findall(r"\w*[^\W_]\w*", re.sub(r"\\(?=[_*])", "", text))
    return Counter({word: 1 for word in found if word.lower() not in MARKS | TITLES})


def peers(texts: list[tuple[str, str]]) -> dict[str, Figures]:
    """Return what becomes of docstrings in the hands of others, and in ours."""
    print(f"\nbeside others, {len(texts):,} docstrings:")
    found = {OURS: own(texts)}
    show(OURS, found[OURS], short=True)
    for name in PEERS:
        python = ROOT / ".testbed" / "peers" / name / "bin" / "python"
        if not python.exists():
            print(f"{name:<18} left out: there is no {python.relative_to(ROOT)}")
            continue
        found[name] = figures = asked(name, python, texts)
        show(name, figures, short=True)
    return found


def asked(name: str, python: Path, texts: list[tuple[str, str]]) -> Figures:
    """Return what becomes of docstrings in the hands of one library."""
    start = time.perf_counter()
    done = subprocess.run(
        [str(python), str(ROOT / "benchmarks" / "peers.py"), name],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    figures = Figures(docstrings=len(texts), seconds=time.perf_counter() - start)
    for (text, kind), answer in zip(texts, json.loads(done.stdout), strict=True):
        if "read" in answer:  # It reads only: what it read must hold each word.
            read = answer["read"].get("text")
            missing = read is not None and bool(_words(text) - _words(json_words(read)))
            outcome = "refused" if read is None else "lost" if missing else "read"
            figures.count(kind, "", outcome)
            continue
        before = answer["printed"].get("text")
        figures.printed += before is not None and before.strip() == text.strip()
        for target, trip in answer["trips"].items():
            there, back = trip["there"].get("text"), trip["back"].get("text")
            if there is None or back is None or before is None:
                outcome = "refused"
            else:
                outcome = judged(text, there, back, before)
            figures.count(kind, target, outcome)
    return figures


def json_words(text: str) -> str:
    """Return the words in an answer that is JSON, whose escapes are none."""
    return " ".join(_strings(json.loads(text)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif value is not None:
        yield str(value)


def together(found: Iterable[Figures]) -> Figures:
    """Return the figures of several projects as one."""
    whole = Figures()
    for each in found:
        whole.docstrings += each.docstrings
        whole.printed += each.printed
        whole.seconds += each.seconds
        whole.why += each.why
        for way, outcomes in each.trips.items():
            whole.trips[way] = whole.trips.get(way, Counter()) + outcomes
    return whole


def show(name: str, figures: Figures, *, short: bool = False) -> None:
    """Print a project's figures, or a library's."""
    total = figures.total
    told = ", ".join(f"{each} {total[each]:,}" for each in ("read", *OUTCOMES) if total[each])
    print(
        f"{name:<18} {figures.docstrings:>7,} docstrings, {figures.printed:,} printed the same;"
        f" {total.total():,} ways: {told} ({figures.seconds:.0f} s)"
    )
    for (source, target), row in sorted(figures.trips.items()) if not short else ():
        shown = "".join(f" {each} {row[each]:>6,}" for each in OUTCOMES)
        print(f"    {source:<8} {target:<8} {row.total():>6,}{shown}")


def told(name: str, figures: Figures) -> Iterator[dict[str, Any]]:
    """Give a project's figures as plain values."""
    whole = {"name": name, "docstrings": figures.docstrings, "printed": figures.printed}
    for (source, target), row in figures.trips.items():
        yield {**whole, "from": source, "to": target, **row}


if __name__ == "__main__":
    sys.exit(main())

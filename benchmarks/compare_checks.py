"""What the rules for stale docstrings find, beside what pydoclint and ruff's DOC rules find.

A finding is a definition and what of its docstring is stale; the names of the rules are brought
together in `KINDS`. Each disagreement gets the first reason of `benchmarks.disagreements` that
holds for it, or is listed as unexplained, which makes the run fail.

    python benchmarks/compare_checks.py [PROJECT ...] [--json FILE] [--markdown FILE] [--list]
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import located  # noqa: E402
from benchmarks.disagreements import Case, reason  # noqa: E402
from benchmarks.judges import program  # noqa: E402
from docstring_lsp.checks.rule import FileContext  # noqa: E402
from docstring_lsp.checks.run import check  # noqa: E402
from docstring_lsp.checks.selection import Selection  # noqa: E402
from docstring_lsp.files import read, walk  # noqa: E402
from docstring_lsp.neighbours import Neighbours  # noqa: E402
from docstring_lsp.settings.model import Settings  # noqa: E402
from docstring_lsp.source.definition import Definition  # noqa: E402
from docstring_lsp.source.text import LineIndex  # noqa: E402
from docstring_lsp.source.visibility import Policy  # noqa: E402

PROJECTS = {"django": "google", "scikit-learn": "numpy", "langchain-core": "google"}
"""The corpora, and the style that pydoclint is told."""

KINDS = {
    "parameter undocumented": ("DL200 DL202", "DOC103-", "D417"),
    "parameter gone": ("DL201 DL202", "DOC103+", ""),
    "order of parameters": ("DL203", "DOC104", ""),
    "result undocumented": ("DL210", "DOC201", "DOC201"),
    "result absent": ("DL211", "DOC202", "DOC202"),
    "yield undocumented": ("DL213", "DOC402", "DOC402"),
    "yield absent": ("DL214", "DOC403", "DOC403"),
    "exception undocumented": ("DL220", "DOC503-", "DOC501"),
    "exception absent": ("DL221", "DOC503+", "DOC502"),
    "attribute undocumented": ("DL230", "DOC603-", ""),
    "attribute gone": ("DL231", "DOC603+", ""),
}
"""What is stale, with the codes of ours, of pydoclint (``-`` too little told, ``+`` too much)
and of ruff."""


class Found(NamedTuple):
    """A finding of whichever tool.

    Attributes:
        path: The file, relative to the corpus.
        qualname: The definition; a class for its ``__init__``.
        kind: What is stale.
    """

    path: str
    qualname: str
    kind: str


def main() -> int:
    """Compare, print the table and return 1 where a disagreement is unexplained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="*", default=list(PROJECTS))
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--markdown", type=Path, help="where to write the table")
    parser.add_argument("--list", action="store_true", help="list every disagreement")
    arguments = parser.parse_args()
    tables = {name: compared(name, list_all=arguments.list) for name in arguments.projects}
    text = _markdown(tables)
    print(text)
    if arguments.markdown:
        arguments.markdown.write_text(text, encoding="utf-8")
    if arguments.json:
        rows = {name: [*map(list, counts.items())] for name, counts in tables.items()}
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(any("unexplained" in key for counts in tables.values() for key in counts))


Counts = Counter[tuple[str, str, str]]


def compared(name: str, *, list_all: bool) -> Counts:
    """Return how often each kind was found by whom, and why not by others."""
    root = located(name).resolve()
    files = {path.relative_to(root).as_posix(): path for path in walk([root], Settings())}
    contexts = {path: _context(file) for path, file in files.items()}
    known = {path: context for path, context in contexts.items() if context is not None}
    ours = set(_ours(known))
    theirs = {
        "pydoclint": set(_pydoclint(root, known, PROJECTS.get(name, "google"))),
        "ruff": set(_ruff(root, known)),
    }
    counts: Counts = Counter()
    for found in sorted(ours.union(*theirs.values())):
        told = [tool for tool, said in theirs.items() if found in said]
        if found in ours and told:
            counts[found.kind, "both", ""] += 1
            continue
        who = "ours only" if found in ours else "theirs only"
        case = Case(found.kind, found.qualname, known[found.path], tuple(told))
        why = reason(case)
        counts[found.kind, who, why] += 1
        if list_all or why == "unexplained":
            print(f"{who} {'+'.join(told)}: {root / found.path}: {found.qualname}: {found.kind}"
                  f" [{why}]")  # fmt: skip
    return counts


def _context(path: Path) -> FileContext | None:
    from docstring_lsp.errors import DocstringLspError
    from docstring_lsp.source.scan import scan

    try:
        text = read(path).text
        compile(text, str(path), "exec", dont_inherit=True)
    except (DocstringLspError, SyntaxError, ValueError, SyntaxWarning):
        return None
    return FileContext(
        text=text,
        definitions=scan(text),
        policy=Policy(),
        style_name="google",
        neighbourhood=Neighbours(path),
    )


def _ours(contexts: dict[str, FileContext]) -> Iterator[Found]:
    kinds = {code: kind for kind, codes in KINDS.items() for code in codes[0].split()}
    both = {"DL202": ("parameter undocumented", "parameter gone")}
    selection = Selection(select=("DL2",))
    for path, context in contexts.items():
        for each in check(
            context.text,
            context.policy,
            definitions=context.definitions,
            selection=selection,
            neighbourhood=context.neighbourhood,
        ):
            for kind in both.get(each.code, (kinds.get(each.code, ""),)):
                if kind:
                    yield Found(path, _holder(each.symbol), kind)


def _holder(qualname: str) -> str:
    return qualname.removesuffix(".__init__")


def _at(context: FileContext, line: int) -> str:
    """Return the innermost definition around a line."""
    index = LineIndex(context.text)
    place = index.line_start(min(line, index.line_count) - 1)
    place += len(context.text[place:]) - len(context.text[place:].lstrip(" \t"))
    around: list[Definition] = [
        d for d in context.definitions[1:] if d.span.start <= place < d.span.end
    ]
    return _holder(around[-1].qualname) if around else "<module>"


_BOTH = re.compile(
    r"(?:not in the docstring: \[(?P<missing>[^\]]*)\])?.*?"
    r"(?:not in the (?:function signature|actual class attributes): \[(?P<gone>[^\]]*)\])?",
)


def _pydoclint(root: Path, contexts: dict[str, FileContext], told: str) -> Iterator[Found]:
    kinds = {codes[1]: kind for kind, codes in KINDS.items() if codes[1]}
    command = [str(program("pydoclint")), "-q", f"--style={told}"]
    hints = ("arg-type-hints-in-signature", "arg-type-hints-in-docstring")
    types = ("check-return-types", "check-yield-types")
    command += [f"--{option}=False" for option in (*hints, *types)]
    command += ["--allow-init-docstring=True", *sorted(contexts)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    path = ""
    for line in (done.stdout + done.stderr).splitlines():
        match = re.match(r"\s+(\d+): (DOC\d+): (.*)", line)
        if match is None:
            path = line.strip() if line.endswith(".py") else path
            continue
        for code in _codes(match[2], match[3]):
            if code in kinds and path in contexts:
                yield Found(path, _at(contexts[path], int(match[1])), kinds[code])


def _codes(code: str, message: str) -> Iterator[str]:
    """Yield the codes of a message, divided by what is told too little and too much."""
    if code in ("DOC103", "DOC603"):
        if "but not in the docstring: [" in message:
            yield f"{code}-"
        if re.search(r"but not in the (?:function signature|actual class attributes): \[", message):
            yield f"{code}+"
    elif code == "DOC503":
        lists = [
            {each.strip("' ") for each in listed.split(",") if each.strip()}
            for listed in re.findall(r"\[([^\]]*)\]", message)
        ]
        told, raised = (*lists, set(), set())[:2]
        if raised - told:
            yield "DOC503-"
        if told - raised:
            yield "DOC503+"
    else:
        yield code


def _ruff(root: Path, contexts: dict[str, FileContext]) -> Iterator[Found]:
    kinds = {codes[2]: kind for kind, codes in KINDS.items() if codes[2]}
    command = [str(program("ruff")), "check", "--isolated", "--no-cache", "--preview"]
    command += ["--select", ",".join(kinds), "--output-format", "json", "."]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    for row in rows:
        path = Path(row["filename"]).relative_to(root).as_posix()
        if path in contexts and row["code"] in kinds:
            qualname = _at(contexts[path], row["location"]["row"])
            yield Found(path, qualname, kinds[row["code"]])


def _markdown(tables: dict[str, Counts]) -> str:
    lines = ["| what | by both | ours alone | theirs alone | why |", "|---|---|---|---|---|"]
    for kind in KINDS:
        both = sum(counts[kind, "both", ""] for counts in tables.values())
        why: dict[str, Counter[str]] = defaultdict(Counter)
        for counts in tables.values():
            for (found, who, because), number in counts.items():
                if found == kind and who != "both":
                    why[who][because] += number
        told = [
            f"{who.removesuffix(' only')}: {because} ({number})"
            for who in ("ours only", "theirs only")
            for because, number in why[who].most_common()
        ]
        sums = " | ".join(str(why[who].total()) for who in ("ours only", "theirs only"))
        lines.append(f"| {kind} | {both} | {sums} | {'; '.join(told)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())

"""Asks tools that nobody here wrote what they think of the docstrings in a folder.

    python benchmarks/judges.py PATH [--style NAME ...] [--json FILE] [--as-is] [--known]

Copies the tree, writes every docstring anew (``generate --replace --write``, private names,
tests and special methods included), asks each judge of the style, leaves out what
`benchmarks.false_positives` lists, and prints the rest. Each judge lives in an environment of
its own under ``.testbed/judges``: two of them ship different packages of one name.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".testbed" / "judges"
BATCH = 200
"""Files given to one process, so that a command line stays short and one crash costs little."""

PACKAGES = {
    "ruff": "ruff==0.17.5",
    "pydoclint": "pydoclint==0.12.0",
    "numpydoc": "numpydoc==1.11.0",
    "docsig": "docsig==0.97.0",
    "pydoctor": "pydoctor==25.10.1",
    "interrogate": "interrogate==1.7.0",
    "pydocstyle": "pydocstyle==6.3.0",
    "griffe": "griffe==2.4.1",
}
JUDGES = {
    "google": ("ruff", "pydoclint", "griffe", "interrogate"),
    "numpy": ("ruff", "pydoclint", "numpydoc", "griffe", "interrogate"),
    "sphinx": ("ruff", "pydoclint", "docsig", "griffe", "interrogate"),
    "epytext": ("ruff", "pydoctor", "interrogate"),
    "pep257": ("ruff", "interrogate"),
}
NUMPYDOC_CHECKS = (
    "GL03 GL05 GL06 GL07 GL09 GL10 SS01 SS04 PR01 PR02 PR03 PR04 PR05 PR07 PR10 RT01 RT03 YD01"
)


@dataclass(frozen=True, slots=True)
class JudgeFinding:
    """What a judge found.

    Attributes:
        judge: Its name.
        code: Its code for what it found; where it has none, the first words of its message.
        path: The file, relative to the folder.
        line: The line, or 0 where it tells none.
        message: In its words.
    """

    judge: str
    code: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the finding on one line."""
        return f"{self.path}:{self.line}: {self.judge} {self.code} {self.message}"


def run(folder: Path, style: str) -> list[JudgeFinding]:
    """Return what the judges of a style find in a folder beyond the known false positives."""
    from benchmarks.false_positives import known

    return [finding for finding in ask(folder, style) if known(finding, folder) is None]


def ask(folder: Path, style: str) -> list[JudgeFinding]:
    """Return all that the judges of a style find, in files that this interpreter can parse."""
    root = folder.resolve()
    files = [path for path in sorted(root.rglob("*.py")) if _parses(path)]
    found = [
        finding
        for judge in JUDGES[style]
        for finding in _ASKED[judge](root, files, style)
        if finding.path
    ]
    return sorted(set(found), key=lambda f: (f.path, f.line, f.judge, f.code))


def _parses(path: Path) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def program(judge: str) -> Path:
    """Return a judge's program, installed if it is not there yet."""
    home = HOME / judge
    binary = home / ("Scripts" if os.name == "nt" else "bin")
    if not (binary / judge).exists():
        print(f"installing {PACKAGES[judge]}", file=sys.stderr)
        venv.create(home, with_pip=True)
        command = [str(binary / "python"), "-m", "pip", "install", "--quiet", PACKAGES[judge]]
        subprocess.run([*command, "--disable-pip-version-check"], check=True)
    return binary / judge


def _ran(judge: str, arguments: Sequence[str], files: Sequence[Path], cwd: Path) -> Iterator[str]:
    """Yield what a judge says of the files, a batch at a time; halve a batch that crashes it."""
    for start in range(0, len(files), BATCH):
        yield from _batch(judge, arguments, files[start : start + BATCH], cwd)


def _batch(judge: str, arguments: Sequence[str], files: Sequence[Path], cwd: Path) -> Iterator[str]:
    names = [str(path.relative_to(cwd)) for path in files]
    command = [str(program(judge)), *arguments, *names]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    said = done.stdout + "\n" + done.stderr
    if "Traceback (most recent call last)" not in said:
        yield said
    elif len(files) > 1:
        half = len(files) // 2
        yield from _batch(judge, arguments, files[:half], cwd)
        yield from _batch(judge, arguments, files[half:], cwd)
    else:
        print(f"{judge} crashed on {names[0]}", file=sys.stderr)


def _ruff(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    convention = style if style in ("google", "numpy") else "pep257"
    rules = "D,DOC" if style in ("google", "numpy") else "D"
    arguments = ["check", "--isolated", "--no-cache", "--preview", "--output-format", "json"]
    arguments += ["--select", rules, "--ignore", "D107"]
    arguments += ["--config", f'lint.pydocstyle.convention="{convention}"']
    for said in _ran("ruff", arguments, files, root):
        for row in json.loads(said[: said.rindex("]") + 1]):
            path = Path(row["filename"]).relative_to(root).as_posix()
            line = row["location"]["row"]
            yield JudgeFinding("ruff", row["code"] or "syntax", path, line, row["message"])


def _pydoclint(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    arguments = ["-q", f"--style={style}", "--check-style-mismatch=True"]
    arguments += ["--skip-checking-short-docstrings=False", "--ignore-underscore-only-args=False"]
    if style == "sphinx":  # it looks for a directive where Sphinx has the fields ivar and cvar
        arguments.append("--check-class-attributes=False")
    path = ""
    for said in _ran("pydoclint", arguments, files, root):
        for line in said.splitlines():
            if match := re.match(r"\s+(\d+): (DOC\d+): (.*)", line):
                yield JudgeFinding("pydoclint", match[2], path, int(match[1]), match[3])
            elif line.endswith(".py"):
                path = line.strip()


def _numpydoc(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    with tempfile.TemporaryDirectory() as folder:
        checks = ", ".join(f'"{check}"' for check in NUMPYDOC_CHECKS.split())
        text = f"[tool.numpydoc_validation]\nchecks = [{checks}]\nexclude = ['\\.__init__$']\n"
        Path(folder, "pyproject.toml").write_text(text, encoding="utf-8")
        for said in _ran("numpydoc", ["lint", "--config", folder], files, root):
            yield from _lines(said, "numpydoc", r"(?P<path>.+?\.py):(?P<line>\d+): (?P<code>\w+) ")


def _docsig(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    place = ("", 0)
    for said in _ran("docsig", ["--check-class", "--no-ansi"], files, root):
        for line in said.splitlines():
            if match := re.match(r"(.+?\.py):(\d+)", line):
                place = (match[1], int(match[2]))
            elif match := re.match(r"\s+(SIG\d+): (.*)", line):
                yield JudgeFinding("docsig", match[1], *place, match[2])


def _pydoctor(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    for top, package in _packages(root, files):
        with tempfile.TemporaryDirectory() as out:
            arguments = ["--docformat=epytext", "-W", f"--html-output={out}"]
            for said in _ran("pydoctor", arguments, [package], top):
                shown = said.replace(f"{root}{os.sep}", "")
                yield from _lines(shown, "pydoctor", r"(?P<path>\S+?\.py):(?P<line>\d+|\?+): ")


def _griffe(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    arguments = ["dump", "-f", "-d", style, "-L", "WARNING", "-o", os.devnull, "-s", "."]
    for top, package in _packages(root, files):
        command = [str(program("griffe")), *arguments, package.stem]
        done = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)
        above = "" if top == root else f"{top.relative_to(root).as_posix()}/"
        said = done.stderr.replace("WARNING    ", f"WARNING {above}")
        told = _lines(said, "griffe", r"WARNING\s+(?P<path>\S+?\.py):(?P<line>\d+): ")
        # It is asked for parameters that do not exist; that types are missing or told twice
        # (`No type`, `Duplicate`) is so in the code, and as the options have it.
        yield from (f for f in told if "does not appear in the function signature" in f.message)


def _interrogate(root: Path, files: Sequence[Path], style: str) -> Iterator[JudgeFinding]:
    arguments = ["-vv", "-O", "-n", "--fail-under", "100", "--ignore-init-method"]
    for said in _ran("interrogate", arguments, files, root):
        # It shows paths relative to what all of a batch's have in common, and names that first.
        base = re.search(r"Coverage for (.*?)/? =", said)
        top = Path(base[1]).resolve() if base else root
        top = top.parent if top.is_file() else top
        path = ""
        for line in said.split("- Summary -")[0].splitlines():
            if match := re.match(r"\|\s+(\S+\.py)\s", line):
                path = (top / match[1]).relative_to(root).as_posix()
            elif "MISSED" in line:
                name = line.split("|")[1].strip()
                where = int(match[1]) if (match := re.search(r"\(L(\d+)\)", name)) else 1
                yield JudgeFinding("interrogate", "missing", path, where, name)


def _lines(said: str, judge: str, pattern: str) -> Iterator[JudgeFinding]:
    """Yield the findings in lines that start with a pattern."""
    for line in said.splitlines():
        match = re.match(pattern, line)
        if match is None:
            continue
        message = line[match.end() :].strip()
        groups = match.groupdict()
        code = groups.get("code") or " ".join(re.sub(r"[\"'].*", "", message).split()[:3])
        number = int(groups["line"]) if groups["line"].isdigit() else 0
        yield JudgeFinding(judge, code, groups["path"], number, message)


def _packages(root: Path, files: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield the folder that each topmost package or module stands in, and itself."""
    seen = set()
    for path in files:
        top = path
        while top.parent != root and (top.parent / "__init__.py").exists():
            top = top.parent
        if top not in seen:
            seen.add(top)
            yield top.parent, top


_ASKED: dict[str, Callable[[Path, Sequence[Path], str], Iterator[JudgeFinding]]] = {
    "ruff": _ruff,
    "pydoclint": _pydoclint,
    "numpydoc": _numpydoc,
    "docsig": _docsig,
    "pydoctor": _pydoctor,
    "griffe": _griffe,
    "interrogate": _interrogate,
}


def main() -> int:
    """Judge a tree, print what is left and exit with 1 where something is."""
    from benchmarks.false_positives import known

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="a file or folder; it is copied, not changed")
    parser.add_argument("--style", action="append", choices=sorted(JUDGES), help="default: all")
    parser.add_argument("--as-is", action="store_true", help="judge without writing docstrings")
    parser.add_argument("--known", action="store_true", help="count the false positives, too")
    parser.add_argument("--json", type=Path, help="where to write the findings")
    arguments = parser.parse_args()
    report = {}
    for style in arguments.style or list(JUDGES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name, "tree").resolve()
            _copied(arguments.path, folder)
            if not arguments.as_is:
                _written(folder, style)
            reasons: Counter[str] = Counter()
            left = []
            for finding in ask(folder, style):
                row = known(finding, folder)
                if row is None:
                    left.append(finding)
                else:
                    reasons[f"{row.judge} {finding.code}: {row.why}"] += 1
        _show(style, left, reasons if arguments.known else Counter())
        report[style] = {"left": [asdict(f) for f in left], "known": dict(reasons)}
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return int(any(each["left"] for each in report.values()))


def _copied(path: Path, folder: Path) -> None:
    if path.is_dir():
        ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".testbed")
        shutil.copytree(path, folder, ignore=ignored, ignore_dangling_symlinks=True)
    else:
        folder.mkdir(parents=True)
        shutil.copy(path, folder)


def _written(folder: Path, style: str) -> None:
    # The judges look for what a constructor takes where each of them does by itself.
    (folder / "docstring-lsp.toml").write_text('init = "class"\n', encoding="utf-8")
    options = ["--replace", "--write", "--include-private", "--include-tests"]
    options += ["--include-magic", "--include-nested", "--style", style]
    command = [sys.executable, "-m", "docstring_lsp", "generate", str(folder), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        print(done.stderr, file=sys.stderr)


def _show(style: str, left: Sequence[JudgeFinding], reasons: Counter[str]) -> None:
    print(f"\n{style}: {len(left)} findings beyond {sum(reasons.values())} known")
    for reason, count in sorted(reasons.items()):
        print(f"  {count:>6}  {reason}")
    for finding in left:
        print(f"  {finding}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

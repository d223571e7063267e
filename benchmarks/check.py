"""How long ``check`` takes beside the tools it stands in for, in one run on the same files.

CPU seconds of whole processes (``user`` and ``system``) and the peak of their memory, the median
of some runs, one process each (``--jobs 1``): cold without what was remembered, warm with it.
Rules are set so that each pair looks for the same; then a single small file, and where its time
goes. Each tool lives in an environment of its own under ``.testbed/judges``.

    python benchmarks/check.py [PROJECT ...] [--runs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import located  # noqa: E402
from benchmarks.judges import program  # noqa: E402

PROJECTS = {"django": "google", "scikit-learn": "numpy"}
"""What is measured, and the style that pydoclint is told."""

SCRIPT = Path(sys.executable).with_name("docstring-lsp")
STARTED = (str(SCRIPT),) if SCRIPT.exists() else (sys.executable, "-m", "docstring_lsp")
OURS = (*STARTED, "check", "--jobs", "1", "--format", "concise")
COLD = (*OURS, "--no-cache")
SMALL = {
    "small, undocumented": ROOT / "examples" / "parcels.py",
    "small, documented": ROOT / "docstring_lsp" / "git.py",
}
EVERYTHING = ("--include-private", "--include-magic", "--include-nested", "--include-tests")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took.

    Attributes:
        cpu: Seconds of the processor.
        memory: The most memory it held, in MB.
    """

    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement beside another.

    Attributes:
        project: What was looked at.
        what: What is measured: ``cpu`` seconds or ``memory``.
        ours: What was run of ours.
        figure: Its figure.
        theirs: What it is measured against.
        against: The figure of that.
        limit: What the ratio must not pass, if there is such a limit.
    """

    project: str
    what: str
    ours: str
    figure: float
    theirs: str
    against: float
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How much of the other's figure ours is."""
        return self.figure / self.against


def main() -> int:
    """Measure, print the tables, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="*", default=list(PROJECTS))
    parser.add_argument("--runs", type=int, default=3, help="the median of so many counts")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.projects:
            copy = _project(located(name), Path(folder) / name)
            rows += measured(name, copy, PROJECTS.get(name, "google"), arguments.runs)
        for name, module in SMALL.items():
            small = _small(Path(folder) / module.stem, module)
            rows += measured_small(name, small, max(arguments.runs, 9))
        _show(rows)
        _show_imports(Path(folder) / SMALL["small, undocumented"].stem)
    if arguments.json:
        figures = [{**asdict(row), "ratio": round(row.ratio, 3)} for row in rows]
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return int(any(row.limit is not None and row.ratio > row.limit for row in rows))


def measured(name: str, folder: Path, style: str, runs: int) -> Iterator[Row]:
    """Yield what one project costs."""
    commands = {
        "interrogate": (str(program("interrogate")), "-vv", "."),
        "pydoclint": (str(program("pydoclint")), "-q", f"--style={style}", "."),
        "pydocstyle": (str(program("pydocstyle")), "--match=.*[.]py", "."),
        "ruff D,DOC": (
            *(str(program("ruff")), "check", "--isolated", "--no-cache", "--preview", "-q"),
            *("--select", "D,DOC", "."),
        ),
        "missing": (*COLD, "--select", "DL1", *EVERYTHING, "."),
        "stale": (*COLD, "--select", "DL2", "."),
        "missing, unfinished, style": (*COLD, "--select", "DL1,DL4,DL5", *EVERYTHING, "."),
        "every rule": (*COLD, "."),
        "every rule, warm": (*OURS, "."),
    }
    costs = _medians(commands, folder, runs)

    def row(ours: str, theirs: str, limit: float | None, what: str = "cpu") -> Row:
        figure, against = getattr(costs[ours], what), getattr(costs[theirs], what)
        return Row(name, what, ours, round(figure, 2), theirs, round(against, 2), limit)

    yield row("missing", "interrogate", 1.0)
    yield row("stale", "pydoclint", 1.0)
    yield row("missing, unfinished, style", "pydocstyle", 0.1)
    yield row("every rule, warm", "every rule", 0.15)
    yield row("every rule", "pydoclint", None)
    yield row("every rule", "ruff D,DOC", None)
    yield row("missing", "interrogate", 2.0, "memory")
    yield row("every rule", "interrogate", 2.0, "memory")


def measured_small(name: str, folder: Path, runs: int) -> Iterator[Row]:
    """Yield what one small file costs, from the start of the process to its end.

    Each is a process of its own. With nothing kept, ours imports what the rules need; of a file
    that was looked at before, it tells what was found.
    """
    commands = {
        "interrogate": (str(program("interrogate")), "-q", "."),
        "pydoclint": (str(program("pydoclint")), "-q", "--style=google", "."),
        "missing": (*COLD, "--select", "DL1", "."),
        "stale": (*COLD, "--select", "DL2", "."),
        "missing, known": (*OURS, "--select", "DL1", "."),
        "stale, known": (*OURS, "--select", "DL2", "."),
        "every rule, known": (*OURS, "."),
        "python": (sys.executable, "-c", "import ast"),
    }
    costs = _medians(commands, folder, runs)

    def row(ours: str, theirs: str, limit: float | None) -> Row:
        figures = round(costs[ours].cpu, 3), round(costs[theirs].cpu, 3)
        return Row(name, "cpu", ours, figures[0], theirs, figures[1], limit)

    yield row("missing", "interrogate", 1.0)
    yield row("stale", "pydoclint", None)
    yield row("missing, known", "interrogate", 1.0)
    yield row("stale, known", "pydoclint", 0.5)
    yield row("every rule, known", "pydoclint", 0.5)
    yield row("every rule, known", "python", None)


def _medians(commands: dict[str, tuple[str, ...]], folder: Path, runs: int) -> dict[str, Cost]:
    """Return the median cost of each command; rounds of all, so that a busy moment hits all."""
    environment = _environment(folder.parent)
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for command in commands.values():
        _run(command, folder, environment)
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(_run(command, folder, environment))
    return {
        name: Cost(
            statistics.median(cost.cpu for cost in costs),
            statistics.median(cost.memory for cost in costs),
        )
        for name, costs in taken.items()
    }


def _run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Cost:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def _environment(home: Path) -> dict[str, str]:
    """Return an environment with a cache of its own, where bytecode is kept as for a user."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }


def _project(source: Path, folder: Path) -> Path:
    """Copy a project, so that no settings of ours hold for it."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.pyc", "*.so", "*.mo"))
    (folder / ".git").mkdir()
    return folder


def _small(folder: Path, module: Path) -> Path:
    (folder / ".git").mkdir(parents=True)
    shutil.copy(module, folder)
    return folder


def _show(rows: Sequence[Row]) -> None:
    print(f"{'':<19} {'':<7} {'ours':<27} {'':>7}  {'against':<13} {'':>7} {'ratio':>6}")
    for row in rows:
        limit = f"  (limit {row.limit})" if row.limit is not None else ""
        passed = "  PASSED" if row.limit is not None and row.ratio > row.limit else ""
        print(
            f"{row.project:<19} {row.what:<7} {row.ours:<27} {row.figure:>7.2f}"
            f"  {row.theirs:<13} {row.against:>7.2f} {row.ratio:>6.2f}{limit}{passed}"
        )


def _show_imports(folder: Path) -> None:
    """Print where the time of a small file goes: to imports, by the package they are of."""
    options = COLD[len(STARTED) :]
    command = [sys.executable, "-X", "importtime", "-m", "docstring_lsp", *options, "."]
    done = subprocess.run(
        command, cwd=folder, env=_environment(folder.parent), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    spent: dict[str, int] = {}
    for line in done.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            package = parts[2].strip().split(".")[0]
            own = package if package in ("docstring_lsp", "libcst", "click", "yaml") else "others"
            spent[own] = spent.get(own, 0) + int(parts[0])
    print("imports of a small file with every rule, in ms:")
    for name, microseconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<14} {microseconds / 1000:>6.1f}")


if __name__ == "__main__":
    sys.exit(main())

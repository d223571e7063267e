"""Documents whole projects in memory and judges the result; the standard library by default.

Each file goes through what ``generate --replace --include-private --include-tests`` does, and
is judged by `tests.unchanged`. ``--judges`` also writes the results to a folder and asks the
tools of `benchmarks/judges.py`.

    python benchmarks/corpus.py [PATH | PROJECT ...] [--style NAME ...] [--jobs N] [--json FILE]

A project is a name in the package index: its source (or, where that cannot be had without a
compiler, its wheel) is fetched into ``.testbed/corpus``; ``sdist:NAME`` is the source alone, as
pip unpacks it, below ``.testbed/sdists``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TESTBED = ROOT / ".testbed" / "corpus"
sys.path.insert(0, str(ROOT))

from tests.corpus import Result, document, python_files, standard_library  # noqa: E402

STYLES = ("google", "numpy", "sphinx")
PHASES = ("scan", "extract", "author", "compose", "render", "edit", "proof")
MOST_SHOWN = 20


def main() -> int:
    """Run, print a table a corpus and style, and exit with 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", help="files, folders or projects")
    parser.add_argument("--style", action="append", help="may be repeated; default: three")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--part", type=int, default=1, help="only one file in so many")
    parser.add_argument("--once", action="store_true", help="leave the second run out")
    parser.add_argument("--judges", action="store_true", help="ask the judges of the style, too")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    rows = [
        measure(name, style, arguments)
        for name in arguments.corpora or ["stdlib"]
        for style in arguments.style or STYLES
    ]
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return any(row["failures"] for row in rows)


def measure(name: str, style: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Document one corpus in one style, print what became of it and return the figures."""
    root = located(name)
    base = root if root.is_dir() else root.parent
    files = list(python_files(root, part=arguments.part)) if root.is_dir() else [root]
    tasks = [(path, base, style, not arguments.once) for path in files]
    started = time.perf_counter()
    results, phases = run(tasks, arguments.jobs)
    row = summary(name, style, results, phases)
    row["wall_seconds"] = round(time.perf_counter() - started, 1)
    show(row)
    if arguments.judges:
        row["judged"] = judged(name, style, results)
        print(json.dumps(row["judged"], indent=2))
    return row


def run(tasks: list[tuple[Path, Path, str, bool]], jobs: int) -> tuple[list[Result], Counter[str]]:
    """Return a result a file and the seconds that each phase took."""
    phases: Counter[str] = Counter()
    results = []
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for result, spent in pool.map(timed, tasks, chunksize=4):
            results.append(result)
            phases.update(spent)
    return results, phases


def timed(task: tuple[Path, Path, str, bool]) -> tuple[Result, Counter[str]]:
    """Document one file and tell how long each phase took; runs in a process of its own."""
    spent = _watches()
    before = Counter(spent)
    path, root, style, twice = task
    result = document(path, root, style, twice=twice)
    return result, Counter({phase: spent[phase] - before[phase] for phase in spent})


def summary(name: str, style: str, results: list[Result], phases: Counter[str]) -> dict[str, Any]:
    """Return the figures of one run."""
    definitions = sum(r.definitions for r in results)
    seconds = sum(r.seconds for r in results)
    inside = {
        phase: phases[phase] - (phases["proof"] if phase == "edit" else 0) for phase in PHASES
    }
    total = sum(inside.values()) or 1.0
    return {
        "corpus": name,
        "style": style,
        "files": len(results),
        "definitions": definitions,
        "documented": sum(r.written for r in results),
        "excused": sum(r.excused for r in results),
        "refused": dict(_reasons(results)),
        "unreadable": {r.path: r.unreadable for r in results if r.unreadable},
        "failures": [_told(r) for r in results if r.failed],
        "seconds": round(seconds, 2),
        "definitions_per_second_and_core": round(definitions / seconds) if seconds else 0,
        "shares": {phase: round(inside[phase] / total, 3) for phase in PHASES},
    }


def show(row: dict[str, Any]) -> None:
    """Print one run."""
    refused = sum(row["refused"].values())
    print(f"\n{row['corpus']} in {row['style']}: {row['files']} files, {row['wall_seconds']} s")
    print(f"  definitions {row['definitions']:>8}")
    print(f"  documented  {row['documented']:>8}  (and {row['excused']} need none)")
    print(f"  refused     {refused:>8}  {row['refused'] or ''}")
    print(f"  unreadable  {len(row['unreadable']):>8}  by the interpreter itself")
    print(f"  failures    {len(row['failures']):>8}")
    for line in row["failures"][:MOST_SHOWN]:
        print(f"    {line}")
    print(f"  {row['definitions_per_second_and_core']} definitions a second on one core, of that:")
    print("  " + ", ".join(f"{phase} {share:.0%}" for phase, share in row["shares"].items()))


def judged(name: str, style: str, results: list[Result]) -> dict[str, Any]:
    """Write the results to a folder, ask the judges and count what they say beyond the known."""
    from benchmarks import judges
    from docstring_lsp.source.text import encode

    folder = TESTBED / "judged" / f"{Path(name).name}-{style}"
    shutil.rmtree(folder, ignore_errors=True)
    for result in results:
        if result.text is not None:
            path = folder / result.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(encode(result.text))
    found: dict[str, list[str]] = defaultdict(list)
    for finding in judges.run(folder, style):
        found[f"{finding.judge} {finding.code}"].append(str(finding))
    return {code: {"count": len(all_), "first": all_[:MOST_SHOWN]} for code, all_ in found.items()}


def located(name: str) -> Path:
    """Return the path of a corpus, fetched if it is a project's name."""
    if name == "stdlib":
        return standard_library()
    if Path(name).exists():
        return Path(name).resolve()
    if name.startswith("sdist:"):
        return _sdist(name.removeprefix("sdist:"))
    folder = TESTBED / name
    if not folder.exists():
        _unpack(_fetch(name), folder)
    return folder


def _sdist(name: str) -> Path:
    """Return a project's source distribution, unpacked; what it takes to build it is not asked."""
    folder = TESTBED.parent / "sdists" / name
    if folder.exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary"]
        command += [":all:", "--no-build-isolation", "--no-clean", "--dest", f"{temporary}/got"]
        environment = {**os.environ, "TMPDIR": temporary}
        subprocess.run([*command, name], check=False, capture_output=True, env=environment)
        # pip unpacks before it asks what a project needs, which may take a compiler to tell.
        for unpacked in Path(temporary).glob(f"pip-download-*/{name}_*"):
            shutil.move(unpacked, folder)
            return folder
    raise SystemExit(f"{name}: its source distribution could not be fetched")


def _fetch(name: str) -> Path:
    parcels = TESTBED / "parcels" / name
    for kind in ("--no-binary", "--only-binary"):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", kind, ":all:"]
        subprocess.run([*command, "--dest", str(parcels), name], check=False, capture_output=True)
        fetched = sorted(parcels.glob("*")) if parcels.exists() else []
        if fetched:
            return fetched[0]
    raise SystemExit(f"{name}: neither a path nor a project that can be fetched")


def _unpack(parcel: Path, folder: Path) -> None:
    if parcel.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(parcel) as archive:
            archive.extractall(folder)
    else:
        with tarfile.open(parcel) as archive:
            archive.extractall(folder, filter="data")


def _reasons(results: Iterable[Result]) -> Counter[str]:
    return Counter(reason for r in results for _, reason in r.refused)


def _told(result: Result) -> str:
    kinds = ("crash", "changed", "missing", "second")
    told = [f"{kind}: {getattr(result, kind)}" for kind in kinds if getattr(result, kind)]
    return f"{result.path}: {'; '.join(told)}"[:300]


_SPENT: Counter[str] = Counter()


def _watches() -> Counter[str]:
    """Return the seconds spent in each phase so far, watched from the first call on."""
    if _SPENT:
        return _SPENT
    from docstring_lsp.actions import composing
    from docstring_lsp.actions import generate as action
    from docstring_lsp.actions.conventions import style, styles
    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.source import edit

    places: list[tuple[str, Any, str]] = [
        ("scan", action, "scan"),
        ("extract", composing, "extract"),
        ("compose", composing, "compose"),
        ("edit", action, "docstring_edit"),
        ("proof", edit, "prove"),
        *(("render", type(style(name)), "render") for name in styles()),
    ]
    for phase, holder, attribute in places:
        _SPENT[phase] = 0
        setattr(holder, attribute, _watched(phase, getattr(holder, attribute)))
    _SPENT["author"] = 0
    asked = Engine.__call__

    async def call(engine: Engine, request: Any) -> Any:
        start = time.perf_counter()
        reply = await asked(engine, request)
        _SPENT["author"] += time.perf_counter() - start  # type: ignore[assignment]
        return reply

    Engine.__call__ = call  # type: ignore[method-assign]
    return _SPENT


def _watched(phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def watched(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            _SPENT[phase] += time.perf_counter() - start  # type: ignore[assignment]

    return watched


if __name__ == "__main__":
    sys.exit(main())

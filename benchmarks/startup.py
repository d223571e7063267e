"""How long a start takes: of ``check`` on one file, and of the server to its first answer.

``check`` is measured against ``python -c "import ast"``, the server against the least that
pygls can do. The runs are interleaved, so that a busy moment hits all alike; what counts are
the medians and their ratios.

    python benchmarks/startup.py [--runs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "parcels.py"
EMPTY = "python -c 'import ast'"
LEAST = "a minimal pygls server"
SERVE = "serve, to the answer to initialize"
LIMITS = {SERVE: 1.1}

MINIMAL_SERVER = """
from pygls.lsp.server import LanguageServer

server = LanguageServer("minimal", "1")
server.start_io()
"""

_INITIALIZE = json.dumps(
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
).encode()


def main() -> int:
    """Measure, print a table, and exit with 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="of each command; the median counts")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), arguments.runs)
    print(f"{'start':<40} {'ms':>7} {'of':<28} {'ms':>7} {'ratio':>6}")
    for row in rows:
        print(
            f"{row['start']:<40} {row['ms']:>7.1f} {row['of']:<28} {row['of_ms']:>7.1f}"
            f" {row['ratio']:>6.2f}" + (f"  (limit {row['limit']})" if row["limit"] else "")
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(any(row["limit"] and row["ratio"] > row["limit"] for row in rows))


def measure(folder: Path, runs: int) -> list[dict[str, Any]]:
    """Return a row a start that is measured, with what it is measured against."""
    plain = _project(folder / "plain", "")
    configured = _project(folder / "configured", 'style = "google"\nline-length = 100\n')
    minimal = folder / "minimal.py"
    minimal.write_text(MINIMAL_SERVER, encoding="utf-8")
    environment = _environment(folder / "bytecode")
    python, ours = [sys.executable], [sys.executable, "-m", "docstring_lsp"]
    commands: dict[str, tuple[Callable[..., float], list[str], Path]] = {
        EMPTY: (_run, [*python, "-c", "import ast"], plain),
        "check one_file.py, nothing configured": (_run, [*ours, "check", "one_file.py"], plain),
        "check one_file.py, configured": (_run, [*ours, "check", "one_file.py"], configured),
        "docstring-lsp --version": (_run, [*ours, "--version"], plain),
        LEAST: (_first_answer, [*python, str(minimal)], plain),
        SERVE: (_first_answer, [*ours, "serve"], plain),
    }
    starts = {
        name: partial(how, command, place, environment)
        for name, (how, command, place) in commands.items()
    }
    for start in starts.values():
        start()  # compiles what is imported
    taken: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(runs):
        for name, start in starts.items():
            taken[name].append(start())
    medians = {name: statistics.median(times) * 1000 for name, times in taken.items()}
    rows: list[dict[str, Any]] = []
    for name in starts:
        if name not in (EMPTY, LEAST):
            of = LEAST if name == SERVE else EMPTY
            ratio = medians[name] / medians[of]
            rows.append(
                {
                    "start": name,
                    "ms": round(medians[name], 1),
                    "of": of,
                    "of_ms": round(medians[of], 1),
                    "ratio": round(ratio, 2),
                    "limit": LIMITS.get(name),
                }
            )
    return rows


def _project(folder: Path, settings: str) -> Path:
    (folder / ".git").mkdir(parents=True)
    (folder / "one_file.py").write_bytes(EXAMPLE.read_bytes())
    if settings:
        (folder / "docstring-lsp.toml").write_text(settings, encoding="utf-8")
    return folder


def _environment(bytecode: Path) -> dict[str, str]:
    """Return an environment in which bytecode is kept, as it is on a user's machine."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(bytecode)}


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - started


def _first_answer(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(_INITIALIZE) + _INITIALIZE)
        process.stdin.flush()
        while _received(process.stdout).get("id") != 1:
            pass
        taken = time.perf_counter() - started
        process.kill()
    return taken


def _received(stream: IO[bytes]) -> dict[str, object]:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    message: dict[str, object] = json.loads(stream.read(length))
    return message


if __name__ == "__main__":
    sys.exit(main())

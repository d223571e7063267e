"""The measurements run: each on something small, for their figures are of no matter here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ("corpus.py", "examples", "--style", "google", "--once"),
        ("roundtrip.py", "examples"),
    ],
    ids=lambda command: command[0],
)
def test_a_measurement_runs(command: tuple[str, ...]) -> None:
    name, *arguments = command
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

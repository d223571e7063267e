"""A project of its own for each test, and the command line run in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import docstring_lsp
from docstring_lsp.cli.app import run

SHOP = '''\
"""A shop."""


class Cart:
    """What is bought."""

    def add(self, name: str, count: int = 1) -> None:
        self.items[name] = count

    def total(self) -> float:
        """Return the total."""
        return sum(self.items.values())

    def _log(self) -> None:
        print(self.items)


def refund(amount: float) -> float:
    if amount <= 0:
        raise ValueError("amount must be positive")
    return -amount
'''


@dataclass(frozen=True)
class Result:
    """What a run came to.

    Attributes:
        status: The exit status.
        out: What was written to standard output.
        err: What was written to standard error.
    """

    status: int
    out: str
    err: str


Cli = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, the current folder; nothing of this machine's user is read."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("NO_COLOR", "FORCE_COLOR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    # For those tests that start a process: the package under test, installed or not.
    monkeypatch.setenv("PYTHONPATH", str(Path(docstring_lsp.__file__).parents[1]))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def shop(project: Path) -> Path:
    """A file with two docstrings missing: those of `Cart.add` and `refund`."""
    path = project / "shop.py"
    path.write_text(SHOP)
    return path


@pytest.fixture
def cli(project: Path, capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs the command line in the project and returns what it came to."""

    def invoke(*argv: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capfdbinary.readouterr()
        status = run([str(argument) for argument in argv])
        captured = capfdbinary.readouterr()
        return Result(status, captured.out.decode(), captured.err.decode())

    return invoke

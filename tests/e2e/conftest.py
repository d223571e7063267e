"""What both editors' tests share: where the editors are, a project, the server's command."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
TESTBED = Path(os.environ.get("DOCSTRING_LSP_TESTBED", REPOSITORY / ".testbed"))
EXAMPLE = REPOSITORY / "examples" / "parcels.py"
NAME = "docstring-lsp"

PYPROJECT = """\
[project]
name = "parcels"
version = "1.0"

[tool.ruff.lint.pydocstyle]
convention = "google"
"""

RATES = """\
def rate_of(destination: str, express: bool = False) -> float:
    if not destination:
        raise ValueError("destination must not be empty")
    return 9.5 if express else 4.75
"""


def absent(reason: str) -> BaseException:
    """Return what to raise for want of an editor: a failure where scripts/e2e promised one."""
    promised = os.environ.get("DOCSTRING_LSP_EDITORS") == "required"
    return pytest.fail.Exception(reason) if promised else pytest.skip.Exception(reason)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="store what the editors show during the end-to-end tests in this folder",
    )


@dataclass(frozen=True)
class Project:
    """A project of two files.

    Attributes:
        root: Its folder.
        file: The file that is worked in.
        program: The server, as an editor finds it on the PATH.
        environment: What an editor is started with.
    """

    root: Path
    file: Path
    program: Path
    environment: dict[str, str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("work") / "parcels"
    root.mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "rates.py").write_text(RATES, encoding="utf-8")
    file = root / EXAMPLE.name
    shutil.copy(EXAMPLE, file)
    program = tmp_path_factory.mktemp("bin") / NAME
    _install_command(program)
    # An installed one would be found where the tests take ours away.
    others = [f for f in os.environ["PATH"].split(os.pathsep) if not (Path(f) / NAME).exists()]
    path = os.pathsep.join([str(program.parent), *others])
    return Project(root, file, program, {**os.environ, "PATH": path})


@pytest.fixture(scope="session")
def pictures(request: pytest.FixtureRequest) -> Path | None:
    folder: Path | None = request.config.getoption("--pictures", default=None)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        folder = folder.resolve()
    return folder


def _install_command(command: Path) -> None:
    """Stand in for an installed console script: the code that is tested, under its own name."""
    program = (
        f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}" exec "{sys.executable}" -m docstring_lsp "$@"\n'
    )
    command.write_text(program, encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)

"""The hooks, run by the real pre-commit on a repository made here.

Skipped where pre-commit is not found, on the path or in ``.testbed/pre-commit``; and what has to
install the package, where packages cannot be installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("docstring_lsp", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
STALE = '''\
"""A shop."""


def pay(amount: int, unit: str) -> None:
    """Pay the bill.

    Args:
        amount: How much.
        currency: In which currency.
    """
    print(amount, unit)


def refund(amount: int) -> None:
    print(-amount)
'''


def pre_commit() -> Path:
    beside = ROOT / ".testbed" / "pre-commit" / "bin" / "pre-commit"
    found = shutil.which("pre-commit") or (str(beside) if beside.exists() else None)
    if found is None or shutil.which("git") is None:
        pytest.skip("pre-commit is not installed")
    return Path(found)


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> Path:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    return folder


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this package as it stands."""
    folder = tmp_path_factory.mktemp("ours")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / part, ignore=leave)
        else:
            shutil.copy(source, folder / part)
    return committed(folder)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a docstring that is stale and one that is missing, and with a venv."""
    folder = tmp_path / "project"
    (folder / "venv").mkdir(parents=True)
    (folder / "shop.py").write_text(STALE)
    (folder / "venv" / "left_out.py").write_text("def f(): pass\n")
    (folder / "notes.txt").write_text("def f(): pass\n")
    return committed(folder)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


def run(project: Path, store: Path, *arguments: str) -> tuple[int, str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    scripts = Path(sys.executable).parent
    environment["PATH"] = f"{scripts}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [pre_commit(), *arguments],
        cwd=project,
        env={**environment, "PRE_COMMIT_HOME": str(store), "XDG_CACHE_HOME": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if "pip" in done.stdout and "No matching distribution" in done.stdout:
        pytest.skip("packages cannot be installed here")
    return done.returncode, done.stdout


def configure(project: Path, ours: Path, python: str) -> None:
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ours, check=True, capture_output=True, text=True
    )
    hook = f"      - id: docstring-fix\n        language_version: {python}\n"
    (project / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {ours}\n    rev: {head.stdout.strip()}\n    hooks:\n{hook}"
        "      - id: docstring-check\n" + hook.splitlines(keepends=True)[1]
    )
    git(project, "add", "--all")


def test_try_repo_reports_what_is_wrong(ours: Path, project: Path, store: Path) -> None:
    status, out = run(project, store, "try-repo", str(ours), "docstring-check", "--all-files")
    assert status == 1, out
    assert "shop.py:4:5: DL200" not in out
    assert "shop.py:9:9: DL202 parameter `unit` is documented as `currency`" in out
    assert "shop.py:14:5: DL103 missing docstring of function `refund`" in out
    assert "left_out" not in out
    assert "notes.txt" not in out


def interpreter(version: str) -> str:
    """The path of a Python of a version, found on the path or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    names = [f"python{version}", *map(str, pyenv.glob(f"versions/{version}.*/bin/python"))]
    for name in names:
        if path := shutil.which(name):
            tell = [path, "-c", "import sys; print(sys.executable)"]
            done = subprocess.run(tell, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.strip()
    pytest.skip(f"Python {version} is not installed")


@pytest.mark.parametrize("version", ["3.10", "3.13"])
def test_run_mends_what_can_be_mended(ours: Path, project: Path, store: Path, version: str) -> None:
    configure(project, ours, interpreter(version))
    status, out = run(project, store, "run", "--all-files")
    assert status == 1, out
    assert "files were modified by this hook" in out
    text = (project / "shop.py").read_text()
    assert "        unit: In which currency.\n" in text
    assert 'def refund(amount: int) -> None:\n    """' in text
    git(project, "add", "--all")
    status, out = run(project, store, "run", "--all-files")
    assert status == 0, out
    assert out.count("Passed") == 2


def test_run_converts(ours: Path, project: Path, store: Path) -> None:
    configure(project, ours, interpreter("3.10"))
    path = project / ".pre-commit-config.yaml"
    text = path.read_text().replace("docstring-fix", "docstring-convert", 1)
    path.write_text(text.split("      - id: docstring-check")[0] + "        args: [--to, sphinx]\n")
    git(project, "add", "--all")
    status, out = run(project, store, "run", "--all-files")
    assert status == 1, out
    assert "    :param amount: How much.\n" in (project / "shop.py").read_text()

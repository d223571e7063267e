"""A run that is told again: the same to the byte, and never where what it asked is otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docstring_lsp.cli import gathering, program, replay
from docstring_lsp.cli.app import run
from docstring_lsp.settings.sources import user_file

ARGUMENTS = ["check", "shop.py"]

Change = Callable[[Path, pytest.MonkeyPatch], object]


def done(arguments: list[str]) -> int:
    """Run for the first time."""
    return run(arguments, recording=replay.recording(arguments))


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "."], ARGUMENTS, ["check", "--format", "json"], ["check", "--ignore=DL"]],
)
def test_the_same_is_told_again(
    shop: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    status = done(arguments)
    written = capfd.readouterr()
    assert replay.replay(arguments) == status
    assert capfd.readouterr() == written
    assert shop.exists()


CHANGES: dict[str, Change] = {
    "the file": lambda folder, _: folder.joinpath("shop.py").write_text('"""A shop."""\n'),
    "its settings": lambda folder, _: folder.joinpath("pyproject.toml").write_text(
        '[tool.docstring-lsp]\nignore = ["DL1"]\n'
    ),
    "settings of its own": lambda folder, _: folder.joinpath("docstring-lsp.toml").write_text(""),
    "another tool's file": lambda folder, _: folder.joinpath(".flake8").write_text(
        "[flake8]\ndocstring-convention = numpy\n"
    ),
    "what git leaves out": lambda folder, _: folder.joinpath(".gitignore").write_text("shop.py\n"),
    "the bible": lambda folder, _: (
        folder.joinpath(".docstring-lsp").mkdir(),
        folder.joinpath(".docstring-lsp/bible.toml").write_text("[terms]\n"),
    ),
    "the user's settings": lambda *_: (
        user_file().parent.mkdir(parents=True),
        user_file().write_text('ignore = ["DL1"]\n'),
    ),
    "the environment": lambda _, patch: patch.setenv("DOCSTRING_LSP_IGNORE", "DL1"),
    "colours": lambda _, patch: patch.setenv("FORCE_COLOR", "1"),
    "a file more": lambda folder, _: folder.joinpath("new.py").write_text(""),
    "the file is gone": lambda folder, _: folder.joinpath("shop.py").unlink(),
    "the program": lambda _, patch: patch.setattr(program, "__version__", "another"),
    "the place": lambda folder, patch: (folder.joinpath("in").mkdir(), patch.chdir(folder / "in")),
    "what was kept": lambda *_: [
        path.write_bytes(path.read_bytes()[:-1])
        for path in Path(os.environ["HOME"], ".cache", "docstring-lsp", "runs").iterdir()
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_is_told_again_where_it_is_otherwise(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    done(["check"])
    CHANGES[name](shop.parent, monkeypatch)
    capfd.readouterr()
    assert replay.replay(["check"]) is None
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-cache"],
        ["check", "--fix"],
        ["check", "--coverage"],
        ["check", "--badge", "badge.svg"],
        ["check", "--baseline", "known.json", "--update-baseline"],
        ["check", "nowhere.py"],
        ["check", "--unknown"],
        ["rule", "DL100"],
    ],
)
def test_what_does_more_than_look_is_done_each_time(shop: Path, arguments: list[str]) -> None:
    done(arguments)
    assert replay.replay(arguments) is None
    assert shop.exists()


def test_a_file_that_is_written_while_it_is_looked_at_is_looked_at_again(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspect = gathering.inspect
    monkeypatch.setattr(
        gathering, "inspect", lambda task: (shop.write_text('"""New."""\n'), inspect(task))[1]
    )
    done(ARGUMENTS)
    assert replay.replay(ARGUMENTS) is None


def test_runs_do_not_pile_up(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_MOST", 4)
    for number in range(9):
        done(["check", "shop.py", "--ignore", f"DL10{number}"])
    kept = Path(os.environ["HOME"], ".cache", "docstring-lsp", "runs")
    assert len(list(kept.iterdir())) <= 5
    assert shop.exists()


def test_what_is_told_again_needs_nothing_of_the_rest(shop: Path) -> None:
    code = (
        f"import sys; sys.argv[1:] = {ARGUMENTS!r}\n"
        "from docstring_lsp.__main__ import main\n"
        "try: main()\n"
        "finally: print(sorted({'re', 'typing', 'click', 'pathlib'} & set(sys.modules)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-S", "-c", code.replace("import sys;", f"import sys; {paths};")],
            cwd=shop.parent, capture_output=True, text=True, check=False,
        )
        for paths in [f"sys.path[:] = {[p or str(Path.cwd()) for p in sys.path]!r}"] * 2
    ]  # fmt: skip
    assert [run.returncode for run in runs] == [1, 1], runs[0].stderr
    first, again = (run.stdout.splitlines() for run in runs)
    assert again[:-1] == first[:-1]
    assert (first[-1], again[-1]) == ("['click', 'pathlib', 're', 'typing']", "[]")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_cannot_be_told_is_no_finding(shop: Path) -> None:
    command = [sys.executable, "-m", "docstring_lsp", *ARGUMENTS]
    assert (
        subprocess.run(command, cwd=shop.parent, capture_output=True, check=False).returncode == 1
    )
    with open("/dev/full", "wb") as full:
        told = subprocess.run(
            command, cwd=shop.parent, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert told.returncode == 2
    assert told.stderr.startswith("docstring-lsp: error: the results cannot be written: ")
    assert told.stderr.count("\n") == 1

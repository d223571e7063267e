"""``check`` in a project with a past: a baseline, a diff, a percentage."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

OLD = '"""X."""\n\n\ndef old(): pass\n\n\ndef older(): pass\n'


def codes(out: str) -> list[str]:
    return [line.split(": ")[1].split()[0] + " " + line.split("`")[1] for line in out.splitlines()]


def concise(cli: Cli, *options: str) -> list[str]:
    result = cli("check", "--format", "concise", "--select", "DL1", *options)
    lines = [line for line in result.out.splitlines() if "DL1" in line]
    assert result.status == (1 if lines else 0), result.err
    return [line.split("`")[1] for line in lines]


def test_a_baseline_leaves_old_findings_alone(cli: Cli, project: Path) -> None:
    path = project / "x.py"
    path.write_text(OLD)
    written = cli("check", "--baseline", "known.json", "--update-baseline")
    assert (written.status, written.err) == (0, "2 findings written to known.json.\n")
    assert concise(cli, "--baseline", "known.json") == []
    path.write_text("import os\n\n\ndef new(): pass\n\n\n" + OLD)
    assert concise(cli, "--baseline", "known.json", "--ignore", "DL100") == ["new"]


def test_of_two_alike_a_baseline_knows_as_many_as_there_were(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text('"""X."""\nif a:\n    def f(): pass\n')
    cli("check", "--baseline", "known.json", "--update-baseline")
    text = '"""X."""\nif a:\n    def f(): pass\nelse:\n    def f(): pass\n'
    (project / "x.py").write_text(text)
    assert concise(cli, "--baseline", "known.json") == ["f"]


def test_a_baseline_is_read_from_anywhere(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "lib").mkdir()
    (project / "lib" / "x.py").write_text(OLD)
    cli("check", "--baseline", "known.json", "--update-baseline")
    monkeypatch.chdir(project / "lib")
    assert concise(cli, "--baseline", "../known.json") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [(None, "cannot be read"), ("[]", "no baseline"), ('{"version": 9}', "of another version")],
)
def test_what_is_no_baseline_is_told(cli: Cli, shop: Path, text: str | None, says: str) -> None:
    if text is not None:
        Path("known.json").write_text(text)
    result = cli("check", "--baseline", "known.json")
    assert result.status == 2
    assert "known.json: " in result.err
    assert says in result.err


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a file that has two findings."""
    folder = tmp_path / "repository"
    folder.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    (folder / "x.py").write_text(OLD)
    git("add", "x.py")
    commit("first")
    return folder


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit(message: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    git(*name, "commit", "--quiet", "--all", "--message", message)


def test_only_what_a_diff_touches_is_checked(cli: Cli, repository: Path) -> None:
    path = repository / "x.py"
    assert concise(cli, "--changed-since", "HEAD") == []
    path.write_text(OLD.replace("older(): pass", "older(): return 1"))
    assert concise(cli, "--changed-since", "HEAD") == ["older"]
    commit("second")
    assert concise(cli, "--changed-since", "HEAD") == []
    assert concise(cli, "--changed-since", "HEAD~1") == ["older"]
    assert concise(cli) == ["old", "older"]


def test_a_changed_method_is_none_of_its_class(cli: Cli, repository: Path) -> None:
    path = repository / "x.py"
    text = '"""X."""\n\n\nclass A:\n    def f(self):\n        return 1\n\n    x = 1\n'
    path.write_text(text)
    commit("second")
    path.write_text(text.replace("return 1", "return 2"))
    assert concise(cli, "--changed-since", "HEAD") == ["A.f"]
    path.write_text(text.replace("x = 1", "x = 2"))
    assert concise(cli, "--changed-since", "HEAD") == ["A"]


def test_only_what_a_diff_touches_is_mended(cli: Cli, repository: Path) -> None:
    path = repository / "x.py"
    path.write_text(OLD.replace("older(): pass", "older(): return 1"))
    result = cli("check", "--fix", "--changed-since", "HEAD")
    assert (result.status, result.out) == (0, "No findings (1 file read).\n")
    written = path.read_text()
    assert written.count('"""') == OLD.count('"""') + 2
    assert written.index('"""', written.index("def older"))
    assert concise(cli) == ["old"]
    assert cli("check", "--fix", "--changed-since", "HEAD").status == 0
    assert path.read_text() == written


def test_a_file_that_git_does_not_know_is_all_new(cli: Cli, repository: Path) -> None:
    (repository / "ü new.py").write_text(OLD)
    assert concise(cli, "--changed-since", "HEAD") == ["old", "older"]


def test_since_a_branch_went_apart(cli: Cli, repository: Path) -> None:
    git("checkout", "--quiet", "-b", "side")
    (repository / "x.py").write_text(OLD + "\n\ndef mine(): pass\n")
    commit("mine")
    git("checkout", "--quiet", "main")
    (repository / "x.py").write_text(OLD.replace("old()", "old(a)"))
    commit("theirs")
    git("checkout", "--quiet", "side")
    assert concise(cli, "--changed-since", "main...") == ["mine"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "nowhere..."])
def test_a_revision_that_there_is_not(cli: Cli, repository: Path, revision: str) -> None:
    result = cli("check", f"--changed-since={revision}")
    assert result.status == 2
    assert "no revision" in result.err
    assert not (repository / "x").exists()


def test_how_many_are_documented(cli: Cli, shop: Path) -> None:
    result = cli("check", "--coverage", "--select", "DL2")
    assert result.status == 0
    assert result.err.splitlines()[-1].split() == ["total", "3", "5", "60.0%"]


@pytest.mark.parametrize(("least", "status"), [(60, 0), (60.1, 1)])
def test_too_few_are_documented(cli: Cli, shop: Path, least: float, status: int) -> None:
    result = cli("check", "--select", "DL2", "--fail-under", str(least))
    assert result.status == status
    assert ("3 of 5 definitions are documented (60.0%), 60.1% are asked" in result.err) == bool(
        status
    )


def test_the_least_is_a_setting_too(cli: Cli, shop: Path) -> None:
    Path("docstring-lsp.toml").write_text('select = ["DL2"]\nfail-under = 80\n')
    assert cli("check").status == 1


def test_a_badge_is_drawn(cli: Cli, shop: Path) -> None:
    cli("check", "--badge", "badge.svg")
    root = ElementTree.fromstring(Path("badge.svg").read_bytes())
    assert root[0].text == "docstrings: 60.0%"
    cli("generate", "--write")
    cli("check", "--badge", "badge.svg")
    assert ">100%<" in Path("badge.svg").read_text()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--update-baseline"], "--update-baseline needs --baseline FILE"),
        (["--fail-under", "101"], "101"),
    ],
)
def test_what_contradicts_itself(cli: Cli, shop: Path, options: list[str], says: str) -> None:
    result = cli("check", *options)
    assert result.status == 2
    assert says in result.err

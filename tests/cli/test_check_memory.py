"""What ``check`` remembers: the same answer sooner, and never another one."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.cli import gathering
from tests.cli.conftest import Cli

QUOTING = '"""See `max_retries`."""\n'


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked at, from now on."""
    names: list[str] = []
    inspect = gathering.inspect

    def watched(task: Any) -> Any:
        names.append(task.path.name)
        return inspect(task)

    monkeypatch.setattr(gathering, "inspect", watched)
    return names


def memory() -> Path:
    (found,) = (Path(os.environ["HOME"]) / ".cache" / "docstring-lsp" / "checks").glob("*.json")
    return found


def test_what_did_not_change_is_not_looked_at(cli: Cli, shop: Path, looked_at: list[str]) -> None:
    (shop.parent / "other.py").write_text('"""O."""\n')
    first = cli("check", "--coverage")
    assert looked_at == ["other.py", "shop.py"]
    again = cli("check", "--coverage")
    assert (again.status, again.out, again.err) == (first.status, first.out, first.err)
    assert len(looked_at) == 2
    shop.write_text(shop.read_text() + "\n\ndef late(): pass\n")
    assert "`late`" in cli("check", "--coverage").out
    assert looked_at[2:] == ["shop.py"]


@pytest.mark.parametrize(
    "options", [["--select", "DL2"], ["--include-private"], ["--coverage"], ["--no-cache"]]
)
def test_another_question_is_answered_anew(
    cli: Cli, shop: Path, looked_at: list[str], options: list[str]
) -> None:
    cli("check")
    cli("check", *options)
    assert looked_at == ["shop.py", "shop.py"]


def test_a_file_whose_neighbour_changed_is_looked_at_again(
    cli: Cli, shop: Path, looked_at: list[str]
) -> None:
    folder = shop.parent
    (folder / "base.py").write_text(
        '"""B."""\n\n\nclass Base:\n    """B."""\n\n    def pay(self, sum):\n'
        '        """Pay it.\n\n        Args:\n            sum (int): It.\n        """\n'
    )
    shop.write_text(
        '"""S."""\n\nfrom base import Base\n\n\nclass Shop(Base):\n    """S."""\n\n'
        "    def pay(self, sum):\n"
        '        """Pay it.\n\n        Args:\n            sum (str): It.\n        """\n'
    )
    assert "DL240" in cli("check").out
    del looked_at[:]
    assert "DL240" in cli("check").out
    assert looked_at == []
    (folder / "base.py").write_text((folder / "base.py").read_text().replace("(int)", "(str)"))
    assert "DL240" not in cli("check").out
    assert looked_at == ["base.py", "shop.py"]


def test_another_program_is_asked_anew(
    cli: Cli, shop: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("check")
    monkeypatch.setattr("docstring_lsp.cli.memory.state", lambda: b"another")
    cli("check")
    assert looked_at == ["shop.py", "shop.py"]


@pytest.mark.parametrize(
    "broken", ["", "[]", "{", '{"shop.py": 1}', '{"shop.py": ["x", 0, 0, [[1]]]}', "row"]
)
def test_a_broken_memory_is_none(cli: Cli, shop: Path, broken: str) -> None:
    first = cli("check")
    text = memory().read_text()
    if broken == "row":
        entries = json.loads(text)
        entries["shop.py"][3] = [["too short"]]
        broken = json.dumps(entries)
    memory().write_text(broken)
    again = cli("check")
    assert (again.status, again.out) == (first.status, first.out)


def test_it_is_the_users_own_and_not_in_the_project(cli: Cli, shop: Path) -> None:
    cli("check")
    assert memory().parent.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert [path.name for path in shop.parent.iterdir()] == [".git", "shop.py"]


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(
    cli: Cli, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop.parent / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(shop.parent / "file"))
    assert cli("check").status == 1


def test_a_word_that_another_file_begins_to_have(cli: Cli, project: Path) -> None:
    (project / "x.py").write_text(QUOTING)
    assert "DL300" in cli("check").out
    assert "DL300" in cli("check").out
    (project / "y.py").write_text('"""Y."""\n\nmax_retries = 3\n')
    assert cli("check").status == 0
    assert cli("check", "x.py").status == 0
    (project / "y.py").unlink()
    assert "DL300" in cli("check").out


def test_what_cannot_be_read_is_told_each_time(cli: Cli, project: Path) -> None:
    (project / "x.py").write_bytes(b"\xff")
    assert [cli("check").status for _ in range(2)] == [2, 2]


FUNCTIONS = '"""M."""\n' + "".join(
    f'\n\ndef f{n}(a):\n    """Do.\n\n    Args:\n        b{n}: B.\n    """\n' for n in range(3)
)


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the definitions that are read, from now on."""
    from docstring_lsp.source import extract as extraction

    names: list[str] = []
    extract = extraction.extract

    def watched(text: str, definition: Any, **options: Any) -> Any:
        names.append(definition.name)
        return extract(text, definition, **options)

    monkeypatch.setattr(extraction, "extract", watched)
    return names


def test_a_definition_that_did_not_change_is_not_read(
    cli: Cli, project: Path, extracted: list[str]
) -> None:
    path = project / "m.py"
    path.write_text(FUNCTIONS)
    cli("check")
    assert extracted == ["f0", "f1", "f2"]
    path.write_text("# new\n" + FUNCTIONS.replace("f1(a)", "f1(c)"))
    again = cli("check", "--format", "concise").out
    assert extracted == ["f0", "f1", "f2", "f1"]
    assert again == cli("check", "--format", "concise", "--no-cache").out
    assert "`c` is documented as `b1`" in again


def test_what_is_kept_does_not_pile_up(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docstring_lsp.cli.readings._MOST", 0)
    (project / "m.py").write_text(FUNCTIONS)
    cli("check")
    kept = Path(os.environ["HOME"]) / ".cache" / "docstring-lsp"
    assert len(list(kept.glob("facts/*/*"))) <= 1
    assert list(kept.glob("checks/*"))
    cli("cache", "clear")
    assert not [*kept.glob("checks/*"), *kept.glob("facts/*"), *kept.glob("runs/*")]


@pytest.mark.parametrize("break_it", [lambda data: b"", lambda data: data[:-9], lambda data: b"{}"])
def test_what_was_kept_of_definitions_and_broke_is_read_again(
    cli: Cli, project: Path, extracted: list[str], break_it: Any
) -> None:
    path = project / "m.py"
    path.write_text(FUNCTIONS)
    cli("check")
    for kept in (Path(os.environ["HOME"]) / ".cache" / "docstring-lsp" / "facts").glob("*/*"):
        kept.write_bytes(break_it(kept.read_bytes()))
    path.write_text(FUNCTIONS + "\n")
    assert "b2" in cli("check").out
    assert len(extracted) == 6

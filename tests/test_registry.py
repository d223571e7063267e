"""From a name to the module that carries it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docstring_lsp import registry
from docstring_lsp.errors import UnknownNameError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with three of a kind and something that is none."""
    name = f"kinds_of_{tmp_path.name.replace('-', '_')}"
    folder = tmp_path / name
    folder.mkdir()
    for file in ("__init__.py", "plain.py", "two_words.py", "_shared.py"):
        (folder / file).write_text(f"THING = {file!r}\n")
    (folder / "as_folder").mkdir()
    (folder / "as_folder" / "__init__.py").write_text("THING = 'folder'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return name


def test_a_folders_listing_is_the_registry(package: str) -> None:
    assert registry.names(package) == ("as-folder", "plain", "two-words")
    assert not [m for m in sys.modules if m.startswith(f"{package}.")], "nothing is imported"


@pytest.mark.parametrize(
    ("name", "thing"),
    [("plain", "plain.py"), ("two-words", "two_words.py"), ("as-folder", "folder")],
)
def test_load(package: str, name: str, thing: str) -> None:
    assert registry.load(package, name, "THING", kind="thing") == thing


@pytest.mark.parametrize("name", ["plane", "_shared", "two_words", "", "plain.x", "../plain"])
def test_an_unknown_name_lists_the_known(package: str, name: str) -> None:
    with pytest.raises(UnknownNameError, match="Known: as-folder, plain, two-words"):
        registry.load(package, name, "THING", kind="thing")


def test_entry_points_join_and_may_stand_in(package: str, tmp_path: Path) -> None:
    group = f"docstring_lsp.{package}"
    info = tmp_path / "others-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: others\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{group}]\nthird-party = os:sep\nplain = os:curdir\n")
    assert registry.names(package) == ("as-folder", "plain", "two-words")
    assert registry.names(package, group) == ("as-folder", "plain", "third-party", "two-words")
    assert registry.load(package, "third-party", "THING", kind="thing", group=group) == os.sep
    assert registry.load(package, "plain", "THING", kind="thing", group=group) == os.curdir
    assert registry.load(package, "plain", "THING", kind="thing") == "plain.py"


@pytest.mark.parametrize(
    ("folder", "attribute"),
    [
        ("docstring_lsp.cli.commands", "COMMAND"),
        ("docstring_lsp.docstring.styles", "STYLE"),
        ("docstring_lsp.checks.rules", "RULE"),
        ("docstring_lsp.checks.reports", "REPORT"),
        ("docstring_lsp.providers.adapters", "PROVIDER"),
    ],
)
def test_each_of_a_kind_offers_what_its_kind_offers(folder: str, attribute: str) -> None:
    assert registry.names(folder)
    for name in registry.names(folder):
        assert registry.load(folder, name, attribute, kind="thing") is not None


def test_listing_imports_none_of_a_kind() -> None:
    code = (
        "import sys; from docstring_lsp import registry\n"
        "registry.names('docstring_lsp.cli.commands')\n"
        "print([m for m in sys.modules if m.startswith('docstring_lsp.cli.commands.')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

"""A real Neovim, with the plugin installed as a user would, works through a real file."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import EXAMPLE, REPOSITORY, TESTBED, Project, absent
from tests.e2e.reading import code, docstring
from tests.e2e.terminal import Terminal, draw

pytestmark = pytest.mark.editor

PLUGIN = REPOSITORY / "editors" / "neovim"
DRIVER = Path(__file__).with_name("drive_neovim.lua")


@pytest.fixture(scope="module")
def neovim() -> str:
    for command in (os.environ.get("NEOVIM"), str(TESTBED / "neovim" / "nvim"), "nvim"):
        if command and shutil.which(command) and _new_enough(command):
            return command
    raise absent("no Neovim 0.11 or newer: scripts/e2e installs one, $NEOVIM names one")


@pytest.fixture(scope="module")
def home(neovim: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A user's folders, with the plugin in place and one line in init.lua."""
    folder = tmp_path_factory.mktemp("home")
    kinds = ("config", "data", "state", "cache")
    places = {f"XDG_{kind.upper()}_HOME": folder / kind for kind in kinds}
    plugin = places["XDG_DATA_HOME"] / "nvim" / "site" / "pack" / "e2e" / "start" / "docstring-lsp"
    shutil.copytree(PLUGIN, plugin)
    config = places["XDG_CONFIG_HOME"] / "nvim"
    config.mkdir(parents=True)
    (config / "init.lua").write_text("vim.lsp.enable('docstring_lsp')\n", encoding="utf-8")
    tags = [neovim, "--headless", "--clean", f"+helptags {plugin / 'doc'}", "+qall"]
    subprocess.run(tags, check=True, timeout=60)
    return {name: str(place) for name, place in places.items()}


@pytest.fixture(scope="module")
def record(
    neovim: str, home: dict[str, str], project: Project, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What happened in one session."""
    written = tmp_path_factory.mktemp("record") / "neovim.json"
    done = subprocess.run(
        [neovim, "--headless", "-n", str(project.file), "-S", str(DRIVER)],
        cwd=project.root,
        env={**project.environment, **home, "RECORD": str(written)},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert written.exists(), done.stderr
    found: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    assert "failure" not in found, found["failure"] + "\n" + found["messages"]
    return found


def test_the_server_attaches_at_the_project_root(record: dict[str, Any], project: Project) -> None:
    assert record["server"]["name"] == "docstring-lsp"
    assert Path(record["root"]) == project.root


def test_missing_docstrings_are_diagnosed_where_they_are_missing(record: dict[str, Any]) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = {lines[d["line"] - 1].strip().split("(")[0] for d in record["diagnostics"]}
    assert {"def quote", "def parse_weight", "class Depot:"} <= named
    assert {d["source"] for d in record["diagnostics"]} == {"docstring-lsp"}


def test_the_buffer_has_the_commands_that_the_help_tells(record: dict[str, Any]) -> None:
    told = re.findall(r"\*:(\w+)\*", (PLUGIN / "doc" / "docstring-lsp.txt").read_text("utf-8"))
    assert "DocstringGenerate" in told
    assert set(record["commands"]) == set(told)


def test_the_quick_fix_is_applied_and_saved(record: dict[str, Any]) -> None:
    written = docstring(record["steps"]["quick_fix"], "quote")
    for entry in ("Args:", "parcel", "rates", "express", "Returns:", "Raises:", "ValueError:"):
        assert entry in written


def test_the_command_writes_in_the_style_it_is_given(record: dict[str, Any]) -> None:
    written = docstring(record["steps"]["command"], "parse_weight")
    assert "Parameters\n----------\n" in written
    assert "Raises\n------\nValueError" in written


def test_the_style_is_shown_with_its_reason_completed_and_set(record: dict[str, Any]) -> None:
    assert "google" in record["styles"]["prompt"]
    assert "pyproject.toml" in record["styles"]["prompt"]
    assert "Google (current)" in record["styles"]["items"]
    assert record["completed"] == ["numpy"]
    assert ":returns:" in docstring(record["steps"]["file"], "Depot.find")


def test_the_whole_file_is_documented_and_its_code_is_the_same(record: dict[str, Any]) -> None:
    before, after = EXAMPLE.read_text(encoding="utf-8"), record["steps"]["file"]
    assert code(after) == code(before)
    assert all(docstring(after, name) for name in ("Parcel", "Depot.add", "Depot.locked"))


def test_the_workspace_is_documented_in_files_that_were_not_open(record: dict[str, Any]) -> None:
    assert docstring(record["steps"]["workspace"], "rate_of")


def test_a_document_and_an_answer_are_shown_beside_the_file(record: dict[str, Any]) -> None:
    assert "Depot" in record["document"]
    assert "parse_weight" in record["answer"]
    assert record["pages"] == ["untitled:tool-outline.md", "untitled:answer.md"]


def test_checkhealth_and_help_answer(record: dict[str, Any]) -> None:
    assert "ERROR" not in record["health"]
    assert "attached to 2 buffers" in record["health"], record["health"]
    assert f"on Python {platform.python_version()}" in record["health"], record["health"]
    assert "style: sphinx" in record["health"]
    assert record["help"] == "docstring-lsp.txt"


def test_checkhealth_says_that_the_server_is_not_executable(
    neovim: str, home: dict[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "health.txt"
    subprocess.run(
        [
            neovim,
            "--headless",
            "+lua vim.lsp.config('docstring_lsp', { cmd = { 'no-such-program' } })",
            "+checkhealth docstring_lsp",
            f"+write! {report}",
            "+qall!",
        ],
        env={**os.environ, **home},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "`no-such-program` is not executable" in report.read_text(encoding="utf-8")


def test_the_quick_fix_in_a_picture(
    neovim: str, home: dict[str, str], project: Project, pictures: Path | None, tmp_path: Path
) -> None:
    if pictures is None or shutil.which("tmux") is None:
        pytest.skip("a picture is taken with --pictures FOLDER, where tmux is")
    shutil.copy(EXAMPLE, project.file)
    environment = {**project.environment, **home}
    # The screen is a process of its own: the one that install_neovim.sh unpacks cannot start it.
    socket = tmp_path / "neovim"
    look = "set termguicolors number noshowcmd"
    server = subprocess.Popen(
        [neovim, "--headless", "-n", "--listen", str(socket), f"+{look}", str(project.file)],
        cwd=project.root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        screen = [neovim, "--server", str(socket), "--remote-ui"]
        until_exists(socket)
        with Terminal(screen, tmp_path, environment, height=16) as terminal:
            terminal.until("import json")
            terminal.press(":86 | normal! zt", "Enter")
            terminal.until("I  86 def quote")
            terminal.press("gra")
            shown = terminal.until("1: Generate docstring of `quote` (Google)")
            draw(shown, "Neovim", pictures / "neovim.svg")
            terminal.press("1", "Enter")
            terminal.until("Raises:")
    finally:
        server.kill()
        server.wait()


def until_exists(path: Path, patience: float = 10.0) -> None:
    end = time.monotonic() + patience
    while not path.exists():
        assert time.monotonic() < end, path
        time.sleep(0.05)


def _new_enough(command: str) -> bool:
    probe = '+lua os.exit(vim.fn.has("nvim-0.11") == 1 and 0 or 1)'
    return subprocess.run([command, "--headless", "--clean", probe]).returncode == 0

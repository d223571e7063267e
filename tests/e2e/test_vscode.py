"""A real VS Code, with the packaged extension installed, works through a real project."""

from __future__ import annotations

import json
import os
import platform
import shlex
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import EXAMPLE, REPOSITORY, TESTBED, Project, absent
from tests.e2e.reading import code, docstring

pytestmark = pytest.mark.editor

VSIX = REPOSITORY / "editors" / "vscode" / "docstring-lsp.vsix"
PACKAGE = REPOSITORY / "editors" / "vscode" / "package.json"
DRIVER = Path(__file__).with_name("drive_vscode.cjs")
HOME = TESTBED / "vscode"
NODE = HOME / "node" / "bin" / "node"
CODE_SERVER = HOME / "node_modules" / "code-server" / "out" / "node" / "entry.js"
PLAYWRIGHT = HOME / "node_modules" / "playwright-core"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

QUIET = {
    "breadcrumbs.enabled": False,
    "chat.disableAIFeatures": True,
    "editor.accessibilitySupport": "off",
    "editor.minimap.enabled": False,
    "editor.scrollbar.horizontal": "hidden",
    "editor.stickyScroll.enabled": False,
    "editor.fontSize": 14,
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": "off",
    "files.autoSave": "off",
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "window.commandCenter": False,
    "window.title": "${activeEditorShort}${separator}${rootName}",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


@pytest.fixture(scope="module")
def chromium() -> str:
    for needed in (NODE, CODE_SERVER, PLAYWRIGHT):
        if not needed.exists():
            raise absent(f"no VS Code in {HOME}: scripts/e2e installs one")
    if not VSIX.exists():
        raise absent(f"no {VSIX.name}: scripts/e2e packages it")
    for name in (os.environ.get("CHROMIUM"), *BROWSERS):
        if name and (found := shutil.which(name)):
            return found
    raise absent("no Chromium: scripts/e2e installs one, $CHROMIUM names one")


@pytest.fixture(scope="module")
def user(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's home, with VS Code's folder in it."""
    folder = tmp_path_factory.mktemp("user")
    # VS Code takes the PATH that a login shell gives.
    profile = f"export PATH={shlex.quote(project.environment['PATH'])}\n"
    (folder / ".profile").write_text(profile, encoding="utf-8")
    (folder / "data" / "User").mkdir(parents=True)
    settings = folder / "data" / "User" / "settings.json"
    settings.write_text(json.dumps(QUIET), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def vscode(chromium: str, user: Path, project: Project) -> Iterator[str]:
    """A running VS Code with the extension; gives its address."""
    program = [str(NODE), str(CODE_SERVER), "--config", str(user / "config.yaml")]
    program += ["--user-data-dir", str(user / "data"), "--extensions-dir", str(user / "extensions")]
    environment = {**project.environment, "HOME": str(user), "SHELL": "/bin/bash"}
    subprocess.run([*program, "--install-extension", str(VSIX)], env=environment, check=True)
    port = _free_port()
    quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    quiet += ["--disable-getting-started-override"]
    address = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}"]
    with (user / "log").open("wb") as log:
        process = subprocess.Popen(
            [*program, *quiet, *address, str(project.root)],
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}/?folder={project.root}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


@pytest.fixture(scope="module")
def record(
    chromium: str, vscode: str, user: Path, project: Project, pictures: Path | None
) -> dict[str, Any]:
    """What happened in one session."""
    written = user / "record.json"
    plan = {
        "playwright": str(PLAYWRIGHT),
        "chromium": chromium,
        "url": vscode,
        "root": str(project.root),
        "program": str(project.program),
        "record": str(written),
        "profile": str(user / "chromium"),
        "pictures": str(pictures) if pictures else None,
    }
    (user / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    done = subprocess.run(
        [str(NODE), str(DRIVER), str(user / "plan.json")],
        env={**os.environ, "HOME": str(user)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    print(done.stdout)
    assert written.exists(), done.stderr
    found: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    assert "failure" not in found, f"{found['failure']}\n{found['shown']}\nsee {user}"
    return found


def test_the_extension_attaches_and_marks_what_is_missing(record: dict[str, Any]) -> None:
    assert record["attached"]
    assert "docstring" in record["hover"]
    assert "docstring-lsp" in record["hover"]


def test_the_quick_fix_is_applied_and_saved(record: dict[str, Any]) -> None:
    assert "Generate docstring of `quote` (Google)" in record["quickFixes"]
    written = docstring(record["steps"]["quickFix"], "quote")
    for entry in ("Args:", "parcel", "rates", "express", "Returns:", "Raises:", "ValueError:"):
        assert entry in written


def test_the_palette_offers_every_command(record: dict[str, Any]) -> None:
    contributed = json.loads(PACKAGE.read_text(encoding="utf-8"))["contributes"]["commands"]
    titles = {f"{command['category']}: {command['title']}" for command in contributed}
    assert titles <= set(record["palette"])


def test_a_command_of_the_palette_writes_in_the_style_it_asks_for(record: dict[str, Any]) -> None:
    written = docstring(record["steps"]["inStyle"], "parse_weight")
    assert "Parameters\n----------\n" in written
    assert "Raises\n------\nValueError" in written


def test_the_style_is_shown_with_its_reason_and_set(record: dict[str, Any]) -> None:
    current = next(row for row in record["styles"] if row.startswith("Google"))
    assert "pyproject.toml" in current
    assert "Keep for This Workspace" in record["told"]
    assert ":returns:" in docstring(record["steps"]["file"], "Depot.find")


def test_the_whole_file_is_documented_and_its_code_is_the_same(record: dict[str, Any]) -> None:
    before, after = EXAMPLE.read_text(encoding="utf-8"), record["steps"]["file"]
    assert code(after) == code(before)
    assert all(docstring(after, name) for name in ("Parcel", "Depot.add", "Depot.locked"))


def test_the_workspace_is_documented_in_files_that_were_not_open(record: dict[str, Any]) -> None:
    assert docstring(record["steps"]["workspace"], "rate_of")


def test_a_document_about_the_project_is_shown(record: dict[str, Any]) -> None:
    assert "# Tool outline" in record["document"]
    assert "parcels" in record["document"]


def test_a_server_that_is_not_there_is_told_with_what_to_do(record: dict[str, Any]) -> None:
    assert "not on the PATH" in record["refused"]
    assert {"Install in Terminal", "Open Settings", "Try Again"} <= set(record["offered"])
    assert record["recovered"]


def test_what_runs_is_told_in_the_log(record: dict[str, Any], user: Path) -> None:
    logs = (user / "data" / "logs").rglob("docstring-lsp.log")
    told = "".join(log.read_text(encoding="utf-8") for log in logs)
    assert '"positionEncoding": "utf-16"' in told
    assert f'"python": "{platform.python_version()}"' in told


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert process.poll() is None, "VS Code ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("VS Code does not answer")

"""How diagnostics reach an editor: pushed when typing pauses, or pulled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig

import docstring_lsp
from tests.server.editor import EditorClient, make_editor, until
from tests.server.raw import SERVER, RawClient

SOURCE = '"""M."""\n\n\ndef f():\n    return 1\n'
PAGE = Path(docstring_lsp.__file__).parent / "checks" / "pages" / "DL103.md"
PUBLISH = "textDocument/publishDiagnostics"


@pytest.fixture
def pushed(folder: Path) -> Iterator[RawClient]:
    """A server whose editor does not ask for diagnostics, but reads their version and links."""
    publish = {"versionSupport": True, "codeDescriptionSupport": True}
    with RawClient() as client:
        client.begin(
            {"textDocument": {"publishDiagnostics": publish}},
            workspaceFolders=[{"uri": folder.as_uri(), "name": "x"}],
        )
        yield client


def change(client: RawClient, uri: str, version: int, text: str) -> None:
    params = {
        "textDocument": {"uri": uri, "version": version},
        "contentChanges": [{"text": text}],
    }
    client.notify("textDocument/didChange", params)


def test_pushed_diagnostics_have_version_code_and_link(pushed: RawClient, folder: Path) -> None:
    uri = (folder / "a.py").as_uri()
    pushed.open(uri, SOURCE, version=5)
    published = pushed.notification(PUBLISH)["params"]
    assert (published["uri"], published["version"]) == (uri, 5)
    assert published["diagnostics"] == [
        {
            "range": {
                "start": {"line": 3, "character": 4},
                "end": {"line": 3, "character": 5},
            },
            "message": "missing docstring of function `f`",
            "severity": 3,
            "code": "DL103",
            "codeDescription": {"href": PAGE.as_uri()},
            "source": "docstring-lsp",
        }
    ]


def test_they_are_pushed_once_for_a_burst_of_changes(pushed: RawClient, folder: Path) -> None:
    uri = (folder / "b.py").as_uri()
    pushed.open(uri, SOURCE)
    pushed.notification(PUBLISH)
    for version in range(2, 12):
        change(pushed, uri, version, SOURCE + f"\n\ndef g{version}():\n    return 1\n")
    came = [m["params"] for m in pushed.drain(1.0) if m["method"] == PUBLISH]
    assert [p["version"] for p in came] == [11]
    assert len(came[0]["diagnostics"]) == 2


def test_they_are_taken_away_when_the_document_is_closed(pushed: RawClient, folder: Path) -> None:
    uri = (folder / "c.py").as_uri()
    pushed.open(uri, SOURCE)
    pushed.notification(PUBLISH)
    change(pushed, uri, 2, SOURCE + "\n")
    pushed.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert pushed.notification(PUBLISH)["params"]["diagnostics"] == []
    assert not [m for m in pushed.drain(0.6) if m["method"] == PUBLISH]


def test_changes_of_what_is_not_open_are_dropped(pushed: RawClient, folder: Path) -> None:
    uri = (folder / "d.py").as_uri()
    change(pushed, uri, 2, SOURCE)
    pushed.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert not [m for m in pushed.drain(0.6) if m["method"] == PUBLISH]


@pytest_lsp.fixture(
    scope="module",
    config=ClientServerConfig(server_command=list(SERVER), client_factory=make_editor),
)
async def vscode(vscode: EditorClient, folder: Path) -> AsyncIterator[None]:
    await vscode.begin("vscode", folder)
    yield
    await vscode.shutdown_session()


@pytest.mark.asyncio(loop_scope="module")
async def test_pulled_diagnostics_are_told_once(vscode: EditorClient) -> None:
    uri = vscode.open(SOURCE)
    full = await vscode.pulled(uri)
    assert [d.code for d in full.items] == ["DL103"]
    same = await vscode.pulled(uri, full.result_id)
    assert isinstance(same, types.RelatedUnchangedDocumentDiagnosticReport)
    assert same.result_id == full.result_id
    vscode.type(uri, 0, 0, "# a comment\n")
    moved = await vscode.pulled(uri, full.result_id)
    assert moved.items[0].range.start.line == 4
    assert uri not in vscode.diagnostics


@pytest.mark.asyncio(loop_scope="module")
async def test_a_pull_is_of_the_text_at_its_moment(vscode: EditorClient) -> None:
    uri = vscode.open(SOURCE)
    before = asyncio.ensure_future(vscode.pulled(uri))
    await asyncio.sleep(0)
    vscode.type(uri, 0, len(SOURCE), "")
    after = await vscode.pulled(uri)
    assert [d.code for d in (await before).items] == ["DL103"]
    assert after.items == ()


@pytest.mark.asyncio(loop_scope="module")
async def test_a_changed_setting_has_them_pulled_anew(vscode: EditorClient) -> None:
    uri = vscode.open(SOURCE)
    full = await vscode.pulled(uri)
    refreshed = vscode.diagnostic_refresh_count
    await configure(vscode, {"diagnostics": {"severity": "hint"}})
    await until(lambda: vscode.diagnostic_refresh_count > refreshed)
    hints = await vscode.pulled(uri, full.result_id)
    assert [d.severity for d in hints.items] == [types.DiagnosticSeverity.Hint]
    await configure(vscode, {"diagnostics": {"enable": False}})
    await until(lambda: vscode.diagnostic_refresh_count > refreshed + 1)
    assert (await vscode.pulled(uri)).items == ()
    await configure(vscode, {})


async def configure(editor: EditorClient, section: dict[str, Any]) -> None:
    editor.set_configuration({"docstringLsp": section})
    params = types.DidChangeConfigurationParams(settings=None)
    editor.workspace_did_change_configuration(params)


@pytest.mark.asyncio(loop_scope="module")
async def test_excluded_files_and_tests_have_none(vscode: EditorClient) -> None:
    for name in ("node_modules/a.py", "tests/test_a.py", ".venv/a.py"):
        uri = vscode.open(SOURCE, name)
        assert (await vscode.pulled(uri)).items == (), name


QUOTING = '"""See `wrap_box`, `tie_ribbon` and `send_off`."""\n\n\ndef wrap_box():\n    """W."""\n'


def test_a_name_is_looked_for_in_the_project(pushed: RawClient, folder: Path) -> None:
    (folder / "ribbon.py").write_text(
        '"""R, no send_off."""\n\n\ndef tie_ribbon():\n    """T."""\n'
    )
    (folder / "box.py").write_text("def send_off(): pass\n")
    uri = (folder / "box.py").as_uri()
    pushed.open(uri, QUOTING)
    published = pushed.notification(PUBLISH)["params"]
    found = {d["code"]: d["message"] for d in published["diagnostics"]}
    assert found == {"DL300": "`send_off` is quoted, but there is no `send_off`"}


def test_a_base_is_looked_for_in_the_project(pushed: RawClient, folder: Path) -> None:
    told = '    """B."""\n\n    def pay(self, sum):\n        """Pay it.\n\n        Args:\n'
    end = ' It.\n        """\n'
    (folder / "base.py").write_text(f"class Base:\n{told}            sum (int):{end}")
    text = '"""S."""\nfrom base import Base\n\n\nclass Shop(Base):\n'
    pushed.open((folder / "shop.py").as_uri(), f"{text}{told}            sum (str):{end}")
    published = pushed.notification(PUBLISH)["params"]
    assert [d["code"] for d in published["diagnostics"]] == ["DL240"]

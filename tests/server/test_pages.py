"""The commands that write pages: documents, scripts, answers and the bible."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig

from tests.deliverables.conftest import FILES, write
from tests.server.editor import EditorClient, make_editor
from tests.server.raw import SERVER
from tests.server.test_models import Client, Silent


@pytest_lsp.fixture(
    scope="module",
    config=ClientServerConfig(server_command=list(SERVER), client_factory=make_editor),
)
async def editor(editor: EditorClient, tmp_path_factory: Any) -> AsyncIterator[None]:
    folder = write(tmp_path_factory.mktemp("pages") / "larder", FILES)
    await editor.begin("vscode", folder)
    yield
    await editor.shutdown_session()


async def failure(awaited: Any) -> str:
    with pytest.raises(JsonRpcException) as caught:
        await awaited
    return str(caught.value)


@pytest.mark.asyncio(loop_scope="module")
async def test_documents_are_in_the_answer(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.deliver", {"types": ["personas", "glossary"]})
    assert told["failed"] == {}
    assert "## Contents" in told["markdown"]
    assert "| `Full` | There is no room left. |" in told["markdown"]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_types_there_are(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.deliver", {"list": True})
    assert told["types"][0]["name"] == "problem-statement"


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_is_written_and_opened(editor: EditorClient) -> None:
    argument = {"types": ["glossary"], "output": "docs/words.md"}
    told = await editor.execute("docstringLsp.deliver", argument)
    path = editor.folder / "docs" / "words.md"
    assert told["uri"] == path.as_uri()
    assert told["status"] == "written"
    assert path.read_text(encoding="utf-8") == told["markdown"]
    assert [shown.uri for shown in editor.shown_documents] == [path.as_uri()]
    path.write_text("mine", encoding="utf-8")
    why = await failure(editor.execute("docstringLsp.deliver", argument))
    assert "says something else" in why
    assert path.read_text(encoding="utf-8") == "mine"
    told = await editor.execute("docstringLsp.deliver", {**argument, "force": True})
    assert told["status"] == "written"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("argument", "why"),
    [
        ({}, "types is no list of names; known: problem-statement"),
        ({"types": ["persona"]}, "Did you mean 'personas'"),
        ({"types": ["readme"], "output": "../x.md"}, "is outside of"),
        ({"types": ["readme"], "to": "x"}, "unknown argument"),
    ],
)
async def test_what_cannot_be_written(
    argument: dict[str, Any], why: str, editor: EditorClient
) -> None:
    assert why in await failure(editor.execute("docstringLsp.deliver", argument))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_script(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.script", {"line": "A tour.", "scenes": 2})
    assert told["markdown"].startswith("# A tour.\n")
    assert told["markdown"].count("## Scene") == 2
    assert "scenes is 0" in await failure(editor.execute("docstringLsp.script", {"scenes": 0}))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_task_at_the_cursor(editor: EditorClient) -> None:
    text = (editor.folder / "larder" / "shelf.py").read_text(encoding="utf-8")
    uri = editor.open(text, "larder/shelf.py")
    place = editor.cursor_at(uri, "return shelf.size").start
    position = {"line": place.line, "character": place.character}
    told = await editor.execute(
        "docstringLsp.ask", {"task": "Explain this", "uri": uri, "position": position}
    )
    assert (told["service"], told["success"]) == ("chat", True)
    assert told["markdown"].startswith("# `larder.shelf.weigh`")


@pytest.mark.asyncio(loop_scope="module")
async def test_a_task_is_about_the_buffer_and_not_the_file(editor: EditorClient) -> None:
    path = editor.folder / "larder" / "shelf.py"
    text = "# Not saved yet.\n" * 40 + path.read_text(encoding="utf-8")
    uri = editor.open(text.replace("def weigh(", "def ponder("), "larder/shelf.py")
    line = text[: text.index("return shelf.size")].count("\n")
    place = {"uri": uri, "position": {"line": line, "character": 4}}
    told = await editor.execute("docstringLsp.ask", {"task": "Explain this", **place})
    assert told["markdown"].startswith("# `larder.shelf.ponder`")
    told = await editor.execute("docstringLsp.ask", {"task": "Bake me a cake", **place})
    assert "no model is set up" in told["error"]
    editor.close(uri)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_task_that_changes_files_is_a_diff(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.ask", {"task": "Write the docstring of weigh"})
    assert told["diff"].startswith("--- larder/shelf.py")
    assert "```diff" in told["markdown"]
    assert told["applied"] is False


@pytest.mark.asyncio(loop_scope="module")
async def test_who_would_do_a_task(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.ask", {"task": "Convert to numpy", "explain": True})
    assert told["service"] == "convert"
    assert told["scores"][0]["score"] > 0.5
    assert "markdown" not in told
    assert "task is missing" in await failure(editor.execute("docstringLsp.ask", {}))


@pytest.mark.asyncio(loop_scope="module")
async def test_what_failed_is_told(editor: EditorClient) -> None:
    told = await editor.execute("docstringLsp.ask", {"task": "Search the web"})
    assert (told["success"], told["service"]) == (False, "responses")
    assert "the web is searched by providers that can" in told["error"]


def empty(path: Path) -> None:
    path.write_text("[terms]\n", encoding="utf-8")


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.asyncio(loop_scope="module")
async def test_the_bible_is_begun_opened_and_extended(editor: EditorClient) -> None:
    path: Path = editor.folder / ".docstring-lsp" / "bible.toml"
    told = await editor.execute("docstringLsp.bible.open", {})
    assert told["added"] > 0
    assert "[terms.Full]" in said(path)
    assert editor.shown_documents[-1].uri == path.as_uri()
    assert (await editor.execute("docstringLsp.bible.open", {}))["added"] == 0
    empty(path)
    told = await editor.execute("docstringLsp.bible.bootstrap", {"line": "A heist."})
    assert "term/Full" in told["added"]
    assert "A heist." in said(path)


@pytest.mark.asyncio(loop_scope="module")
async def test_progress_is_shown(editor: EditorClient) -> None:
    await editor.execute("docstringLsp.deliver", {"types": ["personas", "readme"]})
    reports = list(editor.progress_reports.values())[-1]
    kinds = [type(report).__name__ for report in reports]
    assert (kinds[0], kinds[-1]) == ("WorkDoneProgressBegin", "WorkDoneProgressEnd")


def test_what_is_stopped_closes_its_socket(tmp_path: Path) -> None:
    folder = write(tmp_path / "larder", FILES)
    silent = Silent()
    tables = {"compatible": {"baseUrl": silent.url, "model": "m"}}
    with silent.listening, Client(tmp_path, provider="compatible", providers=tables) as client:
        argument = {"types": ["readme"], "uri": (folder / "larder" / "cli.py").as_uri()}
        identity = client.ask(
            "workspace/executeCommand",
            {"command": "docstringLsp.deliver", "arguments": [argument]},
        )
        token = client.began()
        assert silent.asked.wait(10)
        client.notify("window/workDoneProgress/cancel", {"token": token})
        assert silent.left.wait(10)
        assert client.answer_to(identity)["result"] == {"applied": False, "cancelled": True}

"""The commands, as a palette calls them."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig

from tests.server.editor import EditorClient, make_editor
from tests.server.raw import SERVER

pytestmark = pytest.mark.asyncio(loop_scope="module")

INVALID_PARAMS = -32602
CONTENT_MODIFIED = -32801
REQUEST_FAILED = -32803

GENERATE = "docstringLsp.generate"
GENERATE_FILE = "docstringLsp.generateFile"
GENERATE_WORKSPACE = "docstringLsp.generateWorkspace"
CONVERT_WORKSPACE = "docstringLsp.convertWorkspace"
SELECT_STYLE = "docstringLsp.selectStyle"

SOURCE = '''\
def first(count: int) -> int:
    return count


class Box:
    def second(self, name: str) -> str:
        """Stand."""
        return name
'''


@pytest_lsp.fixture(
    scope="module",
    config=ClientServerConfig(server_command=list(SERVER), client_factory=make_editor),
)
async def editor(editor: EditorClient, folder: Path) -> AsyncIterator[None]:
    await editor.begin("vscode", folder)
    yield
    await editor.shutdown_session()


async def failure(awaited: Any) -> JsonRpcException:
    with pytest.raises(JsonRpcException) as caught:
        await awaited
    return caught.value


def plain(range_: types.Range) -> dict[str, Any]:
    ends = {"start": range_.start, "end": range_.end}
    return {n: {"line": p.line, "character": p.character} for n, p in ends.items()}


async def test_generate_at_a_position(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    position = plain(editor.cursor_at(uri, "count\n"))["start"]
    result = await editor.execute(GENERATE, {"uri": uri, "position": position})
    assert (result["applied"], result["written"], result["refused"]) == (True, 1, [])
    assert "count:" in editor.texts[uri]
    assert editor.applied[-1].label == "Generate docstring"


async def test_generate_by_symbol_in_a_style(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    await editor.execute(GENERATE, {"uri": uri, "symbol": "first", "style": "google"})
    assert "count:" in editor.texts[uri]


async def test_generate_in_a_range_takes_each_definition_in_it(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    result = await editor.execute(
        GENERATE, {"uri": uri, "range": plain(editor.range_at(uri, SOURCE))}
    )
    assert (result["written"], result["standing"]) == (2, 1)
    assert editor.texts[uri].count('"""') == 6 + 2 - 2


async def test_what_stands_is_left_and_said_to_be(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    argument = {"uri": uri, "symbol": "Box.second"}
    result = await editor.execute(GENERATE, argument)
    assert (result["applied"], result["standing"]) == (False, 1)
    assert editor.texts[uri] == SOURCE
    assert "has a docstring" in editor.messages[-1].message
    await editor.execute(GENERATE, {**argument, "replace": True})
    assert "name:" in editor.texts[uri]


async def test_generate_in_a_file_that_is_not_open(editor: EditorClient) -> None:
    path = editor.folder / "closed.py"
    path.write_text(SOURCE, encoding="utf-8")
    await editor.execute(GENERATE, {"uri": path.as_uri(), "symbol": "first"})
    edit = editor.applied[-1].edit.document_changes[0]  # type: ignore[index]
    assert edit.text_document.version is None  # type: ignore[union-attr]
    assert "count:" in path.read_text(encoding="utf-8")


async def test_a_file_that_is_not_open_keeps_its_newlines_and_its_mark(
    editor: EditorClient,
) -> None:
    path = editor.folder / "windows.py"
    path.write_bytes(SOURCE.replace("\n", "\r\n").encode("utf-8-sig"))
    await editor.execute(GENERATE_FILE, {"uri": path.as_uri()})
    written = path.read_bytes()
    assert written.startswith(b'\xef\xbb\xbf"""')
    assert written.count(b"\n") == written.count(b"\r\n") > SOURCE.count("\n") + 5


DEBUG_INFORMATION = "docstringLsp.debugInformation"


async def test_what_runs_is_told_for_a_report(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    told = await editor.execute(DEBUG_INFORMATION, {"uri": uri})
    assert told["python"] == platform.python_version()
    assert (told["client"], told["positionEncoding"]) == ("vscode", "utf-16")
    assert told["root"] == str(editor.folder)
    style = {"value": "google", "from": str(editor.folder / "pyproject.toml")}
    assert told["settings"]["style"] == style
    assert SOURCE[:10] not in str(told)
    elsewhere = await editor.execute(DEBUG_INFORMATION)
    assert set(elsewhere) == set(told)


async def test_generate_file(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    result = await editor.execute(GENERATE_FILE, {"uri": uri})
    assert (result["written"], result["standing"]) == (3, 1)
    shown = len(editor.messages)
    assert (await editor.execute(GENERATE_FILE, {"uri": uri}))["applied"] is False
    assert [m.message for m in editor.messages[shown:]] == ["No docstring is missing."]


SAID = [
    ("a.py", SOURCE, ""),
    ("a.py", '"""M."""\n', "No docstring is missing."),
    ("a.py", "", "No docstring is missing."),
    ("test_a.py", "def test_it(): pass\n", "No docstring is asked of tests"),
    ("a.py", '"""M."""\nclass A:\n    x = (yield\n', "Left as it is: A: "),
]


@pytest.mark.parametrize(("name", "text", "said"), SAID)
async def test_the_user_is_told_what_the_edit_does_not_show(
    editor: EditorClient, name: str, text: str, said: str
) -> None:
    uri = editor.open(text, name)
    shown = len(editor.messages)
    await editor.execute(GENERATE_FILE, {"uri": uri})
    told = [m.message for m in editor.messages[shown:]]
    assert bool(told) is bool(said)
    assert all(message.startswith(said) for message in told)
    editor.close(uri)


async def test_a_rewrite_that_changes_nothing_is_told(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    argument = {"uri": uri, "replace": True}
    await editor.execute(GENERATE_FILE, argument)
    before, shown = editor.texts[uri], len(editor.messages)
    await editor.execute(GENERATE_FILE, argument)
    assert editor.texts[uri] == before
    assert "already what would be written" in editor.messages[shown].message


WRONG = [
    (GENERATE, [], "uri is missing"),
    (GENERATE, [{}], "uri is missing"),
    (GENERATE, [[]], "uri is missing"),
    (GENERATE, [None], "uri is missing"),
    (GENERATE, ["file:///a.py"], "takes an object, not str"),
    (GENERATE, [{}, {}], "takes one argument, an object; got 2"),
    (GENERATE, [{"uri": 3}], "uri is not an address"),
    (
        GENERATE,
        [{"uri": "x:y", "position": {"line": 0, "character": 0}}],
        "neither open nor a file",
    ),
    (GENERATE, [{"uri": "OPEN"}], "say position, range or symbol"),
    (GENERATE, [{"uri": "OPEN", "symbl": "f"}], "Did you mean 'symbol'"),
    (GENERATE, [{"uri": "OPEN", "symbol": "frist"}], "Did you mean 'first'"),
    (GENERATE, [{"uri": "OPEN", "symbol": 3}], "symbol is not a qualified name"),
    (GENERATE, [{"uri": "OPEN", "symbol": "first", "style": "googl"}], "Did you mean 'google'"),
    (GENERATE, [{"uri": "OPEN", "symbol": "first", "style": 3}], "style is not"),
    (GENERATE, [{"uri": "OPEN", "symbol": "first", "replace": 1}], "replace is not true or false"),
    (GENERATE, [{"uri": "OPEN", "position": {"line": -1, "character": 0}}], "no position"),
    (GENERATE, [{"uri": "OPEN", "position": {"line": "1", "character": 0}}], "no position"),
    (GENERATE, [{"uri": "OPEN", "position": [1, 2]}], "position is not a position"),
    (GENERATE, [{"uri": "OPEN", "range": {"start": {}}}], "range.start is no position"),
    (GENERATE, [{"uri": "OPEN", "scope": "galaxy"}], "none of definition, selection, class, file"),
    (GENERATE, [{"uri": "OPEN", "anchor": "x"}], "anchor or last is not a whole number"),
    (GENERATE_FILE, [{"uri": "OPEN", "only": "all"}], "unknown argument of"),
    (GENERATE_WORKSPACE, [{"style": "x"}], "unknown style 'x'"),
    (CONVERT_WORKSPACE, [{"from": "nunpy"}], "unknown style"),
    (CONVERT_WORKSPACE, [{"types": "lose"}], "none of keep, drop, add"),
    (SELECT_STYLE, [{"style": "nunpy"}], "unknown style"),
    ("docstringLsp.generat", [], "Did you mean 'docstringLsp.generate'"),
    ("other.command", [], "Known: docstringLsp.ask, docstringLsp.bible.bootstrap,"),
]


@pytest.mark.parametrize(("command", "arguments", "told"), WRONG)
async def test_a_wrong_call_is_answered_with_what_is_right(
    editor: EditorClient, command: str, arguments: list[Any], told: str
) -> None:
    uri = editor.open(SOURCE)
    filled = [
        {k: uri if v == "OPEN" else v for k, v in a.items()} if isinstance(a, dict) else a
        for a in arguments
    ]
    shown = len(editor.messages)
    error = await failure(editor.execute(command, *filled))
    assert error.code == INVALID_PARAMS
    assert told in error.message
    assert editor.texts[uri] == SOURCE
    assert len(editor.messages) == shown


async def test_a_file_that_is_missing_is_told(editor: EditorClient) -> None:
    uri = (editor.folder / "missing.py").as_uri()
    error = await failure(editor.execute(GENERATE_FILE, {"uri": uri}))
    assert error.code == REQUEST_FAILED
    assert "missing.py" in error.message


async def test_a_document_that_moved_on_is_left_alone(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    editor.type(uri, 0, 0, "# new\n")
    moved = editor.texts[uri]
    error = await failure(editor.execute(GENERATE_FILE, {"uri": uri, "version": 1}))
    assert error.code == CONTENT_MODIFIED
    await editor.execute(SELECT_STYLE)  # what was sent before is done by now
    running = asyncio.ensure_future(editor.execute(GENERATE_FILE, {"uri": uri}))
    await asyncio.sleep(0)
    editor.type(uri, 0, 0, "# newer\n")
    # The server sees that the document moved on, or the editor does where the two crossed.
    assert (await failure(running)).code in {CONTENT_MODIFIED, REQUEST_FAILED}
    assert editor.texts[uri] == "# newer\n" + moved


async def test_an_action_that_is_older_than_the_document_is_refused(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    actions = await editor.actions(uri, editor.cursor_at(uri, "first"))
    action = next(iter(actions.values()))
    twice = [await editor.code_action_resolve_async(action) for _ in range(2)]
    assert twice[0].edit == twice[1].edit
    assert twice[0].edit is not None
    resolved = await editor.code_action_resolve_async(twice[0])
    assert resolved.edit == twice[0].edit
    editor.type(uri, 0, 0, "\n")
    error = await failure(editor.code_action_resolve_async(action))
    assert error.code == CONTENT_MODIFIED
    editor.close(uri)
    assert (await failure(editor.code_action_resolve_async(action))).code == CONTENT_MODIFIED


async def test_an_action_that_finds_nothing_to_do_says_so(editor: EditorClient) -> None:
    uri = editor.open('"""A module."""\n\n\nclass A:\n    """A class."""\n')
    actions = await editor.actions(uri, editor.cursor_at(uri, "A:"))
    chosen = [a for title, a in actions.items() if title.startswith("Generate missing")]
    assert len(chosen) == 2
    for action in chosen:
        error = await failure(editor.code_action_resolve_async(action))
        assert error.code == REQUEST_FAILED
        assert error.message == "No docstring is missing."
    saved = await editor.actions(
        uri, editor.cursor_at(uri, "A:"), only=[types.CodeActionKind.SourceFixAll]
    )
    for action in saved.values():
        await editor.code_action_resolve_async(action)


async def test_an_action_of_somebody_else_comes_back_as_it_was(editor: EditorClient) -> None:
    for data in (None, {}, {"x": 1}, 3, "x", []):
        action = types.CodeAction("Other", data=data)
        assert await editor.code_action_resolve_async(action) == action


async def test_an_edit_that_the_editor_refuses_is_told(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    editor.refuses = "the file is read-only"
    error = await failure(editor.execute(GENERATE_FILE, {"uri": uri}))
    editor.refuses = ""
    assert (error.code, "read-only" in error.message) == (REQUEST_FAILED, True)


async def test_styles_are_told_with_the_reason_and_one_is_set(editor: EditorClient) -> None:
    told = await editor.execute(SELECT_STYLE)
    assert told["style"] == "google"
    assert "pyproject.toml" in told["reason"]
    assert {"name": "google", "title": "Google"} in told["styles"]
    assert await editor.execute(SELECT_STYLE, {}) == told


async def test_the_workspace(editor: EditorClient) -> None:
    for path in editor.folder.glob("*.py"):
        path.unlink()
    (editor.folder / "one.py").write_text(SOURCE, encoding="utf-8")
    (editor.folder / "two.py").write_text("x = [\n\n\ndef f(a):\n    return a\n", encoding="utf-8")
    (editor.folder / "wrong.py").write_bytes(b"# coding: utf-8\n\xff\xfe\x00def f(): pass\n")
    opened = editor.open(SOURCE + "\n\ndef typed():\n    return 1\n", "one.py")
    result = await editor.execute(GENERATE_WORKSPACE, {})
    assert (result["applied"], result["files"], result["changed"]) == (True, 3, 2)
    assert [reason for reason in result["failed"] if "wrong.py" in reason]
    assert "wrong.py" in editor.messages[-1].message
    assert '"""' in editor.texts[opened][editor.texts[opened].index("typed") :]
    assert (editor.folder / "one.py").read_text(encoding="utf-8") == SOURCE
    assert '"""' in (editor.folder / "two.py").read_text(encoding="utf-8")
    # On a slow machine what was written before has been shown, too.
    shown = [r for r in editor.progress_reports.values() if r[0].title == "Generating docstrings"]
    reports = shown[-1]
    assert isinstance(reports[0], types.WorkDoneProgressBegin)
    assert reports[0].cancellable
    assert isinstance(reports[-1], types.WorkDoneProgressEnd)
    again = await editor.execute(GENERATE_WORKSPACE, {})
    assert again["written"] <= 1


SPHINX = 'def f(a):\n    """Do it.\n\n    :param a: What.\n    """\n'
MIXED = 'def g(a):\n    """Do it.\n\n    Args:\n        a: A.\n\n    :type b: int\n    """\n'


async def test_the_docstrings_of_the_workspace_are_said_in_one_style(editor: EditorClient) -> None:
    for path in editor.folder.glob("*.py"):
        path.unlink()
    (editor.folder / "said.py").write_text(SPHINX + MIXED + SOURCE, encoding="utf-8")
    result = await editor.execute(CONVERT_WORKSPACE, {"style": "numpy"})
    assert (result["written"], result["files"], result["changed"]) == (1, 1, 1)
    assert [each["symbol"] for each in result["refused"]] == ["g"]
    assert "two styles at once" in editor.messages[-1].message
    written = (editor.folder / "said.py").read_text(encoding="utf-8")
    assert written.startswith('def f(a):\n    """Do it.\n\n    Parameters\n    ----------\n    a\n')
    assert written.endswith(MIXED + SOURCE)
    (editor.folder / "said.py").write_text(SPHINX, encoding="utf-8")
    await editor.execute(CONVERT_WORKSPACE, {"style": "numpy"})
    assert editor.messages[-1].message == "1 docstring converted in 1 file."
    (editor.folder / "said.py").write_text(SOURCE, encoding="utf-8")
    assert (await editor.execute(CONVERT_WORKSPACE))["applied"] is False
    assert editor.messages[-1].message == "No docstring is in another style."

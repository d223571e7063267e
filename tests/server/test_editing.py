"""What a user does in an editor, in each of four editors: act, look at what stands there."""

from __future__ import annotations

import ast
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

CONTENT_MODIFIED = -32801
INVALID_PARAMS = -32602
REQUEST_FAILED = -32803

SOURCE = '''\
"""Parcels. 🐍"""
PY = "🐍"; LINE = "\u2028"; FEED = "\f"


def quote(weight: float, *, express: bool = False) -> float:
    if weight <= 0:
        raise ValueError("weight must be positive")
    return weight * (2 if express else 1)


class Depot:
    def add(self, parcel: str) -> None:
        self.parcels.append(parcel)

    def find(self, name: str) -> str:
        """Look it up."""
        return name

    def _hidden(self):
        pass
'''


DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@pytest_lsp.fixture(
    params=["vscode", "neovim", "emacs", "utf-32"],
    scope="module",
    config=ClientServerConfig(server_command=list(SERVER), client_factory=make_editor),
)
async def editor(
    editor: EditorClient, request: pytest.FixtureRequest, folder: Path
) -> AsyncIterator[None]:
    await editor.begin(request.param, folder)
    yield
    await editor.shutdown_session()


def docstring(text: str, name: str) -> str:
    """The docstring of a definition, by its qualified name."""
    node: Any = ast.parse(text)
    for part in name.split("."):
        node = next(n for n in node.body if getattr(n, "name", None) == part)
    return ast.get_docstring(node) or ""


def code(text: str) -> str:
    """The code without its docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(tree)


async def failure(awaited: Any) -> JsonRpcException:
    with pytest.raises(JsonRpcException) as caught:
        await awaited
    return caught.value


async def test_missing_docstrings_are_reported(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    found = await editor.found(uri)
    text = editor.texts[uri]
    pointed = {
        text[editor.offset(text, d.range.start) : editor.offset(text, d.range.end)] for d in found
    }
    assert pointed == {"quote", "Depot", "add"}
    assert {d.source for d in found} == {"docstring-lsp"}
    assert {d.severity for d in found} == {types.DiagnosticSeverity.Information}
    assert {d.code for d in found} == {"DL102", "DL103", "DL104"}


async def test_the_quick_fix_writes_the_docstring(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    found = [d for d in await editor.found(uri) if "quote" in d.message]
    actions = await editor.actions(uri, editor.cursor_at(uri, "quote("), diagnostics=found)
    fixes = [a for a in actions.values() if a.kind == types.CodeActionKind.QuickFix]
    assert [list(fix.diagnostics or ()) for fix in fixes] == [found]
    await editor.choose(fixes[0])
    written = docstring(editor.texts[uri], "quote")
    for part in ("Args:", "weight:", "express", "Returns:", "Raises:", "ValueError:"):
        assert part in written
    assert code(editor.texts[uri]) == code(SOURCE)
    assert not [d for d in await fresh(editor, uri) if "quote" in d.message]


async def fresh(editor: EditorClient, uri: str) -> list[types.Diagnostic]:
    """The diagnostics of the text as it is now."""
    return list((await editor.pulled(uri)).items)


async def test_another_style_is_a_choice_away(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    actions = await editor.actions(uri, editor.cursor_at(uri, "quote("))
    others = [a for title, a in actions.items() if "NumPy" in title]
    assert [a.kind for a in others] == [types.CodeActionKind.RefactorRewrite]
    await editor.choose(others[0])
    assert "Parameters\n----------" in docstring(editor.texts[uri], "quote")


async def test_a_class_and_its_methods(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    actions = await editor.actions(uri, editor.cursor_at(uri, "add("))
    await editor.choose(next(a for title, a in actions.items() if "class `Depot`" in title))
    text = editor.texts[uri]
    assert docstring(text, "Depot")
    assert "parcel:" in docstring(text, "Depot.add")
    assert docstring(text, "Depot.find") == "Look it up."
    assert not docstring(text, "Depot._hidden")
    assert not docstring(text, "quote")


async def test_the_file_from_an_action_and_on_save(editor: EditorClient) -> None:
    texts = []
    for only in (None, ["source.fixAll"], ["source.fixAll.docstringLsp"], ["source"]):
        uri = editor.open(SOURCE)
        actions = await editor.actions(uri, editor.cursor_at(uri, "PY"), only=only)
        chosen = [a for title, a in actions.items() if "missing docstrings" in title]
        await editor.choose(chosen[0])
        texts.append(editor.texts[uri])
    assert len(set(texts)) == 1
    assert docstring(texts[0], "quote")
    assert docstring(texts[0], "Depot.find") == "Look it up."
    assert code(texts[0]) == code(SOURCE)


STALE = '''\
"""Shop."""


def find(title: str, *, exact: bool = False) -> str:
    r"""Find it,  by \\name.

    Args:
        exact (int): Whether it is to be
            exactly that.
    """
    return title
'''


async def test_a_stale_docstring_is_updated_in_place(editor: EditorClient) -> None:
    uri = editor.open(STALE)
    actions = await editor.actions(uri, editor.cursor_at(uri, "find("))
    await editor.choose(actions["Update docstring of `find` in place"])
    assert editor.texts[uri] == STALE.replace(
        "        exact (int)",
        "        title (str): The title to find.\n        exact (bool)",
    ).replace(
        "exactly that.\n",
        "exactly that.\n\n    Returns:\n        str: The title.\n",
    )


CALLER = '''\
"""A caller."""

from callee import g


def call():
    """Call it.

    Raises:
        OddError: OddError
    """
    g()
'''


async def test_other_modules_are_looked_into_before_an_update_is_offered(
    editor: EditorClient,
) -> None:
    callee = editor.folder / "callee.py"
    callee.write_text("def g():\n    print(1)\n")
    uri = editor.open(CALLER, "caller.py")
    assert "DL221" in [found.code for found in await editor.found(uri)]
    actions = await editor.actions(uri, editor.cursor_at(uri, "call("))
    await editor.choose(actions["Update docstring of `call` in place"])
    assert editor.texts[uri] == CALLER.replace("\n    Raises:\n        OddError: OddError\n", "")
    callee.unlink()


async def test_what_stands_is_rewritten_only_when_it_is_asked_for(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    where = editor.cursor_at(uri, "find(")
    actions = await editor.actions(uri, where)
    rewrites = [a for title, a in actions.items() if title.startswith("Rewrite")]
    assert {a.kind for a in rewrites} == {types.CodeActionKind.RefactorRewrite}
    assert not any(a.is_preferred for a in rewrites)
    for kind in ("quickfix", "source", "source.fixAll"):
        offered = await editor.actions(uri, where, only=[kind])
        assert not [title for title in offered if "Rewrite" in title]
    await editor.choose(rewrites[0])
    assert "name:" in docstring(editor.texts[uri], "Depot.find")


KINDS = [
    (["refactor"], {"refactor.rewrite"}),
    (["refactor.rewrite"], {"refactor.rewrite"}),
    (["refactor.extract"], set()),
    (["quickfix"], {"quickfix"}),
    (["source.organizeImports"], set()),
    (["source.fixAll"], {"source.fixAll.docstringLsp"}),
    (["quickfix", "source"], {"quickfix", "source.fixAll.docstringLsp"}),
    ([""], {"quickfix", "refactor.rewrite", "source.fixAll.docstringLsp"}),
]


@pytest.mark.parametrize(("only", "kinds"), KINDS)
async def test_only_the_kinds_that_are_asked_for(
    editor: EditorClient, only: list[str], kinds: set[str]
) -> None:
    uri = editor.open(SOURCE)
    found = [d for d in await editor.found(uri) if "quote" in d.message]
    where = editor.cursor_at(uri, "quote(")
    actions = await editor.actions(uri, where, only=only, diagnostics=found)
    assert {a.kind for a in actions.values()} == kinds


UNSENT = [
    ("def quote", {"quote"}),
    ("express: bool", {"quote"}),
    ("if weight", set()),
    ("class Depot", {"Depot"}),
    ("@staticmethod", {"of"}),
    ("def of", {"of"}),
    ("def find", set()),
    ("def _hidden", set()),
    ("class Depot:\n    def add", {"Depot", "add"}),
]


@pytest.mark.parametrize(("where", "fixed"), UNSENT)
async def test_a_quick_fix_is_found_on_the_definitions_lines_without_a_diagnostic(
    editor: EditorClient, where: str, fixed: set[str]
) -> None:
    uri = editor.open(SOURCE + "\n    @staticmethod\n    def of():\n        return Depot()\n")
    place = editor.range_at(uri, where) if "\n" in where else editor.cursor_at(uri, where)
    actions = await editor.actions(uri, place, only=["quickfix"])
    assert {a.kind for a in actions.values()} <= {"quickfix"}
    assert {title.split("`")[1] for title in actions} == fixed


async def test_a_selection_offers_each_definition_in_it(editor: EditorClient) -> None:
    uri = editor.open(SOURCE)
    start = editor.range_at(uri, "def quote").start
    where = types.Range(start, editor.range_at(uri, "self.parcels").start)
    actions = await editor.actions(uri, where)
    for name in ("quote", "Depot", "add"):
        assert [t for t in actions if f"`{name}` (Google)" in t]
    await editor.choose(actions["Generate the 3 missing docstrings in the selection"])
    text = editor.texts[uri]
    assert all(docstring(text, name) for name in ("quote", "Depot", "Depot.add"))
    assert docstring(text, "Depot.find") == "Look it up."
    assert not docstring(text, "Depot._hidden")
    assert code(text) == code(SOURCE)


async def test_a_broken_buffer_is_helped_all_the_same(editor: EditorClient) -> None:
    broken = "def bad(:\n    x = [\n\n\n" + SOURCE
    uri = editor.open(broken)
    actions = await editor.actions(uri, editor.cursor_at(uri, "quote("))
    await editor.choose(next(a for title, a in actions.items() if "`quote` (Google)" in title))
    assert "weight:" in editor.texts[uri]
    assert editor.texts[uri].startswith("def bad(:\n    x = [\n\n\n")


async def test_positions_hold_behind_what_other_libraries_take_for_line_ends(
    editor: EditorClient,
) -> None:
    uri = editor.open(SOURCE)
    start = editor.texts[uri].index('PY = "🐍"')
    editor.type(uri, start, start, 'Q = "𝒳\u2029"; R = "\x85\x1c"\r\n')
    editor.type(uri, start + 5, start + 6, "🐍🐍")
    actions = await editor.actions(uri, editor.cursor_at(uri, "quote("))
    await editor.choose(next(a for title, a in actions.items() if "`quote` (Google)" in title))
    assert "weight:" in docstring(editor.texts[uri], "quote")


async def test_positions_hold_behind_wide_characters_on_the_line_itself(
    editor: EditorClient,
) -> None:
    source = 'def snake(a="🐍𝒳é"): return a\n\n\nclass Nest: eggs = "🐍"; size = 2\n'
    uri = editor.open(source)
    for name in ("snake", "Nest"):
        start = editor.range_at(uri, f"{name}").end
        found = [d for d in await fresh(editor, uri) if f"`{name}`" in d.message]
        assert [d.range.end for d in found] == [start]
        actions = await editor.actions(uri, types.Range(start, start), diagnostics=found)
        await editor.choose(next(a for t, a in actions.items() if f"`{name}` (Google)" in t))
    text = editor.texts[uri]
    assert docstring(text, "snake")
    assert docstring(text, "Nest")
    assert code(text) == code(source)
    assert '"🐍𝒳é"):\n' in text


async def test_a_document_keeps_its_kind_of_newline(editor: EditorClient) -> None:
    source = SOURCE.replace("\n", "\r\n")
    uri = editor.open(source)
    actions = await editor.actions(uri, editor.cursor_at(uri, "PY"), only=["source.fixAll"])
    await editor.choose(next(iter(actions.values())))
    text = editor.texts[uri]
    assert text.count("\n") == text.count("\r\n") > source.count("\n") + 10
    assert "weight:" in docstring(text, "quote")
    assert code(text) == code(source)


AUTOMATIC = [("quote(", True), ("express: bool", True), ("if weight", False), ("PY =", False)]


@pytest.mark.parametrize(("where", "offered"), AUTOMATIC)
async def test_at_each_step_of_the_cursor_little_is_offered(
    editor: EditorClient, where: str, offered: bool
) -> None:
    uri = editor.open(SOURCE)
    place, automatic = editor.cursor_at(uri, where), types.CodeActionTriggerKind.Automatic
    actions = await editor.actions(uri, place, trigger_kind=automatic)
    # An editor that cannot resolve would have every edit computed at every step.
    lazy = editor.capabilities.text_document.code_action.resolve_support  # type: ignore[union-attr]
    assert bool(actions) is (offered and lazy is not None)
    found = [d for d in await editor.found(uri) if "quote" in d.message]
    told = await editor.actions(uri, place, trigger_kind=automatic, diagnostics=found)
    assert {a.kind for a in told.values()} >= ({"quickfix"} if offered else set())
    asked = await editor.actions(uri, place, trigger_kind=types.CodeActionTriggerKind.Invoked)
    assert len(asked) >= 5


async def test_a_renamed_document_goes_on_under_its_new_name(editor: EditorClient) -> None:
    old = editor.open(SOURCE, "old.py")
    assert await editor.found(old)
    editor.close(old)
    new = editor.open(SOURCE, "new.py")
    assert await editor.found(new)
    assert (await editor.pulled(old)).items == ()
    actions = await editor.actions(new, editor.cursor_at(new, "quote("))
    await editor.choose(next(a for title, a in actions.items() if "`quote` (Google)" in title))
    assert docstring(editor.texts[new], "quote")
    assert await editor.actions(old, editor.cursor_at(new, "quote(")) == {}


async def test_a_test_file_by_its_new_name_is_asked_nothing(editor: EditorClient) -> None:
    editor.close(editor.open(SOURCE, "plain.py"))
    assert await editor.found(editor.open(SOURCE, "test_plain.py")) == []


async def test_an_untitled_document_is_helped_too(editor: EditorClient) -> None:
    uri = "untitled:Untitled-1"
    editor.texts[uri], editor.versions[uri] = SOURCE, 1
    item = types.TextDocumentItem(uri, "python", 1, SOURCE)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    actions = await editor.actions(uri, editor.cursor_at(uri, "quote("))
    await editor.choose(next(a for title, a in actions.items() if "`quote` (Google)" in title))
    assert "weight:" in docstring(editor.texts[uri], "quote")
    editor.close(uri)


async def test_what_is_not_python_is_left_alone(editor: EditorClient) -> None:
    uri = editor.open(SOURCE, "a.txt", "plaintext")
    assert await editor.actions(uri, editor.cursor_at(uri, "quote(")) == {}
    assert await editor.found(uri) == []


async def test_a_notebooks_cell_has_no_module_to_document(editor: EditorClient) -> None:
    uri = f"vscode-notebook-cell:{editor.folder}/a.ipynb#X12"
    editor.texts[uri], editor.versions[uri] = "def f(): return 1\n", 1
    item = types.TextDocumentItem(uri, "python", 1, editor.texts[uri])
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    assert {d.code for d in await editor.found(uri)} == {"DL103"}
    assert await editor.actions(uri, editor.cursor_at(uri, "def"), only=["source.fixAll"]) == {}
    editor.close(uri)


async def test_an_empty_document_has_nothing_to_say(editor: EditorClient) -> None:
    uri = editor.open("")
    assert await editor.found(uri) == []
    where = types.Range(types.Position(0, 0), types.Position(3, 7))
    for action in (await editor.actions(uri, where)).values():
        if action.edit is not None:
            editor.apply(action.edit)


async def test_a_document_that_is_not_open_has_no_actions(editor: EditorClient) -> None:
    where = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert await editor.actions("file:///nowhere.py", where) == {}


UNTIDY = '''\
"""A depot."""


def fetch(name: str, shelf: int):
    """Look it up.
    Args:
        name: What it is called.
        place: Where it is.

    Returns:
        [TODO:return]
    """
    return name, shelf
'''


MISSPELLED = '"""A shop."""\n\n\ndef wrap_boxes():\n    """As `wrap_boxs`, not `send_off`."""\n'


async def test_what_a_misspelled_name_may_mean_is_offered_and_not_preferred(
    editor: EditorClient,
) -> None:
    uri = editor.open(MISSPELLED)
    found = await editor.found(uri)
    assert [d.code for d in found] == ["DL300", "DL300"]
    place = found[0].range
    assert not any("Change to" in title for title in await editor.actions(uri, place))
    actions = await editor.actions(uri, place, diagnostics=found, only=["quickfix"])
    changes = [action for title, action in actions.items() if title.startswith("Change")]
    assert [(c.title, c.is_preferred) for c in changes] == [("Change to `wrap_boxes`", None)]
    await editor.choose(changes[0])
    assert editor.texts[uri] == MISSPELLED.replace("wrap_boxs", "wrap_boxes")


async def test_each_finding_has_the_quick_fix_that_mends_it(editor: EditorClient) -> None:
    uri = editor.open(UNTIDY)
    found = await editor.found(uri)
    assert [d.code for d in found] == ["DL503", "DL202", "DL400"]
    fixes = {"DL202": "Update docstring", "DL503": "Lay out docstring", "DL400": "Finish docstring"}
    for code, title in fixes.items():
        here = await fresh(editor, uri) or found
        actions = await editor.actions(uri, editor.cursor_at(uri, "fetch("), diagnostics=here)
        (fix,) = [a for a in actions.values() if code in {d.code for d in a.diagnostics or ()}]
        assert fix.title.startswith(title)
        assert fix.kind == types.CodeActionKind.QuickFix
        await editor.choose(fix)
    assert await fresh(editor, uri) == []
    wanted = UNTIDY.replace("up.\n", "up.\n\n").replace("place:", "shelf:")
    assert editor.texts[uri] == wanted.replace("[TODO:return]", "The result of fetching the name.")

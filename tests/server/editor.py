"""An editor for tests: pytest-lsp's client with documents, and what real editors can do.

It edits its documents by itself, with Python's own codecs, so that what the server means by a
position is judged by somebody else.
"""

from __future__ import annotations

import asyncio
import codecs
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pygls.uris import to_fs_path
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import register_lsp_features

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def capabilities(name: str) -> types.ClientCapabilities:
    """Return what an editor of today says it can do.

    Neovim and Emacs as pytest-lsp recorded them; VS Code as it was recorded in 2022, with what
    its client says since; and one that counts as Python does, which is Emacs without its choice.
    """
    if name == "utf-32":
        said = client_capabilities("emacs@29.1")
        said.general.position_encodings = [types.PositionEncodingKind.Utf32]  # type: ignore[union-attr]
        return said
    if name != "vscode":
        return client_capabilities({"neovim": "neovim@0.11.0", "emacs": "emacs@29.1"}[name])
    said = client_capabilities("visual_studio_code@1.65.2")
    said.general.position_encodings = [types.PositionEncodingKind.Utf16]  # type: ignore[union-attr]
    said.text_document.diagnostic = types.DiagnosticClientCapabilities(  # type: ignore[union-attr]
        dynamic_registration=True, related_document_support=False
    )
    said.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)  # type: ignore[union-attr]
    return said


class EditorClient(LanguageClient):
    """An editor.

    Attributes:
        texts: The documents it has open, by address.
        versions: Their versions.
        applied: The edits the server sent, with their labels.
        registered: What the server asked to be told of, by method.
        refuses: Why it will not apply edits, or an empty string.
        folder: The workspace's folder.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.registered: dict[str, Any] = {}
        self.refuses = ""
        self.folder = Path()
        self.encoding = "utf-16"
        self._count = 0

    async def begin(self, name: str, folder: Path, **options: Any) -> None:
        """Begin a session as an editor would in a folder."""
        self.folder = folder
        result = await self.initialize_session(
            types.InitializeParams(
                capabilities=capabilities(name),
                client_info=types.ClientInfo(name),
                workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
                **options,
            )
        )
        self.encoding = str(result.capabilities.position_encoding)

    # Documents

    def open(self, text: str, name: str = "", language: str = "python") -> str:
        """Open a document and return its address."""
        self._count += 1
        uri = (self.folder / (name or f"file_{self._count}.py")).as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, first: int, last: int, new: str) -> None:
        """Replace a range of offsets."""
        text = self.texts[uri]
        range_ = types.Range(self.position(text, first), self.position(text, last))
        self.texts[uri] = text[:first] + new + text[last:]
        self.versions[uri] += 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [types.TextDocumentContentChangePartial(range_, new)],
            )
        )

    def close(self, uri: str) -> None:
        """Close a document."""
        del self.texts[uri], self.versions[uri]
        identity = types.TextDocumentIdentifier(uri)
        self.text_document_did_close(types.DidCloseTextDocumentParams(identity))

    # Positions

    def position(self, text: str, offset: int) -> types.Position:
        ends = [m.end() for m in _LINE_END.finditer(text) if m.end() <= offset]
        line = text[ends[-1] if ends else 0 : offset]
        return types.Position(len(ends), len(self._encoded(line)) // _WIDTHS[self.encoding])

    def offset(self, text: str, position: types.Position) -> int:
        starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        start = starts[position.line]
        line = self._encoded(text[start:])[: position.character * _WIDTHS[self.encoding]]
        return start + len(line.decode(self._codec))

    @property
    def _codec(self) -> str:
        return self.encoding if self.encoding == "utf-8" else f"{self.encoding}-le"

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._codec)

    # What the user does

    def range_at(self, uri: str, needle: str) -> types.Range:
        """Return the range of a piece of a document, empty where it is the cursor's place."""
        text = self.texts[uri]
        start = text.index(needle)
        return types.Range(self.position(text, start), self.position(text, start + len(needle)))

    def cursor_at(self, uri: str, needle: str) -> types.Range:
        """Return the empty range before a piece of a document."""
        start = self.range_at(uri, needle).start
        return types.Range(start, start)

    async def actions(
        self, uri: str, where: types.Range, **context: Any
    ) -> dict[str, types.CodeAction]:
        """Return the actions at a place, by their titles."""
        context.setdefault("diagnostics", [])
        answer = await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), where, types.CodeActionContext(**context)
            )
        )
        return {action.title: action for action in answer or []}  # type: ignore[misc]

    async def choose(self, action: types.CodeAction) -> None:
        """Do what an editor does with an action that was chosen."""
        if action.edit is None and action.command is None:
            action = await self.code_action_resolve_async(action)
        if action.edit is not None:
            self.apply(action.edit)
        if action.command is not None:
            await self.execute(action.command.command, *(action.command.arguments or ()))

    async def execute(self, command: str, *arguments: Any) -> Any:
        return await self.workspace_execute_command_async(
            types.ExecuteCommandParams(command=command, arguments=list(arguments))
        )

    async def pulled(self, uri: str, previous: str | None = None) -> Any:
        return await self.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(
                types.TextDocumentIdentifier(uri), previous_result_id=previous
            )
        )

    async def found(self, uri: str) -> list[types.Diagnostic]:
        """Return a document's diagnostics, asked for or waited for as the editor does."""
        assert self.capabilities is not None
        if self.capabilities.text_document.diagnostic:  # type: ignore[union-attr]
            return list((await self.pulled(uri)).items)
        await until(lambda: uri in self.diagnostics)
        return list(self.diagnostics[uri])

    # What the server asks

    def moved_on(self, edit: types.WorkspaceEdit) -> bool:
        """Return whether an edit is of a version that a document no longer has.

        As in an editor, a change and an edit may pass each other on their way.
        """
        return any(
            change.text_document.version not in (None, self.versions.get(change.text_document.uri))
            for change in edit.document_changes or ()
            if isinstance(change, types.TextDocumentEdit)
        )

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Apply an edit to the documents and to files that are not open."""
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            uri, version = change.text_document.uri, change.text_document.version
            assert version == self.versions.get(uri), "the edit is of another version"
            self._edit(uri, list(change.edits))
        for uri, edits in (edit.changes or {}).items():
            self._edit(uri, list(edits))

    def _edit(self, uri: str, edits: list[Any]) -> None:
        if uri in self.texts:
            self.type(uri, 0, len(self.texts[uri]), self._edited(self.texts[uri], edits))
            return
        path = Path(to_fs_path(uri) or "")
        mark = self._byte_order_mark(path)
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes((mark + self._edited(text, edits)).encode())

    def _edited(self, text: str, edits: list[Any]) -> str:
        spans = [
            (self.offset(text, e.range.start), self.offset(text, e.range.end), e) for e in edits
        ]
        spans.sort(key=lambda span: span[0])
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), "edits overlap"
        after = text
        for start, end, edit in reversed(spans):
            after = after[:start] + edit.new_text + after[end:]
        return after

    def _byte_order_mark(self, path: Path) -> str:
        """Return the mark that a file begins with, which no editor shows or counts."""
        return "\ufeff" if path.read_bytes().startswith(codecs.BOM_UTF8) else ""


def make_editor() -> EditorClient:
    """Return an editor that answers what the server may ask."""
    client = EditorClient(converter_factory=default_converter)
    register_lsp_features(client)

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        if client.refuses:
            return types.ApplyWorkspaceEditResult(applied=False, failure_reason=client.refuses)
        if client.moved_on(params.edit):
            return types.ApplyWorkspaceEditResult(applied=False, failure_reason="moved on")
        client.applied.append(params)
        client.apply(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        for registration in params.registrations:
            client.registered[registration.method] = registration.register_options

    return client


async def until(condition: Callable[[], object], patience: float = 10.0) -> None:
    """Wait until something holds."""
    for _ in range(int(patience / 0.01)):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to hold")

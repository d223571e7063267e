"""Takes what an editor says it can do and gives plain booleans; and what this server can do.

The protocol's nested optional fields are read here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsprotocol import types

from docstring_lsp.source.text import PositionEncoding

FIX_ALL = "source.fixAll.docstringLsp"
"""The kind of action that an editor may run on save."""

_PREFERENCE = (PositionEncoding.UTF8, PositionEncoding.UTF16, PositionEncoding.UTF32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What the editor can do; nothing, where it says nothing.

    Attributes:
        name: What it calls itself.
        encoding: How positions count characters.
        action_literals: It takes code actions, not only commands.
        resolves_edits: It asks for an action's edit once the action is chosen, and gives back
            the action's data when it does.
        preferred_actions: It reads which action is preferred.
        document_changes: It applies versioned edits of documents.
        applies_edits: It applies edits that the server sends.
        pulls_diagnostics: It asks for diagnostics.
        refreshes_diagnostics: It asks for them again when told to.
        diagnostic_versions: It reads which version published diagnostics are of.
        diagnostic_links: It shows a link with a diagnostic's code.
        configuration: It answers what its settings are.
        registers_configuration: It can be asked to tell of changed settings.
        registers_watched_files: It can be asked to watch files.
        progress: It shows the progress of work that the server begins.
        shows_documents: It opens a document when it is told to.
    """

    name: str = ""
    encoding: PositionEncoding = PositionEncoding.UTF16
    action_literals: bool = False
    resolves_edits: bool = False
    preferred_actions: bool = False
    document_changes: bool = False
    applies_edits: bool = False
    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    diagnostic_versions: bool = False
    diagnostic_links: bool = False
    configuration: bool = False
    registers_configuration: bool = False
    registers_watched_files: bool = False
    progress: bool = False
    shows_documents: bool = False


def client(params: types.InitializeParams) -> Client:
    """Return what the editor can do."""
    said = params.capabilities
    action = "text_document.code_action"
    resolved = _names(said, f"{action}.resolve_support.properties")
    return Client(
        name=params.client_info.name if params.client_info else "",
        encoding=_encoding(_names(said, "general.position_encodings")),
        action_literals=_has(said, f"{action}.code_action_literal_support"),
        resolves_edits="edit" in resolved and _has(said, f"{action}.data_support"),
        preferred_actions=_has(said, f"{action}.is_preferred_support"),
        document_changes=_has(said, "workspace.workspace_edit.document_changes"),
        applies_edits=_has(said, "workspace.apply_edit"),
        pulls_diagnostics=_has(said, "text_document.diagnostic"),
        refreshes_diagnostics=_has(said, "workspace.diagnostics.refresh_support"),
        diagnostic_versions=_has(said, "text_document.publish_diagnostics.version_support"),
        diagnostic_links=_links(said),
        configuration=_has(said, "workspace.configuration"),
        registers_configuration=_has(
            said, "workspace.did_change_configuration.dynamic_registration"
        ),
        registers_watched_files=_has(
            said, "workspace.did_change_watched_files.dynamic_registration"
        ),
        progress=_has(said, "window.work_done_progress"),
        shows_documents=_has(said, "window.show_document.support"),
    )


def server(client: Client, commands: Sequence[str]) -> types.ServerCapabilities:
    """Return what this server offers to an editor.

    Args:
        client: What the editor can do.
        commands: The names of the commands.
    """
    return types.ServerCapabilities(
        position_encoding=client.encoding.value,
        text_document_sync=types.TextDocumentSyncOptions(
            open_close=True,
            change=types.TextDocumentSyncKind.Incremental,
            save=types.SaveOptions(include_text=False),
        ),
        code_action_provider=types.CodeActionOptions(
            code_action_kinds=[
                types.CodeActionKind.QuickFix,
                types.CodeActionKind.RefactorRewrite,
                FIX_ALL,
            ],
            resolve_provider=client.resolves_edits,
        ),
        execute_command_provider=types.ExecuteCommandOptions(
            commands=list(commands), work_done_progress=True
        ),
        diagnostic_provider=_diagnostic_provider(client),
        workspace=types.WorkspaceOptions(
            workspace_folders=types.WorkspaceFoldersServerCapabilities(
                supported=True, change_notifications=True
            )
        ),
    )


def _diagnostic_provider(client: Client) -> types.DiagnosticOptions | None:
    if not client.pulls_diagnostics:
        return None
    return types.DiagnosticOptions(
        identifier="docstring-lsp", inter_file_dependencies=False, workspace_diagnostics=False
    )


def _encoding(offered: Iterable[str]) -> PositionEncoding:
    known = {encoding.value for encoding in PositionEncoding}
    understood = {PositionEncoding(e) for e in offered if e in known}
    return next((e for e in _PREFERENCE if e in understood), PositionEncoding.UTF16)


def _links(said: types.ClientCapabilities) -> bool:
    return _has(said, "text_document.publish_diagnostics.code_description_support") or _has(
        said, "text_document.diagnostic.code_description_support"
    )


def _has(said: object, path: str) -> bool:
    found = _at(said, path)
    return found is not None and found is not False


def _names(said: object, path: str) -> tuple[str, ...]:
    found = _at(said, path)
    return tuple(found) if isinstance(found, (list, tuple)) else ()


def _at(said: object, path: str) -> object | None:
    for name in path.split("."):
        said = getattr(said, name, None)
        if said is None:
            return None
    return said

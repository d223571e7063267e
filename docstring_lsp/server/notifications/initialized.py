"""``initialized``: the editor is ready to be asked things."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session
from docstring_lsp.server.warm import warm
from docstring_lsp.server.watched import pattern


def take(session: Session, _params: types.InitializedParams) -> None:
    """Ask for settings, ask to be told of changes, then import what will be needed."""
    session.editor.start(_begin(session), "beginning")


async def _begin(session: Session) -> None:
    client = session.client
    if client.configuration:
        await session.configure()
    else:
        session.configured()
    if client.registers_configuration:
        options = types.DidChangeConfigurationRegistrationOptions(section="docstringLsp")
        await session.editor.register(types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)
    if client.registers_watched_files:
        watcher = types.FileSystemWatcher(glob_pattern=pattern())
        files = types.DidChangeWatchedFilesRegistrationOptions([watcher])
        await session.editor.register(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files)
    await warm()


NOTIFICATION = Notification(types.INITIALIZED, take)

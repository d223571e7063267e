"""``workspace/didChangeWorkspaceFolders``: folders joined or left the workspace."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Take the change in, and ask for the settings of what joined."""
    added = convert.folders_of(folder.uri for folder in params.event.added)
    session.change_folders(added, [folder.uri for folder in params.event.removed])


NOTIFICATION = Notification(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, take)

"""``workspace/didChangeWatchedFiles``: files that hold settings changed on disk."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidChangeWatchedFilesParams) -> None:
    """Read projects anew."""
    if params.changes:
        session.refresh()


NOTIFICATION = Notification(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, take)

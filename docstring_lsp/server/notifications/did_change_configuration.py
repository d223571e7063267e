"""``workspace/didChangeConfiguration``: what the editor has set changed."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidChangeConfigurationParams) -> None:
    """Read the settings anew: asked for where the editor answers, else as they were sent."""
    session.editor.start(session.configure(params.settings), "reading settings")


NOTIFICATION = Notification(types.WORKSPACE_DID_CHANGE_CONFIGURATION, take)

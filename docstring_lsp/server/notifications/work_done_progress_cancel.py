"""``window/workDoneProgress/cancel``: the user stopped work where its progress was shown."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.WorkDoneProgressCancelParams) -> None:
    """Stop the work."""
    session.stop(params.token)


NOTIFICATION = Notification(types.WINDOW_WORK_DONE_PROGRESS_CANCEL, take)

"""``textDocument/didClose``: a document leaves the editor's care."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    """Forget the document, and take its diagnostics away."""
    session.close(params.text_document.uri)


NOTIFICATION = Notification(types.TEXT_DOCUMENT_DID_CLOSE, take)

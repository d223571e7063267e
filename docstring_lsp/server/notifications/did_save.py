"""``textDocument/didSave``: a document was written; one that holds settings is read anew."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session
from docstring_lsp.server.watched import is_watched


def take(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    """Read the project anew if its settings were saved; editors may not watch files."""
    path = convert.path_of(params.text_document.uri)
    if path is not None and is_watched(path):
        session.refresh()


NOTIFICATION = Notification(types.TEXT_DOCUMENT_DID_SAVE, take)

"""``textDocument/didOpen``: a document comes under the editor's care."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    """Take the document in."""
    session.open(convert.document_of(params.text_document))


NOTIFICATION = Notification(types.TEXT_DOCUMENT_DID_OPEN, take)

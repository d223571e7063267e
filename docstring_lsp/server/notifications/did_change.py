"""``textDocument/didChange``: a document changed, step by step."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.handler import Notification
from docstring_lsp.server.session import Session


def take(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    """Take the changes in, in their order."""
    changed = params.text_document
    session.change(changed.uri, convert.changes_of(params.content_changes), changed.version)


NOTIFICATION = Notification(types.TEXT_DOCUMENT_DID_CHANGE, take)

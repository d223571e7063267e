"""From a method to what answers it: the folders' listings, joined with the session."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from functools import partial
from typing import Any

from lsprotocol import types

from docstring_lsp import registry
from docstring_lsp.server.execute import execute
from docstring_lsp.server.handler import DocumentRequest, Notification
from docstring_lsp.server.lifecycle import initialize
from docstring_lsp.server.protocol import Answer, Notice
from docstring_lsp.server.session import Session
from docstring_lsp.server.snapshot import Document

REQUESTS = "docstring_lsp.server.requests"
NOTIFICATIONS = "docstring_lsp.server.notifications"


def answers(session: Session) -> Mapping[str, Answer]:
    """Return what answers each request, but for ``shutdown``, which is the protocol's."""
    found: list[DocumentRequest] = [
        registry.load(REQUESTS, name, "REQUEST", kind="request")
        for name in registry.names(REQUESTS)
    ]
    about_documents = {r.method: partial(_about_document, session, r) for r in found}
    return {
        types.INITIALIZE: partial(initialize, session),
        types.WORKSPACE_EXECUTE_COMMAND: partial(execute, session),
        **about_documents,
    }


def notices(session: Session) -> Mapping[str, Notice]:
    """Return what takes each notification."""
    found: list[Notification] = [
        registry.load(NOTIFICATIONS, name, "NOTIFICATION", kind="notification")
        for name in registry.names(NOTIFICATIONS)
    ]
    return {n.method: partial(n.take, session) for n in found}


def _about_document(
    session: Session, request: DocumentRequest, params: Any
) -> Coroutine[Any, Any, Any]:
    # The document is taken here, at once: what arrives next may change it.
    uri = request.uri(params)
    document = None if uri is None else session.documents.get(uri)
    return _answer(session, request, document, params)


async def _answer(
    session: Session, request: DocumentRequest, document: Document | None, params: Any
) -> object:
    if document is None:
        return request.absent(params)
    return await request.answer(await session.snapshot(document, vote=request.vote), params)

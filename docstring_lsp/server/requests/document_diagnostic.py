"""``textDocument/diagnostic``: the findings in a document, for an editor that asks for them."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from docstring_lsp.server.diagnose import diagnose, identity
from docstring_lsp.server.handler import DocumentRequest
from docstring_lsp.server.snapshot import Snapshot

Report = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


async def answer(snapshot: Snapshot, params: types.DocumentDiagnosticParams) -> Report:
    """Return the diagnostics, or that they are still those the editor has."""
    name = identity(snapshot)
    if params.previous_result_id == name:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    # In a thread: the first look at a file of thousands of lines takes seconds.
    items = await asyncio.to_thread(diagnose, snapshot)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=name)


def _empty(_params: types.DocumentDiagnosticParams) -> Report:
    return types.RelatedFullDocumentDiagnosticReport(items=[])


REQUEST = DocumentRequest(
    method=types.TEXT_DOCUMENT_DIAGNOSTIC,
    uri=lambda params: params.text_document.uri,
    answer=answer,
    absent=_empty,
    vote=False,
)

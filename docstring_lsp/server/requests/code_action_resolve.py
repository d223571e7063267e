"""``codeAction/resolve``: the edit of an action that was chosen; asked twice, it is the same."""

from __future__ import annotations

from lsprotocol import types

from docstring_lsp.errors import StaleDocumentError
from docstring_lsp.server import convert
from docstring_lsp.server.failures import RequestError
from docstring_lsp.server.handler import DocumentRequest
from docstring_lsp.server.snapshot import Snapshot
from docstring_lsp.server.write import document_edit, message, refusal, write


async def answer(snapshot: Snapshot, action: types.CodeAction) -> types.CodeAction:
    """Return the action with its edit.

    Raises:
        StaleDocumentError: If the document changed since the action was offered.
        RequestError: If there is no edit, with the reason.
    """
    data = action.data if isinstance(action.data, dict) else {}
    if data.get("version") != snapshot.document.version:
        raise StaleDocumentError("the document changed since the action was offered; ask again")
    outcomes = await write(snapshot, convert.target_of(data))
    edit = document_edit(snapshot, outcomes)
    # What runs on every save has nothing to say; what somebody chose and changes nothing does.
    on_save = str(action.kind or "").startswith(types.CodeActionKind.SourceFixAll.value)
    reason = refusal(outcomes) if on_save else message(outcomes)
    if not edit.edits and reason:
        raise RequestError(types.LSPErrorCodes.RequestFailed, reason)
    action.edit = convert.to_workspace_edit([edit], snapshot.client)
    return action


def _uri(action: types.CodeAction) -> str | None:
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    return uri if isinstance(uri, str) else None


def _absent(action: types.CodeAction) -> types.CodeAction:
    if _uri(action) is not None:
        raise StaleDocumentError("the document was closed since the action was offered")
    return action


REQUEST = DocumentRequest(method=types.CODE_ACTION_RESOLVE, uri=_uri, answer=answer, absent=_absent)

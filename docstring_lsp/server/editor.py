"""What the server asks of the editor: one method a wish, each safe where the editor cannot.

Holds no state but the connection and the work in the background.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from docstring_lsp.server.failures import RequestError
from docstring_lsp.server.protocol import log_failure


class Editor:
    """The editor at the other end.

    Args:
        connection: The connection with it.
    """

    def __init__(self, connection: LanguageServer) -> None:
        self._connection = connection
        self._background: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Start work in the background; a failure of it is logged."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._background.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log_failure(task.get_name(), error)

    def stop_background(self) -> None:
        """Give up what is at work in the background."""
        for task in list(self._background):
            task.cancel()

    def show(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Show a message to the user."""
        self._connection.window_show_message(types.ShowMessageParams(kind, message))

    def note(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Put a message into the editor's log."""
        self._connection.window_log_message(types.LogMessageParams(kind, message))

    def publish(
        self, uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None = None
    ) -> None:
        """Publish the diagnostics of a document."""
        self._connection.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
        )

    def refresh_diagnostics(self) -> None:
        """Ask the editor to ask for diagnostics again."""
        refresh = self._connection.workspace_diagnostic_refresh_async(None)
        self.start(_tolerated(refresh), "workspace/diagnostic/refresh")

    async def apply(self, label: str, edit: types.WorkspaceEdit) -> None:
        """Have the editor apply an edit.

        Args:
            label: What it is called where it can be undone; empty for what is part of a longer
                act, since some editors say the label each time.
            edit: The edit.

        Raises:
            RequestError: If it did not.
        """
        params = types.ApplyWorkspaceEditParams(edit=edit, label=label or None)
        result = await self._connection.workspace_apply_edit_async(params)
        if not result.applied:
            reason = result.failure_reason or "it gave no reason"
            text = f"the editor did not apply the edit: {reason}"
            raise RequestError(types.LSPErrorCodes.RequestFailed, text)

    async def open(self, uri: str) -> None:
        """Have the editor open a document; one that does not is told nowhere but in the log."""
        params = types.ShowDocumentParams(uri, external=False, take_focus=True)
        await _tolerated(self._connection.window_show_document_async(params))

    async def configuration(self, section: str, scopes: Iterable[str | None]) -> Sequence[Any]:
        """Return what the editor has set for each scope; nothing where it will not say."""
        items = [types.ConfigurationItem(scope_uri=scope, section=section) for scope in scopes]
        asked = self._connection.workspace_configuration_async(types.ConfigurationParams(items))
        return await _tolerated(asked) or [None] * len(items)

    async def register(self, method: str, options: object) -> None:
        """Have the editor tell of what it did not offer to tell at the start."""
        registration = types.Registration(
            id=f"docstring-lsp/{method}", method=method, register_options=options
        )
        await _tolerated(
            self._connection.client_register_capability_async(
                types.RegistrationParams([registration])
            )
        )

    async def begin(
        self, token: types.ProgressToken, title: str, *, create: bool, cancellable: bool = True
    ) -> None:
        """Begin to show progress."""
        if create:
            params = types.WorkDoneProgressCreateParams(token)
            await _tolerated(self._connection.window_work_done_progress_create_async(params))
        begin = types.WorkDoneProgressBegin(title=title, cancellable=cancellable, percentage=0)
        self._connection.progress(types.ProgressParams(token, begin))

    def report(self, token: types.ProgressToken, message: str, percentage: int) -> None:
        """Show how far the work is."""
        report = types.WorkDoneProgressReport(message=message, percentage=percentage)
        self._connection.progress(types.ProgressParams(token, report))

    def end(self, token: types.ProgressToken) -> None:
        """Show that the work is done."""
        self._connection.progress(types.ProgressParams(token, types.WorkDoneProgressEnd()))


async def _tolerated(asked: Any) -> Any:
    """Return the editor's answer, or None where it answers with an error."""
    try:
        return await asked
    except JsonRpcException as error:
        log_failure("a request to the editor", error)
        return None

"""Sends diagnostics to an editor that does not ask for them: once typing pauses, never stale."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from docstring_lsp.server.diagnose import diagnose

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session

PAUSE = 0.25
"""Seconds without a change after which diagnostics are computed."""


class Publisher:
    """Publishes the diagnostics of open documents.

    Args:
        session: The session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pending: dict[str, asyncio.Task[None]] = {}

    def schedule(self, uri: str, pause: float = PAUSE) -> None:
        """Publish a document's diagnostics after a pause; a call before that starts it anew."""
        if self._session.client.pulls_diagnostics:
            return
        self._drop(uri)
        work = self._publish(uri, pause)
        self._pending[uri] = self._session.editor.start(work, "publishing diagnostics")

    def schedule_all(self) -> None:
        """Publish the diagnostics of every document, or have the editor ask for them."""
        client = self._session.client
        if not client.pulls_diagnostics:
            for uri in self._session.documents:
                self.schedule(uri, 0)
        elif client.refreshes_diagnostics:
            self._session.editor.refresh_diagnostics()

    def clear(self, uri: str) -> None:
        """Take a document's diagnostics away."""
        if self._session.client.pulls_diagnostics:
            return
        self._drop(uri)
        self._session.editor.publish(uri, [])

    def _drop(self, uri: str) -> None:
        if (task := self._pending.pop(uri, None)) is not None:
            task.cancel()

    async def _publish(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self._session.documents.get(uri)
        if document is None:
            return
        snapshot = await self._session.snapshot(document, vote=False)
        if self._session.documents.get(uri) is not document:
            return
        # In a thread: the first look at a file of thousands of lines takes seconds.
        found = await asyncio.to_thread(diagnose, snapshot)
        if self._session.documents.get(uri) is document:
            version = document.version if self._session.client.diagnostic_versions else None
            self._session.editor.publish(uri, found, version)

"""Brings our log into the editor's, and keeps pygls' out of it.

pygls logs whole messages, source text included, and a log that is sent as a message is logged
again: so nothing of it is taken, and what matters in it `docstring_lsp.server.protocol` says.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from lsprotocol.types import MessageType

from docstring_lsp.log import redact
from docstring_lsp.server.editor import Editor

_KINDS = (
    (logging.ERROR, MessageType.Error),
    (logging.WARNING, MessageType.Warning),
    (logging.INFO, MessageType.Info),
)


class ClientLog(logging.Handler):
    """Sends records to the editor's log, from whatever thread they come.

    Args:
        editor: The editor.
        loop: The loop on which it is spoken to.
    """

    def __init__(self, editor: Editor, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(logging.INFO)
        self._editor = editor
        self._loop = loop

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record."""
        message = redact(f"{record.name}: {record.getMessage()}")
        kind = next((kind for level, kind in _KINDS if record.levelno >= level), MessageType.Log)
        with suppress(RuntimeError):  # the loop is closed: the session is over
            self._loop.call_soon_threadsafe(self._editor.note, message, kind)


def quiet_pygls() -> None:
    """Take nothing of what pygls logs."""
    pygls = logging.getLogger("pygls")
    pygls.setLevel(logging.CRITICAL + 1)
    pygls.propagate = False

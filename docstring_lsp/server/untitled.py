"""An untitled document in the editor that is made to say a text, again and again while it grows.

One edit at a time is under way; what comes in the meantime waits for it and goes out as one.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.failures import RequestError
from docstring_lsp.server.protocol import log_failure
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import LineIndex

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session

_PAUSE = 0.1
"""Seconds between two edits; more than the eye can follow is only work for the editor."""


class Untitled:
    """An untitled document; it is opened when it is first told to say something.

    Args:
        session: The session with the editor.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.uri = ""
        self._shown = self._wanted = ""
        self._work: asyncio.Task[None] | None = None

    @property
    def possible(self) -> bool:
        """Whether the editor can show it."""
        return self._session.client.shows_documents and self._session.client.applies_edits

    def say(self, name: str, text: str) -> None:
        """Let it say a text from now on.

        Args:
            name: What it is called, where it is not open yet.
            text: All that it says.
        """
        if not self.possible:
            return
        self._wanted = text
        self.uri = self.uri or self._session.untitled(f"{name}.md")
        if self._work is None:
            self._work = self._session.editor.start(self._edited(), f"writing into {self.uri}")

    async def end(self, name: str, text: str) -> bool:
        """Let it say a text, and return whether it does."""
        self.say(name, text)
        if self._work is not None:
            await self._work
        return self.possible and self._shown == text

    async def _edited(self) -> None:
        try:
            if not self._shown:
                await self._session.editor.open(self.uri)
            while self._shown != self._wanted:
                wanted = self._wanted
                edit = types.WorkspaceEdit(changes={self.uri: [self._edit(wanted)]})
                await self._session.editor.apply("", edit)
                self._shown = wanted
                await asyncio.sleep(_PAUSE)
        except RequestError as error:
            # Closed by the user, most likely: the whole is in the command's answer.
            log_failure(self.uri, error)
            self._wanted = self._shown
        finally:
            self._work = None

    def _edit(self, wanted: str) -> types.TextEdit:
        from docstring_lsp.deliverables.growth import alike

        rest = Span(alike(self._shown, wanted), len(self._shown))
        range_ = convert.to_range(rest, LineIndex(self._shown), self._session.client.encoding)
        return types.TextEdit(range_, wanted[rest.start :])

"""Answers from the web, where a provider's own API searches it.

This program opens no web page itself, and no adapter asks a provider to search yet; that is
said in place of an answer that would be made up.
"""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.room import Room


class ResponsesService:
    """Says that the web cannot be searched, and what can be done."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("web",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, max_results: int = 5) -> Answer:  # noqa: ARG002
        """Refuse.

        Raises:
            UsageError: Always, with the reason.
        """
        raise UsageError(
            "no provider that can be asked searches the web; ask without it, as in 'explain …'"
        )


SERVICE = ResponsesService

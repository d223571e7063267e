"""Answers from the web, through providers whose own API searches it.

This program opens no web page itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.deliverables.markup import joined, literal
from docstring_lsp.errors import UsageError
from docstring_lsp.providers.base import Source
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.prompting import request
from docstring_lsp.tasks.room import Room


class ResponsesService:
    """Has a provider search the web, and says where its answer comes from."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("web",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, max_results: int = 5) -> Answer:
        """Return the answer, and the pages that it leans on.

        Args:
            task: What is to be found.
            max_results: How many pages are listed at most.

        Raises:
            UsageError: If no provider that searches the web is set up.
            ProviderError: If it does not answer.
        """
        if self._room.engine.models is None:
            raise UsageError(
                "the web is searched by providers that can (anthropic, openai, gemini); set "
                "`provider` in the user's own settings, or name one with --provider"
            )
        reply = await self._room.ask(request(task, {}, web=True))
        sources = reply.sources[:max_results]
        return Answer(
            text=joined(reply.text, _listed(sources)),
            told={"provider": reply.provider, "sources": [each.url for each in sources]},
        )


def _listed(sources: Sequence[Source]) -> str:
    lines = [f"- [{literal(each.title or each.url)}](<{_address(each.url)}>)" for each in sources]
    return "\n".join(["Sources:", "", *lines]) if lines else ""


def _address(url: str) -> str:
    return "".join(url.split()).replace("<", "%3C").replace(">", "%3E")


SERVICE = ResponsesService

"""Answers questions on the code."""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.explaining import explained
from docstring_lsp.tasks.prompting import material, request
from docstring_lsp.tasks.room import Room

_UNKNOWN = (
    "no model is set up, and that names nothing of the project: name a definition or a file, such "
    "as 'explain Cart.add'; ask for docstrings, a check, a conversion or a document; or set "
    "`provider` in the user's own settings"
)


class ChatService:
    """Explains; without a model it says what the code says of the definitions that are named."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("explanations",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str) -> Answer:
        """Return the answer.

        Raises:
            UsageError: If no model is set up and it names no definition and no file that there is.
            ProviderError: If the model does not answer.
        """
        if self._room.engine.models is None:
            self._room.refuse_unknown(task)
            if said := await explained(self._room, task):
                return Answer(text=said, told={"provider": "static"})
            raise UsageError(_UNKNOWN)
        reply = await self._room.ask(request(task, material(self._room, task)))
        return Answer(text=reply.text, told={"provider": reply.provider, "model": reply.model})


SERVICE = ChatService

"""Has several models think, and makes one answer of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.prompting import material, request
from docstring_lsp.tasks.room import Room


class ReasoningService:
    """Asks every model that is set up; the first of them makes one answer of all."""

    keywords: Sequence[str] = ()
    capabilities: Sequence[str] = ("several models",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, models: Sequence[str] = ()) -> Answer:
        """Return the answer.

        Args:
            task: What is to be thought through.
            models: Whom to ask, as ``PROVIDER`` or ``PROVIDER:MODEL``; all that are set up
                if empty.

        Raises:
            UsageError: If none is set up.
            ProviderError: If none answers.
        """
        asked = self._room.engine.models
        if asked is None:
            raise UsageError("no model is set up; set `provider` in the user's own settings")
        found = asked.directory.candidates()
        names = list(models) or [c.name for c in found if c.chosen and not c.missing]
        prompt = request(task, material(self._room, task))
        if len(names) < 2:
            reply = await self._room.ask(prompt)
            return Answer(text=reply.text, told={"models": [reply.provider]})
        heard, made = await asked.compared(prompt, names, ultra=names[0])
        if not heard.voices:
            raise UsageError("; ".join(f"{name}: {why}" for name, why in heard.errors.items()))
        text = made.voice.text if made is not None else heard.voices[0].text
        told = {"models": [voice.name for voice in heard.voices], "errors": dict(heard.errors)}
        return Answer(text=text, told=told)


SERVICE = ReasoningService

"""Writes docstrings that a task names."""

from __future__ import annotations

from collections.abc import Sequence

from docstring_lsp.actions.proposal import Target
from docstring_lsp.deliverables.evidence.model import Module
from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.rewriting import rewritten
from docstring_lsp.tasks.room import Room


class DocstringService:
    """Writes the docstrings of the definitions or files that are named; shows the diff."""

    keywords: Sequence[str] = (
        *("docstring?", "write docstring", "add docstring", "generate docstring"),
        *("document function", "document class", "document method", "missing docstring?"),
    )
    capabilities: Sequence[str] = ("edits",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, write: bool = False) -> Answer:
        """Return the diff.

        Args:
            task: Names definitions or files.
            write: Whether the files are changed, too.

        Raises:
            UsageError: If it names nothing that there is.
        """
        named = self._room.symbols(task)
        targets: list[tuple[Module, Target]] = [
            (module, Target(scope="definition", anchor=symbol.definition.anchor, replace=True))
            for module, symbol in named
        ]
        targets = targets or [(module, Target(scope="file")) for module in self._room.files(task)]
        if not targets:
            raise UsageError("name a definition or a file of the project, such as Cart.add")
        return await rewritten(self._room, targets, write=write)


SERVICE = DocstringService

"""Says docstrings in another style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docstring_lsp.actions.conventions import styles
from docstring_lsp.actions.proposal import Target
from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.rewriting import rewritten
from docstring_lsp.tasks.room import Room


class ConvertService:
    """Converts the docstrings of the files that are named, or all; shows the diff."""

    keywords: Sequence[str] = (
        *("convert", "google style", "numpy style", "sphinx style", "restructuredtext?"),
        *("epytext", "pep257", "to numpy", "to google", "to sphinx", "konvertiere", "umwandeln"),
    )
    capabilities: Sequence[str] = ("edits",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, write: bool = False) -> Answer:
        """Return the diff.

        Args:
            task: Names a style, and maybe definitions or files.
            write: Whether the files are changed, too.

        Raises:
            UsageError: If it names no style, or a file or definition that there is not.
        """
        words = re.findall(r"\w+", task.lower())
        self._room.refuse_unknown(task)
        wanted = [word for word in words if word in styles()]
        if not wanted:
            raise UsageError(f"say which style: {', '.join(styles())}")
        into = wanted[-1]
        named = self._room.symbols(task)
        targets = [
            (m, Target(scope="definition", anchor=s.definition.anchor, style=into, only="convert"))
            for m, s in named
        ]
        modules = self._room.files(task) or list(self._room.evidence.own)
        targets = targets or [
            (m, Target(scope="file", style=into, only="convert")) for m in modules
        ]
        return await rewritten(self._room, targets, write=write)


SERVICE = ConvertService

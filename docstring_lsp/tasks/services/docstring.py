"""Writes docstrings that a task names, and mends those that stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docstring_lsp.actions.proposal import Only, Target
from docstring_lsp.deliverables.evidence.model import Module
from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.rewriting import rewritten
from docstring_lsp.tasks.room import Room

_ANEW = re.compile(r"\b(?:re)?(?:write|generate)|\b(?:anew|from scratch|schreib)", re.IGNORECASE)
_MENDS = re.compile(r"\b(?:update|fix|mend|repair|stale|outdated)", re.IGNORECASE)


class DocstringService:
    """Writes the docstrings of the definitions or files that are named, or all; shows the diff.

    What stands is mended in place, and written anew only where the task says so.
    """

    keywords: Sequence[str] = (
        *("docstring?", "write docstring", "add docstring", "generate docstring"),
        *("document function", "document class", "document method", "missing docstring?"),
        *("update docstring", "fix docstring", "fix?", "repair?", "update?", "dokumentiere"),
    )
    capabilities: Sequence[str] = ("edits",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str, *, write: bool = False) -> Answer:
        """Return the diff.

        Args:
            task: Names definitions or files; all that are shipped where it names none.
            write: Whether the files are changed, too.

        Raises:
            UsageError: If it names a file or definition that there is not, or there is no code.
        """
        self._room.refuse_unknown(task)
        anew = _ANEW.search(task) is not None
        of_one: Only = "missing" if anew else "all"
        targets: list[tuple[Module, Target]] = [
            (m, Target(scope="definition", anchor=s.definition.anchor, replace=anew, only=of_one))
            for m, s in self._room.symbols(task)
        ]
        modules = self._room.files(task) or list(self._room.evidence.own)
        of_file: Only = "all" if _MENDS.search(task) else "missing"
        targets = targets or [(m, Target(scope="file", only=of_file)) for m in modules]
        if not targets:
            raise UsageError("the project has no code; name its folder with --project")
        return await rewritten(self._room, targets, write=write)


SERVICE = DocstringService

"""Checks docstrings and tells what is found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from docstring_lsp.checks.run import check
from docstring_lsp.deliverables.markup import count
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.room import Room


class CheckService:
    """Checks the files that are named, or all that are shipped."""

    keywords: Sequence[str] = (
        *("check", "lint", "stale", "outdated", "undocumented", "missing docstring"),
        *("finding", "wrong docstring", "coverage", "mistake", "prüfe", "fehler"),
    )
    capabilities: Sequence[str] = ("findings",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str) -> Answer:
        """Return the findings, a line each.

        Args:
            task: Names files; all that are shipped where it names none.

        Raises:
            UsageError: If it names a file or definition that there is not.
        """
        self._room.refuse_unknown(task)
        conventions = self._room.conventions
        lines = []
        modules = self._room.files(task) or list(self._room.evidence.own)
        for module in modules:
            found = check(
                module.text,
                conventions.policy,
                path=PurePosixPath(module.path),
                style_name=conventions.style_name,
                style_is_told=conventions.style_is_told,
                selection=self._room.selection,
            )
            # What another file may take back is for the whole check to tell.
            for finding in (each for each in found if not each.unless):
                line = module.text.count("\n", 0, finding.span.start) + 1
                lines.append(f"{module.path}:{line}: {finding.code} {finding.message}")
        where = count(len(modules), "file")
        said = f"{count(len(lines), 'finding')} in {where}." if lines else "No findings."
        return Answer(text="\n".join([*lines, said]), told={"findings": len(lines)})


SERVICE = CheckService

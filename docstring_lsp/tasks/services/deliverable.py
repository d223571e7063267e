"""Writes the documents that a task names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from docstring_lsp.deliverables.deliver import Order
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.deliverables.workspace import delivered
from docstring_lsp.errors import UsageError
from docstring_lsp.tasks.answer import Answer
from docstring_lsp.tasks.room import Room


class DeliverableService:
    """Writes documents about the project; several become one."""

    keywords: Sequence[str] = (
        *("deliverable", "problem statement", "persona", "use case", "tool outline", "readme"),
        *("architecture", "api reference", "cli reference", "glossary", "test plan"),
        *("changelog", "change log", "onboarding", "walkthrough", "module diagram", "architektur"),
    )
    capabilities: Sequence[str] = ("documents",)

    def __init__(self, room: Room) -> None:
        self._room = room

    async def execute(self, task: str) -> Answer:
        """Return the documents that a task names.

        Raises:
            UsageError: If it names none.
        """
        known = templates(self._room.root, ())
        said = re.sub(r"[^\w]+", " ", task.lower()).replace("change log", "changelog")
        names = tuple(name for name in known if _stem(name) in said)
        names = names or tuple(name for name in known if _is_meant(name, said))
        if not names:
            raise UsageError(f"say which document: {', '.join(known)}")
        order = Order(names=names, merged=len(names) > 1, wish=Wish(said=task))
        notes: list[str] = []
        done = await delivered(
            self._room.root,
            self._room.resolved.settings,
            order,
            note=notes.append,
            evidence=self._room.evidence,
        )
        failed = [f"{outcome.template.name}: {outcome.error}" for outcome in done.failed]
        if not done.documents:
            raise UsageError("; ".join(failed))
        return Answer(text="\n".join(done.documents.values()), told={"failed": failed})


def _stem(name: str) -> str:
    return name.replace("-", " ").removesuffix("s")


def _is_meant(name: str, said: str) -> bool:
    """Return whether a word of a task begins or is spelled nearly as a name is."""
    stem = _stem(name)
    near = difflib.get_close_matches(stem, said.split(), 1, 0.8)
    return bool(near) or any(word.startswith(stem[:9]) for word in said.split() if len(stem) > 9)


SERVICE = DeliverableService

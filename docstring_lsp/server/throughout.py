"""Does to every file of the workspace what a target asks, for the commands that do.

Files that are open are taken as the editor has them; the others are read, and changed by the
editor too: nothing is written behind its back.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp.errors import DocstringLspError, UsageError
from docstring_lsp.server import arguments, convert
from docstring_lsp.server.handler import DocumentEdit, Effect, Progress
from docstring_lsp.server.snapshot import Document, Workspace
from docstring_lsp.server.write import document_edit, message, summary, write

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Outcome
    from docstring_lsp.actions.proposal import Target
    from docstring_lsp.settings.model import Resolved


async def everywhere(
    workspace: Workspace, target: Target, report: Progress, label: str, did: str, idle: str
) -> Effect:
    """Return what is done in the workspace's folders, file by file.

    A file that cannot be read is told in the result, and the rest goes on.

    Args:
        workspace: The workspace.
        target: What is done to each file.
        report: Is told how far it is.
        label: What the editor calls the change.
        did: What was done to docstrings, such as ``written``, as the user is told.
        idle: What the user is told where there is nothing to do.

    Raises:
        UsageError: If the workspace has no folder.
    """
    paths = await _paths(workspace)
    outcomes: list[Outcome] = []
    changes: list[DocumentEdit] = []
    failures: list[str] = []
    for done, path in enumerate(paths):
        report(done, len(paths), path.name)
        try:
            snapshot = await workspace.snapshot(await _document(workspace, path))
            found = await write(snapshot, target)
        except DocstringLspError as error:
            failures.append(str(error))
            continue
        outcomes += found
        changes.append(document_edit(snapshot, found))
    changed = tuple(change for change in changes if change.edits)
    done_nothing = not changed and not failures and not any(o.status == "refused" for o in outcomes)
    return Effect(
        result={
            **summary(outcomes),
            "files": len(paths),
            "changed": len(changed),
            "failed": failures,
        },
        label=label,
        changes=changed,
        message=idle
        if done_nothing
        else message(outcomes, failures) or _told(outcomes, len(changed), did),
    )


def _told(outcomes: list[Outcome], files: int, did: str) -> str:
    """Return how much was done: most of it is in files that nobody sees."""
    from docstring_lsp.deliverables.markup import count

    written = sum(outcome.status == "written" for outcome in outcomes)
    return f"{count(written, 'docstring')} {did} in {count(files, 'file')}."


async def _paths(workspace: Workspace) -> list[Path]:
    if not workspace.folders:
        raise UsageError("the workspace has no folder; open one, or work in a file")
    found: dict[Path, None] = {}
    for folder in workspace.folders:
        resolved = (await workspace.project(folder)).resolved
        found.update(dict.fromkeys(await asyncio.to_thread(_walked, folder, resolved)))
    return list(found)


def _walked(folder: Path, resolved: Resolved) -> list[Path]:
    from docstring_lsp.files import walk

    return list(walk([folder], resolved.settings, root=resolved.root))


async def _document(workspace: Workspace, path: Path) -> Document:
    opened = {d.path: d for d in workspace.documents.values()}
    return opened.get(path) or await arguments.read(path, convert.to_uri(path))

"""``docstringLsp.generateWorkspace``: writes the missing docstrings of every file.

Files that are open are taken as the editor has them; the others are read, and changed by the
editor too: nothing is written behind its back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docstring_lsp.errors import DocstringLspError, UsageError
from docstring_lsp.server import arguments, convert
from docstring_lsp.server.handler import Command, DocumentEdit, Effect, Progress
from docstring_lsp.server.snapshot import Document, Workspace
from docstring_lsp.server.write import document_edit, message, summary, write

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Outcome
    from docstring_lsp.settings.model import Resolved


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write what is missing in the workspace's folders.

    A file that cannot be read is told in the result, and the rest goes on.

    Raises:
        UsageError: If the workspace has no folder.
    """
    from docstring_lsp.actions.proposal import Target

    target = Target(scope="file", style=arguments.style(argument))
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
    return Effect(
        result={
            **summary(outcomes),
            "files": len(paths),
            "changed": len(changed),
            "failed": failures,
        },
        label="Generate docstrings in the workspace",
        changes=changed,
        message=message(outcomes, failures),
    )


async def _paths(workspace: Workspace) -> list[Path]:
    if not workspace.folders:
        raise UsageError("the workspace has no folder; open one, or generate in a file")
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


COMMAND = Command(
    name="docstringLsp.generateWorkspace",
    run=run,
    known=("style",),
    title="Generating docstrings",
)

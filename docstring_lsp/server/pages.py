"""Pages that a command writes: a text and where it goes in, the effect out.

Without a place the text is in the answer, for the client to show, or is shown in a document
without a file if that is asked for; with a place it is written there, in the workspace, and
opened.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments, convert
from docstring_lsp.server.handler import Effect
from docstring_lsp.server.snapshot import Project, Workspace


async def page(
    root: Path, argument: Mapping[str, Any], name: str, text: str, result: Mapping[str, object]
) -> Effect:
    """Return the effect of a text.

    Args:
        root: The project's folder, outside of which nothing is written.
        argument: Says where it goes: ``output``, and ``force`` to write a file anew; or ``show``.
        name: What a document without a file is called.
        text: The text, as Markdown.
        result: What else the caller is answered.

    Raises:
        UsageError: If the place is outside of the project, or says something else already.
        FileError: If it cannot be written.
    """
    from docstring_lsp.deliverables.placing import place

    output = arguments.text(argument, "output", "a path in the workspace")
    if output is None:
        shown = name if arguments.flag(argument, "show") else ""
        return Effect(result={**result, "markdown": text}, untitled=shown)
    force = arguments.flag(argument, "force")
    path = root / output
    placed = await asyncio.to_thread(place, path, text, project=root, force=force)
    if placed.status == "differs":
        raise UsageError(f"{path}: says something else; give force to write it anew")
    uri = convert.to_uri(path)
    told = {**result, "markdown": text, "uri": uri, "status": placed.status}
    return Effect(result=told, opens=uri)


async def project(workspace: Workspace, argument: Mapping[str, Any]) -> Project:
    """Return the project that is meant: of the document that is named, or the first folder's.

    Raises:
        UsageError: If the workspace has no folder and nothing is named.
    """
    path = arguments.path(workspace, argument)
    if path is None and not workspace.folders:
        raise UsageError("the workspace has no folder; open one, or name a document with uri")
    return await workspace.project(path)

"""``docstringLsp.bible.bootstrap``: adds to the bible what the project names and explains."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from docstring_lsp.server import arguments, convert
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import project
from docstring_lsp.server.snapshot import Workspace


async def run(workspace: Workspace, argument: Mapping[str, Any], _report: Progress) -> Effect:
    """Add what is missing at the file's end, and open it."""
    from docstring_lsp.bible import PLACE
    from docstring_lsp.workflow.workspace import begun

    line = arguments.text(argument, "line", "a text") or ""
    found = await project(workspace, argument)
    added = await asyncio.to_thread(begun, found.root, found.resolved.settings, line)
    uri = convert.to_uri(found.root / PLACE)
    return Effect(result={"added": [entry.id for entry in added], "uri": uri}, opens=uri)


COMMAND = Command(
    name="docstringLsp.bible.bootstrap",
    run=run,
    known=("line", "uri"),
    title="Reading the project",
)

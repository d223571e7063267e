"""``docstringLsp.bible.open``: opens the project's bible, which is begun where there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from docstring_lsp.server import convert
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import project
from docstring_lsp.server.snapshot import Workspace


async def run(workspace: Workspace, argument: Mapping[str, Any], _report: Progress) -> Effect:
    """Open it; a bible that is there is left as it is."""
    from docstring_lsp.bible import PLACE
    from docstring_lsp.workflow.workspace import begun

    found = await project(workspace, argument)
    path = found.root / PLACE
    added = 0
    if not path.exists():
        added = len(await asyncio.to_thread(begun, found.root, found.resolved.settings))
    uri = convert.to_uri(path)
    return Effect(result={"uri": uri, "added": added}, opens=uri)


COMMAND = Command(name="docstringLsp.bible.open", run=run, known=("uri",))

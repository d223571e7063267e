"""``docstringLsp.generateWorkspace``: writes the missing docstrings of every file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace
from docstring_lsp.server.throughout import everywhere


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write what is missing in the workspace's folders.

    Raises:
        UsageError: If the workspace has no folder.
    """
    from docstring_lsp.actions.proposal import Target

    target = Target(scope="file", style=arguments.style(argument))
    label, idle = "Generate docstrings in the workspace", "No docstring is missing."
    return await everywhere(workspace, target, report, label, "written", idle)


COMMAND = Command(
    name="docstringLsp.generateWorkspace",
    run=run,
    known=("style",),
    title="Generating docstrings",
)

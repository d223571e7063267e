"""``docstringLsp.generateFile``: writes the missing docstrings of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace
from docstring_lsp.server.write import ahead, document_edit, message, summary, write


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write what is missing, and with ``replace`` what stands too."""
    from docstring_lsp.actions.proposal import Target

    style, replace = arguments.style(argument), arguments.replace(argument)
    document = await arguments.document(workspace, argument)
    snapshot = await workspace.snapshot(document)
    provider = arguments.provider(argument)
    target = Target(scope="file", style=style, replace=replace, provider=provider)
    outcomes = await write(snapshot, target, ahead(report, 0, 0))
    return Effect(
        result=summary(outcomes),
        label="Generate docstrings in this file",
        changes=(document_edit(snapshot, outcomes),),
        message=message(outcomes),
    )


COMMAND = Command(
    name="docstringLsp.generateFile",
    run=run,
    known=("uri", "version", "style", "replace", "provider"),
    title="Generating docstrings",
    patience=0.3,
)

"""``docstringLsp.script``: a narrated tour of the project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import page, project
from docstring_lsp.server.snapshot import Workspace

NAME = "walkthrough-script"
"""What a document is called that shows one."""


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write the script, about a line or what the entry points show.

    Raises:
        UsageError: If no scene could be written.
    """
    from docstring_lsp.workflow.model import GenerationConfig, GenerationScope
    from docstring_lsp.workflow.workspace import scripted

    line = arguments.text(argument, "line", "a text") or ""
    count = arguments.number(argument, "scenes")
    found = await project(workspace, argument)
    config = GenerationConfig(
        scope=GenerationScope.FULL_SCRIPT if count is None else GenerationScope.MULTI_SCENE,
        scene_count=count or 0,
        use_existing_bibles=True,
    )
    notes: list[str] = []
    settings = found.resolved.settings
    grown = partial(report.grow, NAME) if arguments.flag(argument, "show") else None
    done = await scripted(
        found.root, settings, line, config, note=notes.append, told=report, grown=grown
    )
    failed = {outline.title: why for outline, why in done.failed}
    if not done.scenes:
        raise UsageError("; ".join(f"{title}: {why}" for title, why in failed.items()))
    told = {"failed": failed, "notes": notes}
    return await page(found.root, argument, NAME, done.text, told)


COMMAND = Command(
    name="docstringLsp.script",
    run=run,
    known=("line", "scenes", "output", "force", "show", "uri"),
    title="Writing the script",
)

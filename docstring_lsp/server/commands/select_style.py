"""``docstringLsp.selectStyle``: tells the styles and which one is in use, or sets one.

What is set holds until the server ends; a setting is what holds for longer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace


async def run(workspace: Workspace, argument: Mapping[str, Any], _report: Progress) -> Effect:
    """Tell the styles, the current one and why, for a document or the workspace."""
    from docstring_lsp.actions.conventions import style as style_of
    from docstring_lsp.actions.conventions import styles

    chosen = arguments.style(argument)
    project = await workspace.project(arguments.path(workspace, argument))
    conventions = project.conventions
    if chosen is not None:
        conventions = conventions.with_style(chosen)
    return Effect(
        result={
            "style": conventions.style_name,
            "reason": conventions.reason("style"),
            "styles": [{"name": name, "title": style_of(name).title} for name in styles()],
        },
        style=chosen,
    )


COMMAND = Command(name="docstringLsp.selectStyle", run=run, known=("uri", "style"))

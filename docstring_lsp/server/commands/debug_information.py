"""``docstringLsp.debugInformation``: what runs, with what settings, as one reports it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from docstring_lsp import __version__
from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Resolved


async def run(workspace: Workspace, argument: Mapping[str, Any], _report: Progress) -> Effect:
    """Tell it for a document or the workspace. Names folders and settings, no source."""
    project = await workspace.project(arguments.path(workspace, argument))
    conventions = project.conventions
    return Effect(
        result={
            "version": __version__,
            "python": platform.python_version(),
            "executable": sys.executable,
            "platform": platform.platform(),
            "client": workspace.client.name,
            "positionEncoding": workspace.client.encoding.value,
            "documents": len(workspace.documents),
            "folders": [str(folder) for folder in workspace.folders],
            "root": str(project.root),
            "style": conventions.style_name,
            "styleReason": conventions.reason("style"),
            "settings": _settings(project.resolved),
        }
    )


def _settings(resolved: Resolved) -> dict[str, object]:
    from docstring_lsp.settings.model import kebab

    return {
        kebab(name): {"value": value, "from": resolved.origin(name)}
        for name, value in asdict(resolved.settings).items()
        if resolved.origin(name) != "default"
    }


COMMAND = Command(name="docstringLsp.debugInformation", run=run, known=("uri",))

"""``docstringLsp.convertWorkspace``: says the docstrings of every file in one style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace
from docstring_lsp.server.throughout import everywhere


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Convert the docstrings in the workspace's folders; what cannot be said is left, and told.

    Raises:
        UsageError: If the workspace has no folder, or there is nothing of that name to do with
            types.
        UnknownNameError: If there is no such style.
    """
    from docstring_lsp.actions.proposal import Target, Types

    types: Any = arguments.text(argument, "types", "what becomes of types") or "keep"
    if types not in get_args(Types):
        raise UsageError(f"types {types!r} is none of {', '.join(get_args(Types))}")
    target = Target(
        scope="file",
        style=arguments.style(argument),
        only="convert",
        source=arguments.style(argument, "from"),
        types=types,
    )
    label, idle = "Convert docstrings in the workspace", "No docstring is in another style."
    return await everywhere(workspace, target, report, label, "converted", idle)


COMMAND = Command(
    name="docstringLsp.convertWorkspace",
    run=run,
    known=("style", "from", "types"),
    title="Converting docstrings",
)

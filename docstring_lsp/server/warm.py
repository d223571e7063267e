"""Imports what the first request will need, while the user is still looking at the file.

One module at a time, on the loop: an import in a thread would hold the interpreter's lock just
the same, and two threads in one import can meet a module half made.
"""

from __future__ import annotations

import asyncio
from importlib import import_module

_IMPORTS = (
    "docstring_lsp.actions.style",
    "docstring_lsp.checks.run",
    "docstring_lsp.actions.propose",
    "libcst",
    "docstring_lsp.actions.generate",
    "docstring_lsp.engine.generate",
)
_PAUSE = 0.05
"""Seconds between two imports, for what the editor sends meanwhile."""


async def warm() -> None:
    """Import it."""
    from docstring_lsp.actions.conventions import style, styles

    for name in _IMPORTS:
        await asyncio.sleep(_PAUSE)
        import_module(name)
    for name in styles():
        await asyncio.sleep(0)
        style(name)

"""What tells this program's code from any other state of it: what was kept by another is none."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from docstring_lsp import __version__, registry

_PACKAGE = Path(__file__).resolve().parents[1]
_DECIDING = ("actions", "checks", "cli", "docstring", "settings", "source")
"""The rooms whose code decides what is found, beside what stands in no room."""

_OTHERS = {
    "docstring_lsp.checks.rules": "docstring_lsp.rules",
    "docstring_lsp.docstring.styles": "docstring_lsp.styles",
}
"""What other packages may add to."""


@cache
def state() -> bytes:
    """Return a name for the code as it is: its version, its files, and who adds to it."""
    told = [__version__]
    rooms = (sorted((_PACKAGE / name).rglob("*.py")) for name in _DECIDING)
    for path in chain(sorted(_PACKAGE.glob("*.py")), *rooms):
        status = path.stat()
        told.append(f"{path.name}:{status.st_size}:{status.st_mtime_ns}")
    told += [name for kind, group in _OTHERS.items() for name in registry.names(kind, group)]
    return "\n".join(told).encode()

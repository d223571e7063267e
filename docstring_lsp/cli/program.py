"""What tells this program's code from any other state of it: what was kept by another is none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docstring_lsp import __version__, registry

_PACKAGE = Path(__file__).resolve().parents[1]
_DECIDING = ("actions", "checks", "docstring", "source")
"""The rooms whose code decides what is found."""


@cache
def state() -> bytes:
    """Return a name for the code as it is: its version, its files, and who adds to it."""
    told = [__version__]
    for name in _DECIDING:
        for path in sorted((_PACKAGE / name).rglob("*.py")):
            status = path.stat()
            told.append(f"{path.name}:{status.st_size}:{status.st_mtime_ns}")
    told += registry.names("docstring_lsp.checks.rules", "docstring_lsp.rules")
    return "\n".join(told).encode()

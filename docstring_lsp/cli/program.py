"""What tells this program's code from any other state of it: what was kept by another is none.

Imports next to nothing, since it is asked before anything else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from docstring_lsp import __version__

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

_OTHERS = {
    "docstring_lsp.checks.rules": "docstring_lsp.rules",
    "docstring_lsp.docstring.styles": "docstring_lsp.styles",
}
"""What other packages may add to."""


def code() -> str:
    """Return a name for the code as it is: its version, and its files' sizes and times."""
    return "\0".join([__version__, *sorted(_files(_PACKAGE))])


@cache
def state() -> bytes:
    """Return a digest of the code as it is, and of who adds to it."""
    from hashlib import blake2b

    from docstring_lsp import registry

    added = [name for kind, group in _OTHERS.items() for name in registry.names(kind, group)]
    told = "\0".join([code(), *added]).encode("utf-8", "surrogateescape")
    return blake2b(told, digest_size=20).digest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _files(entry.path)

"""The way from one file to the other modules of its project, and what was seen on it.

What a file is found to say can depend on its neighbours, so who remembers it must know which
were asked, and what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from docstring_lsp import files

Seen = tuple[tuple[str, str], ...]
"""Each module that was asked for, by its dotted name, with a digest of its text."""


class Neighbours:
    """The other modules of a file's project.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: dict[str, str] = {}

    @property
    def seen(self) -> Seen:
        """Which were asked for, and what they were."""
        return tuple(self._seen.items())

    def name(self) -> str:
        """Return the file's own dotted name, ``package.__init__`` for a package's."""
        name = files.module_name(self._path)
        return f"{name}.__init__" if self._path.stem == "__init__" else name

    def text(self, module: str) -> str | None:
        """Return a module's text; None where the project has none of that name."""
        found = self._modules(module)
        self._seen[module] = _digest(found)
        return found

    def are_as(self, seen: Iterable[tuple[str, str]]) -> bool:
        """Return whether the modules that were asked for are what they were."""
        return all(_digest(self._modules(module)) == digest for module, digest in seen)

    @cached_property
    def _modules(self) -> Callable[[str], str | None]:
        return files.modules(self._path)


def _digest(text: str | None) -> str:
    if text is None:
        return ""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

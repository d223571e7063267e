"""The words of a project's code: what its files say, read once and only if it is asked for."""

from __future__ import annotations

from collections.abc import Container, Iterable
from contextlib import suppress
from pathlib import Path

from docstring_lsp import files
from docstring_lsp.checks.untruth.vocabulary import words
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.scan import scan

_COMPILED = (".pyx", ".pxd", ".pxi")
"""Other languages' files whose names Python code calls; all that they say counts."""


class Vocabulary(Container[str]):
    """The words of a project.

    Args:
        root: The project's folder.
        settings: Say what is left out.
        asked: Files that count in any case.
    """

    def __init__(self, root: Path, settings: Settings, asked: Iterable[Path] = ()) -> None:
        self._root = root
        self._settings = settings
        self._asked = tuple(asked)
        self._words: set[str] | None = None

    def __contains__(self, word: object) -> bool:
        """Return whether the project's code has a word."""
        if self._words is None:
            self._words = self._read()
        return word in self._words

    def _read(self) -> set[str]:
        found: set[str] = set()
        for path in files.walk([self._root, *self._asked], self._settings, root=self._root):
            found.update(path.stem.split("."), path.parent.parts)
            with suppress(DocstringLspError):
                text = files.read(path).text
                found |= words(text, scan(text))
        for folder in {self._root, *(path.parent for path in self._asked)}:
            for path in folder.iterdir():
                if path.suffix in _COMPILED:
                    with suppress(DocstringLspError):
                        found |= words(files.read(path).text, ())
        return found

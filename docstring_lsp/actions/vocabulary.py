"""The words of a project's code: what its files say, read once and only if it is asked for."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from docstring_lsp import files, witness
from docstring_lsp.checks.untruth.vocabulary import words
from docstring_lsp.disk import read_bytes
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
        whole: Whether these are all that the project has.
    """

    def __init__(
        self, root: Path, settings: Settings, asked: Iterable[Path] = (), *, whole: bool = False
    ) -> None:
        self._root = root
        self._whole = whole
        self._settings = settings
        self._asked = tuple(asked)
        self._words: set[str] | None = None

    def __contains__(self, word: object) -> bool:
        """Return whether the project's code has a word."""
        if self._words is None:
            self._words = self._read()
        return word in self._words

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        places = {str(path.absolute()): path for path in self._asked}
        if not self._whole:
            walked = files.walk([self._root], self._settings, root=self._root)
            places = {**{str(path): path for path in walked}, **places}
        python = tuple(path for _, path in sorted(places.items()))
        folders = {self._root, *(path.parent for path in python)}
        for folder in folders:
            witness.was_listed(folder)
        compiled = (Path(e.path) for f in folders for e in os.scandir(f) if _is_compiled(e.name))
        return (*python, *sorted(compiled))

    def digest(self, known: Mapping[Path, bytes]) -> bytes:
        """Return a name for the content of all the files.

        Args:
            known: Digests of the content of files that have been read.
        """
        found = blake2b(digest_size=20)
        for path in self._files:
            found.update(os.fsencode(path.absolute()))
            with suppress(DocstringLspError):
                found.update(known.get(path) or blake2b(read_bytes(path)).digest())
        return found.digest()

    def _read(self) -> set[str]:
        found: set[str] = set()
        for path in self._files:
            found.update(path.stem.split("."), path.parent.parts)
            with suppress(DocstringLspError):
                text = files.read(path).text
                found |= words(text, () if _is_compiled(path.name) else scan(text))
        return found


def _is_compiled(name: str) -> bool:
    return name.endswith(_COMPILED)

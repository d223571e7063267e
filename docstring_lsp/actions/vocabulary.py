"""The words of a project's code: which of some it has, looked for only if that is asked."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from time import monotonic

from docstring_lsp import files, witness
from docstring_lsp.checks.untruth.vocabulary import words
from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.exclusion import absolute
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.scan import scan

_COMPILED = (".pyx", ".pxd", ".pxi")
"""Other languages' files whose names Python code calls; all that they say counts."""


class Vocabulary:
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

    def having(self, wanted: Collection[str], *, until: float | None = None) -> frozenset[str]:
        """Return those of some words that the project's code has.

        A file is only looked into where its bytes have one of the words that no other file had.

        Args:
            wanted: The words.
            until: When to give up, as `time.monotonic` counts; None for never.

        Raises:
            TimeoutError: If it took longer.
        """
        left, found = set(wanted), set[str]()
        for path in self._files.values():
            if not left:
                break
            if until is not None and monotonic() > until:
                raise TimeoutError
            here = left & {*path.stem.split("."), *path.parent.parts}
            with suppress(DocstringLspError):
                here |= _those(left - here, path)
            left -= here
            found |= here
        return frozenset(found)

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        """The files by their whole paths, in an order that never changes."""
        places = {absolute(path): path for path in self._asked}
        if not self._whole:
            walked = files.walk([self._root], self._settings, root=self._root)
            places = {**{absolute(path): path for path in walked}, **places}
        folders = {str(self._root), *(path.rpartition(os.sep)[0] for path in places)}
        compiled = [path for folder in folders for path in _compiled(folder)]
        return {**dict(sorted(places.items())), **{path: Path(path) for path in sorted(compiled)}}

    def digest(self, known: Mapping[Path, bytes]) -> bytes:
        """Return a name for the content of all the files.

        Args:
            known: Digests of the content of files that have been read.
        """
        found = blake2b(digest_size=20)
        for whole, path in self._files.items():
            found.update(os.fsencode(whole))
            with suppress(DocstringLspError):
                found.update(known.get(path) or blake2b(read_bytes(path)).digest())
        return found.digest()


def _those(wanted: Collection[str], path: Path) -> set[str]:
    """Return those of some words that a file's code has."""
    data = read_bytes(path)
    named = {word for word in wanted if not word.isascii() or word.encode() in data}
    if not named:
        return set()
    text = files.text_of(data, path).text
    return named & words(text, () if _is_compiled(path.name) else scan(text))


def _compiled(folder: str) -> list[str]:
    """Return the files of other languages in a folder."""
    witness.was_listed(folder)
    with suppress(OSError):
        return [os.path.join(folder, n) for n in os.listdir(folder) if _is_compiled(n)]  # noqa: PTH118, PTH208
    return []


def _is_compiled(name: str) -> bool:
    return name.endswith(_COMPILED)

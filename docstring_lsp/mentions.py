"""Where a word is said in the package around a file: a word in, the modules' names and texts out.

They are read once in a while, and only so many: it is for examples, not for a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from pathlib import Path
from time import monotonic

from docstring_lsp import files
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.exclusion import absolute
from docstring_lsp.settings.model import Settings

_MOST = 2_000
_LARGEST = 300_000
"""Bytes; what is longer is made by a program as a rule."""

_FRESH = 30.0
"""Seconds for which what was read is good enough."""

Mentions = Callable[[str], Iterator[tuple[str, str]]]
"""From a word to the dotted names (a package's with ``.__init__``) and texts of modules with it."""


def mentions(path: Path) -> Mentions:
    """Return what gives the modules beside a file, or in its package, that have a word."""
    whole = Path(absolute(path))
    depth = files.module_name(path).count(".") + (whole.stem == "__init__")
    folder = whole.parents[max(depth - 1, 0)]

    def having(word: str) -> Iterator[tuple[str, str]]:
        for place, name, text in _modules(folder, depth > 0, int(monotonic() / _FRESH)):
            if place != whole and word in text:
                yield name, text

    return having


@lru_cache(maxsize=2)
def _modules(folder: Path, deep: bool, _age: int) -> tuple[tuple[Path, str, str], ...]:
    return tuple(_read(islice(_walked(folder, deep), _MOST)))


def _walked(folder: Path, deep: bool) -> Iterator[Path]:
    """Give the modules of a folder that git and the tools' own folders leave in."""
    usual = Settings()
    if deep:
        return files.walk([folder], usual)
    return (path for path in sorted(folder.glob("*.py")) if not files.excluded(path, usual))


def _read(found: Iterable[Path]) -> Iterator[tuple[Path, str, str]]:
    for path in found:
        with suppress(DocstringLspError, OSError):
            if path.stat().st_size <= _LARGEST:
                opens = ".__init__" if path.stem == "__init__" else ""
                yield path, files.module_name(path) + opens, files.read(path).text

"""Where a word is said in the package around a file: a word in, the modules' names and texts out.

The modules are read once, and only so many: it is for examples, not for a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path

from docstring_lsp import files
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.exclusion import absolute

_MOST = 400
_LARGEST = 300_000
"""Bytes; what is longer is made by a program as a rule."""

Mentions = Callable[[str], Iterator[tuple[str, str]]]
"""From a word to the dotted names (a package's with ``.__init__``) and texts of modules with it."""


def mentions(path: Path) -> Mentions:
    """Return what gives the modules beside a file, or in its package, that have a word."""
    whole = Path(absolute(path))
    depth = files.module_name(path).count(".") + (whole.stem == "__init__")

    @cache
    def modules() -> tuple[tuple[str, str], ...]:
        folder = whole.parents[max(depth - 1, 0)]
        found = folder.rglob("*.py") if depth else folder.glob("*.py")
        return tuple(_read(islice((each for each in found if each != whole), _MOST)))

    def having(word: str) -> Iterator[tuple[str, str]]:
        return ((name, text) for name, text in modules() if word in text)

    return having


def _read(found: Iterator[Path]) -> Iterator[tuple[str, str]]:
    for path in sorted(found):
        with suppress(DocstringLspError, OSError):
            if path.stat().st_size <= _LARGEST:
                opens = ".__init__" if path.stem == "__init__" else ""
                yield files.module_name(path) + opens, files.read(path).text

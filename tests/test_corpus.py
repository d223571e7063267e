"""A tenth of the interpreter's standard library, documented anew: the promises on real code.

Nobody here wrote these files. `benchmarks/corpus.py` does the same with all of them, and with
other projects.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus import Result, document, fingerprint, python_files, standard_library

STYLES = ("google", "numpy", "sphinx")
PARTS = 4
"""Each style's files are shared out over so many cases, for several processes to take."""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("style", STYLES)
def test_every_definition_is_documented_and_no_code_is_changed(style: str, part: int) -> None:
    root = standard_library()
    files = list(python_files(root, part=10))[part::PARTS]
    results = [document(path, root, style, twice=_twice(path, root, style)) for path in files]

    failures = [_told(result) for result in results if result.failed]
    assert not failures, "\n".join(failures)
    definitions = sum(result.definitions for result in results)
    refused = [(r.path, *reason) for r in results for reason in r.refused]
    assert definitions > 500
    assert len(refused) < definitions / 1000, refused
    unreadable = [f"{r.path}: {r.unreadable}" for r in results if r.unreadable]
    assert len(unreadable) < len(files) / 10, unreadable


def _twice(path: Path, root: Path, style: str) -> bool:
    """Return whether a file is done a second time: each in one of the styles, for speed."""
    return fingerprint(path.relative_to(root)) // 10 % len(STYLES) == STYLES.index(style)


def _told(result: Result) -> str:
    what = result.crash or result.changed or f"{result.missing[:5]} {result.second[:5]}"
    return f"{result.path}: {what}"

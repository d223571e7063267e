"""Folders: which are looked at for a project's files, and what stands in them.

Knows no setting; opens nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docstring_lsp import witness

ROOT_MARKS = (".git", ".hg", ".jj", ".svn")
"""What stands in the root of a version-controlled tree."""


def upwards(start: Path) -> Iterator[Path]:
    """Yield the folders in which a project's files are looked for, the nearest first.

    The last is the root of the version-controlled tree; failing one, the home folder.
    """
    # Not resolved: a link belongs to the project it stands in, not to its target's.
    here = Path(os.path.abspath(start))  # noqa: PTH100
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (stays "~" where there is no home)
    for folder in (here, *here.parents) if is_folder(here) else here.parents:
        yield folder
        if folder == home or any(exists(folder / mark) for mark in ROOT_MARKS):
            return


def exists(path: Path | str) -> bool:
    """Return whether something is there; what we may not look into counts as empty.

    `Path.exists`, `Path.is_file` and `Path.is_dir` raise there.
    """
    witness.asked_kind(path)
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path | str) -> bool:
    """Return whether a file is there, as far as we may see."""
    witness.asked_kind(path)
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Return whether a folder is there, as far as we may see."""
    witness.asked_kind(path)
    return os.path.isdir(path)  # noqa: PTH112

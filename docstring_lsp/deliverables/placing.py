"""Puts a document in its place: nothing is overwritten unasked, and what people wrote is kept."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docstring_lsp import files
from docstring_lsp.deliverables.keep import kept
from docstring_lsp.deliverables.provenance import renewed
from docstring_lsp.disk import read_bytes, replace
from docstring_lsp.errors import UsageError

Status = Literal["written", "unchanged", "differs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What became of a document.

    Attributes:
        path: Its file.
        status: ``written``, ``unchanged`` (the file says so already), or ``differs`` (the file
            says something else and was left alone).
        diff: How the file would change.
    """

    path: Path
    status: Status
    diff: str = ""


def place(path: Path, document: str, *, project: Path, force: bool = False) -> Placed:
    """Put a document in a file.

    Args:
        path: The file.
        document: The document.
        project: The project's folder, outside of which nothing is written.
        force: Whether a file that says something else is written anew; what stands between
            the marks of a kept region stays in any case.

    Returns:
        What became of it.

    Raises:
        UsageError: If the file is outside of the project.
        FileError: If it cannot be read or written.
    """
    inside(path, project)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, document)
        return Placed(path=path, status="written")
    before = read_bytes(path).decode("utf-8", "replace")
    after = renewed(before, kept(before, document))
    if after == before:
        return Placed(path=path, status="unchanged")
    if force:
        files.put(path, after)
        return Placed(path=path, status="written")
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        fromfile=str(path),
        tofile=str(path),
    )
    return Placed(path=path, status="differs", diff="".join(lines))


def place_bytes(path: Path, data: bytes, *, project: Path, force: bool = False) -> Placed:
    """Put a document that is no text in a file; one that is there is only replaced if forced.

    Returns:
        What became of it.

    Raises:
        UsageError: If the file is outside of the project.
        FileError: If it cannot be written.
    """
    inside(path, project)
    if path.exists() and not force:
        same = read_bytes(path) == data
        return Placed(path=path, status="unchanged" if same else "differs")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        files.put(path, "")
    replace(path, data)
    return Placed(path=path, status="written")


def inside(path: Path, project: Path) -> None:
    """Refuse a place that is not in the project, links followed.

    Raises:
        UsageError: If it is not.
    """
    if not path.resolve().is_relative_to(project.resolve()):
        raise UsageError(f"{path}: is outside of {project}; nothing is written there")

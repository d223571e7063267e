"""Takes the one object that a command is given and gives its parts, checked.

Each error says which part is wrong and what is expected.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docstring_lsp.errors import StaleDocumentError, UsageError
from docstring_lsp.server import convert
from docstring_lsp.server.snapshot import Document, Place, Workspace
from docstring_lsp.source.text import LineIndex

Argument = Mapping[str, Any]


async def document(workspace: Workspace, argument: Argument) -> Document:
    """Return the document that is named: as the editor has it, else as it is on disk.

    Raises:
        UsageError: If none is named, or it is neither open nor a file.
        StaleDocumentError: If a version is named that is not the document's.
        FileError: If its file cannot be read.
    """
    uri = _of_kind(argument, "uri", str, "an address")
    if uri is None:
        raise UsageError("uri is missing: say which document")
    found = workspace.documents.get(uri)
    if found is None:
        path = convert.path_of(uri)
        if path is None:
            raise UsageError(f"{uri} is neither open nor a file")
        found = await read(path, uri)
    version = _of_kind(argument, "version", int, "a whole number")
    if version is not None and version != found.version:
        raise StaleDocumentError("the document changed since the version that was named; ask again")
    return found


async def read(path: Path, uri: str) -> Document:
    """Return a file that is not open as a document.

    Raises:
        FileError: If it cannot be read.
        DecodeError: If its bytes are not text in the encoding it declares.
    """
    from docstring_lsp import files

    source = await asyncio.to_thread(files.read, path)
    return Document(uri, None, "", LineIndex(source.text), path)


def path(workspace: Workspace, argument: Argument) -> Path | None:
    """Return the file that is named, or the only one that is open; None for the workspace.

    Raises:
        UsageError: If what is named is no address.
    """
    uri = _of_kind(argument, "uri", str, "an address")
    if uri is not None:
        return convert.path_of(uri)
    opened = list(workspace.documents.values())
    return opened[0].path if len(opened) == 1 else None


def place(argument: Argument) -> Place | None:
    """Return the position that is named, or None.

    Raises:
        UsageError: If it is no position.
    """
    position = _of_kind(argument, "position", dict, "a position")
    return None if position is None else _place(position, "position")


def range_(argument: Argument) -> tuple[Place, Place] | None:
    """Return the range that is named, or None.

    Raises:
        UsageError: If it is no range.
    """
    named = _of_kind(argument, "range", dict, "a range")
    if named is None:
        return None
    ends = [_of_kind(named, name, dict, "a position") or {} for name in ("start", "end")]
    return _place(ends[0], "range.start"), _place(ends[1], "range.end")


def style(argument: Argument, part: str = "style") -> str | None:
    """Return the style that is named, or None.

    Args:
        argument: The argument.
        part: The part that names it.

    Raises:
        UnknownNameError: If there is no such style.
        UsageError: If it is no string.
    """
    from docstring_lsp.actions.conventions import style as style_of

    name = _of_kind(argument, part, str, "the name of a style")
    return None if name is None else style_of(name).name


def symbol(argument: Argument) -> str | None:
    """Return the qualified name that is named, or None.

    Raises:
        UsageError: If it is no string.
    """
    name: str | None = _of_kind(argument, "symbol", str, "a qualified name")
    return name


def provider(argument: Argument) -> str | None:
    """Return the provider that is named, or None.

    Raises:
        UsageError: If it is no string.
    """
    return text(argument, "provider", "the name of a provider")


def text(argument: Argument, name: str, expected: str) -> str | None:
    """Return a text of the argument, or None.

    Args:
        argument: The argument.
        name: The part's name.
        expected: What it should be, for the error.

    Raises:
        UsageError: If it is no text.
    """
    found: str | None = _of_kind(argument, name, str, expected)
    return found


def number(argument: Argument, name: str) -> int | None:
    """Return a whole number of the argument above 0, or None.

    Raises:
        UsageError: If it is none.
    """
    found: int | None = _of_kind(argument, name, int, "a whole number")
    if found is not None and found < 1:
        raise UsageError(f"{name} is {found}; give 1 or more")
    return found


def flag(argument: Argument, name: str) -> bool:
    """Return whether a switch of the argument is on.

    Raises:
        UsageError: If it is neither true nor false.
    """
    return bool(_of_kind(argument, name, bool, "true or false"))


def replace(argument: Argument) -> bool:
    """Return whether what stands is to be written anew.

    Raises:
        UsageError: If it is neither true nor false.
    """
    return bool(_of_kind(argument, "replace", bool, "true or false"))


def _place(position: Mapping[str, Any], name: str) -> Place:
    line, character = position.get("line"), position.get("character")
    for number in (line, character):
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            raise UsageError(f"{name} is no position: line and character count from 0")
    return Place(line, character)  # type: ignore[arg-type]


def _of_kind(argument: Argument, name: str, kind: type, expected: str) -> Any:
    value = argument.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UsageError(f"{name} is not {expected}")
    return value

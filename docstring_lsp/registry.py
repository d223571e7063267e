"""From a name to the module that carries it: a folder's listing, joined by entry points.

A kind of thing (styles, rules, providers, subcommands) is a package; each module in it that
does not start with an underscore is one of the kind, under its own name with ``_`` as ``-``.
Nothing is imported until it is asked for.
"""

from __future__ import annotations

import pkgutil
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from docstring_lsp.errors import UnknownNameError, UsageError


@cache
def names(package: str, group: str | None = None) -> tuple[str, ...]:
    """Return the names of a kind, in alphabetical order, without importing them.

    Args:
        package: The dotted name of the folder, such as ``docstring_lsp.docstring.styles``.
        group: The entry-point group through which others add to it, or None.
    """
    own = {m.name.replace("_", "-") for m in pkgutil.iter_modules(import_module(package).__path__)}
    return tuple(sorted({n for n in own if not n.startswith("-")} | set(_entry_points(group))))


def load(package: str, name: str, attribute: str, *, kind: str, group: str | None = None) -> Any:
    """Return one of a kind.

    Args:
        package: The dotted name of the folder.
        name: Which one.
        attribute: What the module offers, such as ``STYLE``.
        kind: What it is called in an error, such as ``style``.
        group: The entry-point group through which others add to it, or None.

    Raises:
        UnknownNameError: If there is none of that name.
        UsageError: If another package offers it and cannot be loaded.
    """
    if name not in names(package, group):
        raise UnknownNameError(kind, name, names(package, group))
    others = _entry_points(group)
    if name in others:
        return _loaded(others[name], kind)
    return getattr(import_module(f"{package}.{name.replace('-', '_')}"), attribute)


def _loaded(entry: Any, kind: str) -> Any:
    try:
        return entry.load()
    except Exception as error:
        told = f"{kind} {entry.name} ({entry.value}) cannot be loaded: {error}"
        raise UsageError(f"{told}; mend or remove the package that offers it") from error


def offered(group: str) -> bool:
    """Return whether other packages offer any of a kind."""
    return bool(_entry_points(group))


@cache
def _entry_points(group: str | None) -> dict[str, Any]:
    if group is None:
        return {}
    if not _may_be_offered(group):
        return {}
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=group)}


def _may_be_offered(group: str) -> bool:
    """Return whether an installed package may name the group.

    Few do, and importing `importlib.metadata` to be told so takes as long as starting Python.
    """
    told = _offers(tuple(sys.path))
    return told is None or group.encode() in told


@cache
def _offers(places: tuple[str, ...]) -> bytes | None:
    """Return what installed packages say that they offer; None where that is not plain to see."""
    told = []
    for place in map(Path, places):
        if place.is_file():
            return None
        told += [listing.read_bytes() for listing in place.glob("*-info/entry_points.txt")]
    return b"\n".join(told)

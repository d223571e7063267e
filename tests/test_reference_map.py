"""Every row of the map of other descriptions names what is there, and tests that are there."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
MAP = ROOT / "docs" / "reference-map.md"
_PACKAGE = re.compile(r"(?:are|is) in `(docstring_lsp[\w.]*)`")
_CODE = re.compile(r"`([^`]+)`")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Z]\w+")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def rows() -> list[str]:
    lines = MAP.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("|")]
    return [line for line in table if not line.startswith(("|---", "| what is described"))]


@cache
def names(path: str) -> frozenset[str]:
    file = ROOT / path
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.is_file() else ast.Module([], [])
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


def test_there_are_rows() -> None:
    assert rows()


@pytest.mark.parametrize("row", rows())
def test_a_row_names_tests_that_are_there(row: str) -> None:
    cells = [cell.strip() for cell in row.strip("|").split(" | ")]
    assert len(cells) == 3, row
    assert all(cells)
    told = _TEST.findall(cells[2])
    assert told, f"no test: {row}"
    assert [(path, name) for path, name in told if name not in names(path)] == []


def places() -> list[tuple[str, str]]:
    """Each name and path of the second column, with the package of its section."""
    package, found = "docstring_lsp", []
    for line in MAP.read_text(encoding="utf-8").splitlines():
        if told := _PACKAGE.search(line):
            package = told[1]
        if line in set(rows()):
            found += [(package, name) for name in _CODE.findall(line.split(" | ")[1])]
    return list(dict.fromkeys(found))


def test_what_is_named_is_there() -> None:
    told = places()
    assert len(told) > 100
    paths = [(p, n) for p, n in told if n.endswith((".py", "/")) and not n.startswith(".")]
    lost = [
        (package, name)
        for package, name in paths
        if not any((ROOT / base.replace(".", "/") / name).exists() for base in _bases(package))
    ]
    named = [(p, n) for p, n in told if _NAME.fullmatch(n) and (p, n) not in paths]
    groups = {"docstring_lsp.deliverables"}
    lost += [
        (package, name)
        for package, name in named
        if name not in groups and not any(_is_there(name, base) for base in _bases(package))
    ]
    assert lost == []


def _bases(package: str) -> tuple[str, str]:
    return package, "docstring_lsp"


def _is_there(name: str, base: str) -> bool:
    """Whether a dotted name leads to a module, or to something in one."""
    parts = (
        name.split(".")
        if name.startswith("docstring_lsp")
        else [*base.split("."), *name.split(".")]
    )
    for length in range(len(parts), 0, -1):
        try:
            found: Any = import_module(".".join(parts[:length]))
        except ImportError:
            continue
        return _has(found, parts[length:])
    return False


def _has(thing: Any, path: list[str]) -> bool:
    for name in path:
        told = {
            key
            for kind in getattr(thing, "__mro__", ())
            for key in vars(kind).get("__annotations__", ())
        }
        if name in told and not hasattr(thing, name):
            return name == path[-1]
        if not hasattr(thing, name):
            return False
        thing = getattr(thing, name)
    return True

"""The package gives its public names, each when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import docstring_lsp


@pytest.mark.parametrize("name", docstring_lsp._PUBLIC)
def test_a_public_name_is_where_it_is_said_to_be(name: str) -> None:
    found = getattr(docstring_lsp, name)
    assert found.__name__ == name
    assert name in dir(docstring_lsp)


def test_type_checkers_are_told_the_same() -> None:
    tree = ast.parse(Path(docstring_lsp.__file__).read_text(encoding="utf-8"))
    told = {
        alias.asname: (node.module or "").removeprefix("docstring_lsp.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    assert told == docstring_lsp._PUBLIC


def test_a_name_that_is_not_there_is_none() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        docstring_lsp.nothing  # noqa: B018


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, docstring_lsp; print([m for m in sys.modules if 'docstring_lsp.' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

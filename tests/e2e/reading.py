"""Reads what an editor saved: a definition's docstring, and the code without docstrings."""

from __future__ import annotations

import ast
from typing import Any


def docstring(text: str, qualname: str) -> str:
    node: Any = ast.parse(text)
    for name in qualname.split("."):
        node = next(child for child in node.body if getattr(child, "name", "") == name)
    return ast.get_docstring(node) or ""


def code(text: str) -> str:
    tree = ast.parse(text)
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree):
        if isinstance(node, documented) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(tree)

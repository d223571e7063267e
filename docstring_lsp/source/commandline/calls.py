"""Reads calls as they are written: pieces of syntax in, the names and texts in them out."""

from __future__ import annotations

import ast


def dotted(node: ast.expr) -> str:
    """Return a dotted name as it is written; empty for what is none."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def last(node: ast.expr) -> str:
    """Return the last part of the name that is called, or stands there."""
    called = node.func if isinstance(node, ast.Call) else node
    return dotted(called).rpartition(".")[2]


def owner(node: ast.expr) -> str:
    """Return what stands before the last part of a name."""
    called = node.func if isinstance(node, ast.Call) else node
    return dotted(called).rpartition(".")[0]


def first(call: ast.Call) -> str:
    """Return the text that is given first; empty where that is none."""
    return text_of(call.args[0]) if call.args else ""


def text_of(node: ast.expr) -> str:
    """Return what a text says; empty for what is none."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def keyword(call: ast.Call | None, name: str) -> str:
    """Return a text that is given by name, out of ``_(…)``, ``dedent(…)`` and the like, too."""
    for given in call.keywords if call else ():
        if given.arg == name:
            value = given.value
            while isinstance(value, ast.Call) and value.args:
                value = value.args[0]
            return " ".join(text_of(value).split())
    return ""


def is_true(call: ast.Call, name: str) -> bool:
    """Return whether something is given by name as true."""
    return any(
        k.arg == name and isinstance(k.value, ast.Constant) and k.value.value is True
        for k in call.keywords
    )


def written(node: ast.expr) -> str:
    """Return an expression as it is written; empty where that is long."""
    told = ast.unparse(node)
    return told if len(told) <= 40 else ""

"""Code to syntax tree and back to short text: the one place where the author parses Python."""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache

LONGEST_PARSED = 400
"""The most characters of an expression that are parsed; longer ones are never put in words."""


@lru_cache(maxsize=4096)
def parse(text: str) -> ast.expr | None:
    """Return an expression's tree, or None if it is too long or this Python cannot read it."""
    if len(text) > LONGEST_PARSED or "\0" in text:
        return None
    try:
        if "\\" not in text:
            return ast.parse(text, mode="eval").body
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def source(node: ast.expr) -> str:
    """Return a tree as code, in the interpreter's own spelling."""
    try:
        return ast.unparse(node)
    except (ValueError, RecursionError):
        return ""


def dotted(node: ast.expr) -> str | None:
    """Return the dotted name that a tree is, or None."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


@lru_cache(maxsize=4096)
def string(text: str) -> str | None:
    """Return the value of a string literal, or None if the text is something else."""
    node = parse(text)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


@lru_cache(maxsize=4096)
def names(text: str) -> frozenset[str]:
    """Return the names an expression starts from: ``a`` and ``b`` of ``a.x(b[0])``."""
    node = parse(text)
    if node is None:
        return frozenset()
    try:
        return frozenset(found.id for found in ast.walk(node) if isinstance(found, ast.Name))
    except RecursionError:
        return frozenset()

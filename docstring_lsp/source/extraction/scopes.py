"""Decorators and owners: takes headers as text or nodes, gives their names and arguments."""

from __future__ import annotations

import re
from functools import lru_cache

import libcst as cst

from docstring_lsp.source.definition import Definition, Scope
from docstring_lsp.source.extraction.code import code, dotted, fold
from docstring_lsp.source.extraction.type_comments import split
from docstring_lsp.source.facts import Decorator, Owner


def decorators(node: cst.FunctionDef | cst.ClassDef) -> tuple[Decorator, ...]:
    """Return the decorators, outermost first."""
    return tuple(_decorator(each.decorator) for each in node.decorators)


def _decorator(node: cst.BaseExpression) -> Decorator:
    if isinstance(node, cst.Call) and (name := dotted(node.func)) is not None:
        return Decorator(name, ", ".join(_argument(arg) for arg in node.args))
    return Decorator(dotted(node) or code(node))


def _argument(arg: cst.Arg) -> str:
    keyword = f"{arg.keyword.value}=" if arg.keyword is not None else arg.star
    return keyword + code(arg.value)


def owner(text: str, definition: Definition) -> Owner | None:
    """Return what a definition stands in directly, or None at the top of a module."""
    if not definition.scopes:
        return None
    scope = definition.scopes[-1]
    bases = _bases(scope, text) if scope.kind == "class" else ()
    names = tuple(_NAME_END.split(fold(each), maxsplit=1)[0] for each in scope.decorators)
    return Owner(scope.kind, scope.name, bases, names)


_NAME_END = re.compile(r"\s*\(")
_KEYWORD = re.compile(r"\w+\s*=(?!=)|\*\*")


def _bases(scope: Scope, text: str) -> tuple[str, ...]:
    return bases_of(scope.header.of(text))


@lru_cache(maxsize=256)
def bases_of(header: str) -> tuple[str, ...]:
    """Return the bases in a class header, ``class A(B, metaclass=C):`` gives ``B``."""
    flat = fold(header)
    match = _HEADER.match(flat)
    if match is None:
        return ()
    rest = flat[match.end() :]
    if rest.startswith("["):
        rest = rest[_closing(rest) + 1 :].lstrip()
    if not rest.startswith("("):
        return ()
    inside = rest[1 : _closing(rest)]
    return tuple(part for part in split(inside) if not _KEYWORD.match(part))


_HEADER = re.compile(r"class\s+\w+\s*")


def _closing(text: str) -> int:
    """Return where the bracket that opens the text is closed."""
    depth = 0
    for index, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if depth == 0:
            return index
    return len(text)

"""Decorators and owners: takes headers as text or nodes, gives their names and arguments."""

from __future__ import annotations

import re
from functools import lru_cache

import libcst as cst

from docstring_lsp.source.definition import Definition, Scope
from docstring_lsp.source.extraction.code import code, dotted, fold
from docstring_lsp.source.extraction.type_comments import split
from docstring_lsp.source.facts import Decorator, Owner


def decorators(node: cst.FunctionDef | cst.ClassDef, text: str) -> tuple[Decorator, ...]:
    """Return the decorators, outermost first.

    Args:
        node: The function or class.
        text: The text it stands in, whose imports say what makes a property.
    """
    return tuple(_decorator(each.decorator, text) for each in node.decorators)


def _decorator(node: cst.BaseExpression, text: str) -> Decorator:
    if isinstance(node, cst.Call) and (name := dotted(node.func)) is not None:
        return Decorator(name, ", ".join(_argument(arg) for arg in node.args))
    name = dotted(node) or code(node)
    if name != "property" and name.lower().endswith("property"):
        return Decorator(name, origin=_origin(name, text))
    return Decorator(name)


def _origin(name: str, text: str) -> str:
    """Return what a name was imported as, ``from enum import property as enum_property``."""
    if not name.isidentifier():
        return ""
    found = re.search(
        rf"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(?:\([^)]*?|[^\r\n(]*?)"
        rf"(?:\b(\w+)[ \t]+as[ \t]+|\b){name}\b(?![ \t]+as\b)",
        text,
        re.MULTILINE,
    )
    return f"{found[1]}.{found[2] or name}" if found else ""


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

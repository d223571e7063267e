"""Imports: a module's text in, the dotted names it imports out, with when each is imported.

Resolves relative imports by the module's own name; looks into no other file.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.extraction.modules import module_facts
from docstring_lsp.source.syntax import parsed

_HELD = ("body", "handlers", "orelse", "finalbody", "cases")
"""What statements hold statements in; there are none in an expression."""


def imports(text: str, module: str, *, is_package: bool = False) -> dict[str, bool]:
    """Return the dotted names a module imports, in order, each once.

    ``from a import b`` gives ``a.b``, which may be a module or a name in one. With each is
    whether it is imported with the module, and not only inside functions or for types.

    Args:
        text: Its text. What this interpreter cannot parse is read at its top alone.
        module: Its dotted name.
        is_package: Whether it is a package's ``__init__``.
    """
    tree = parsed(text)
    if tree is None:
        return _at_the_top(text, module, is_package)
    found: dict[str, bool] = {}
    for node, outside in _walked(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _resolved("." * node.level + (node.module or ""), module, is_package)
            names = [base if a.name == "*" else f"{base}.{a.name}".strip(".") for a in node.names]
        for name in names:
            found[name] = found.get(name, False) or outside
    return found


def _walked(tree: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Yield every statement, with whether it is run when the module is."""
    waiting = deque([(tree, True)])
    while waiting:
        node, outside = waiting.popleft()
        yield node, outside
        if isinstance(node, ast.If) and _is_for_types(node.test):
            waiting.extend((child, False) for child in node.body)
            waiting.extend((child, outside) for child in node.orelse)
            continue
        within = outside and not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        waiting.extend((child, within) for name in _HELD for child in getattr(node, name, ()))


def _is_for_types(test: ast.expr) -> bool:
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return name == "TYPE_CHECKING"


def _at_the_top(text: str, module: str, is_package: bool) -> dict[str, bool]:
    try:
        found = module_facts(text, module).imports
    except ParseRefusedError:
        return {}
    return dict.fromkeys((_resolved(name, module, is_package) for name in found), True)


def _resolved(name: str, module: str, is_package: bool) -> str:
    bare = name.lstrip(".")
    level = len(name) - len(bare)
    if not level:
        return name
    parts = module.split(".")
    kept = parts[: len(parts) - level + is_package]
    return ".".join([*kept, *filter(None, [bare])])

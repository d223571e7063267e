"""Imports: a module's text in, the dotted names it imports out, wherever in it they stand.

Resolves relative imports by the module's own name; looks into no other file.
"""

from __future__ import annotations

import ast
import warnings

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.extraction.modules import module_facts


def imports(text: str, module: str, *, is_package: bool = False) -> tuple[str, ...]:
    """Return the dotted names a module imports, in order, each once.

    ``from a import b`` gives ``a.b``, which may be a module or a name in one.

    Args:
        text: Its text. What this interpreter cannot parse is read at its top alone.
        module: Its dotted name.
        is_package: Whether it is a package's ``__init__``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _at_the_top(text, module, is_package)
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(dict.fromkeys(alias.name for alias in node.names))
        elif isinstance(node, ast.ImportFrom):
            base = _resolved("." * node.level + (node.module or ""), module, is_package)
            named = (base if a.name == "*" else f"{base}.{a.name}".strip(".") for a in node.names)
            found.update(dict.fromkeys(named))
    return tuple(found)


def _at_the_top(text: str, module: str, is_package: bool) -> tuple[str, ...]:
    try:
        found = module_facts(text, module).imports
    except ParseRefusedError:
        return ()
    return tuple(dict.fromkeys(_resolved(name, module, is_package) for name in found))


def _resolved(name: str, module: str, is_package: bool) -> str:
    bare = name.lstrip(".")
    level = len(name) - len(bare)
    if not level:
        return name
    parts = module.split(".")
    kept = parts[: len(parts) - level + is_package]
    return ".".join([*kept, *filter(None, [bare])])

"""Calls that ask something, in words: ``isinstance(x, int)``, ``path.exists()``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from docstring_lsp.providers.adapters.static import expressions, phrasebook, prose, words
from docstring_lsp.providers.adapters.static.clauses import Clause

Subject = Callable[[ast.expr], "str | None"]
"""How a sentence names a value, or None where it cannot."""


def describe(node: ast.Call, named: Subject, holds: bool) -> Clause | None:
    """Return the clause that a call answers yes (or no), or None if its meaning is not known."""
    if node.keywords or any(isinstance(arg, ast.Starred) for arg in node.args):
        return None
    name = expressions.dotted(node.func)
    subject = named(node.args[0]) if node.args else None
    if subject and name in phrasebook.PREDICATES and len(node.args) == 1:
        return Clause(f"{subject} {phrasebook.PREDICATES[name][not holds]}")
    if subject and name in ("isinstance", "issubclass") and len(node.args) == 2:
        return _instance(subject, node.args[1], name, named, holds)
    if subject and name == "hasattr" and len(node.args) == 2:
        return _attribute(subject, node.args[1], holds)
    return _method(node, named, holds)


def _attribute(subject: str, attribute: ast.expr, holds: bool) -> Clause | None:
    if not isinstance(attribute, ast.Constant) or not isinstance(attribute.value, str):
        return None
    quoted = prose.code(attribute.value)
    return (
        Clause(f"{subject} {'has an' if holds else 'has no'} attribute {quoted}")
        if quoted
        else None
    )


def _method(node: ast.Call, named: Subject, holds: bool) -> Clause | None:
    if not isinstance(node.func, ast.Attribute):
        return None
    subject, method = named(node.func.value), node.func.attr
    if subject and not node.args and method in phrasebook.METHODS:
        return Clause(f"{subject} {phrasebook.METHODS[method][not holds]}")
    if subject and len(node.args) == 1 and method in phrasebook.METHODS_WITH_ARGUMENT:
        other = named(node.args[0])
        phrase = phrasebook.METHODS_WITH_ARGUMENT[method][not holds]
        return Clause(f"{subject} {phrase} {other}") if other else None
    return None


def _instance(
    subject: str, types: ast.expr, name: str, named: Subject, holds: bool
) -> Clause | None:
    negative = "" if holds else "not "
    shown = _classes(types)
    if shown is None:
        other = named(types)
        noun = "an instance" if name == "isinstance" else "a subclass"
        return Clause(f"{subject} is {negative}{noun} of {other}") if other else None
    if name == "issubclass":
        return Clause(f"{subject} is {negative}a subclass of {words.joined(shown, 'or')}")
    listing = words.joined([words.with_article(shown[0]), *shown[1:]], "or")
    return Clause(f"{subject} is {negative}{listing}")


def _classes(node: ast.expr) -> list[str] | None:
    """Return quoted class names of an isinstance test, or None if they are no plain classes."""
    if isinstance(node, ast.Tuple):
        found = [_classes(item) for item in node.elts]
        if not found or len(found) > 4 or any(item is None for item in found):
            return None
        return [name for item in found if item for name in item]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        left, right = _classes(node.left), _classes(node.right)
        return left + right if left and right else None
    name = expressions.dotted(node)
    if name is None:
        return None
    last = name.rpartition(".")[2].lstrip("_")
    if (last[:1].isupper() and not last.isupper()) or name in phrasebook.BUILTIN_TYPES:
        quoted = prose.code(name)
        return [quoted] if quoted else None
    return None

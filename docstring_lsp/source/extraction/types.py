"""What type a literal has: takes an expression, gives the name of a built-in type or None."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from docstring_lsp.source.extraction.code import dotted

_LITERALS: dict[type, str] = {
    cst.Integer: "int",
    cst.Float: "float",
    cst.Imaginary: "complex",
    cst.FormattedString: "str",
    cst.List: "list",
    cst.ListComp: "list",
    cst.Tuple: "tuple",
    cst.Dict: "dict",
    cst.DictComp: "dict",
    cst.Set: "set",
    cst.SetComp: "set",
}
_NAMES = {"True": "bool", "False": "bool", "None": "None"}
_MAKERS = frozenset(
    {"bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "set"}
    | {"str", "tuple"}
)
_ANSWERS = {
    "all": "bool",
    "any": "bool",
    "callable": "bool",
    "hasattr": "bool",
    "isinstance": "bool",
    "issubclass": "bool",
    "len": "int",
    "ord": "int",
    "id": "int",
    "hash": "int",
    "repr": "str",
    "chr": "str",
    "ascii": "str",
    "sorted": "list",
}


def literal_type(node: cst.BaseExpression) -> str | None:
    """Return the type of a literal; ``None`` as text for the literal None."""
    kind = type(node)
    if kind is cst.Name:
        return _NAMES.get(node.value)  # type: ignore[attr-defined]
    if kind is cst.SimpleString:
        return "bytes" if "b" in node.prefix else "str"  # type: ignore[attr-defined]
    if kind is cst.ConcatenatedString:
        while type(node) is cst.ConcatenatedString:
            node = node.left
        return literal_type(node)
    if kind is cst.UnaryOperation and isinstance(node.operator, (cst.Minus, cst.Plus)):  # type: ignore[attr-defined]
        inner = type(node.expression)  # type: ignore[attr-defined]
        return _LITERALS[inner] if inner in (cst.Integer, cst.Float, cst.Imaginary) else None
    return _LITERALS.get(kind)


def implied_type(node: cst.BaseExpression) -> str | None:
    """Return the type an expression is sure to have: a literal's, a comparison's, a built-in's."""
    known = literal_type(node)
    if known is not None:
        return known
    if type(node) is cst.Comparison:
        return "bool"
    if type(node) is cst.UnaryOperation and type(node.operator) is cst.Not:
        return "bool"
    if type(node) is cst.Call and type(node.func) is cst.Name:
        name = node.func.value
        return name if name in _MAKERS else _ANSWERS.get(name)
    if type(node) is cst.Call and type(node.func) is cst.Attribute:
        return _method_type(node.func)
    if type(node) is cst.IfExp:
        return common_type((node.body, node.orelse))
    if type(node) is cst.BinaryOperation:
        return _operation_type(node)
    return None


def _method_type(func: cst.Attribute) -> str | None:
    """Return ``str`` for ``", ".join(…)`` and ``"…".format(…)``."""
    owner = literal_type(func.value)
    if owner == "str" and func.attr.value in {"join", "format", "lower", "upper", "strip"}:
        return "str"
    return None


def _operation_type(node: cst.BinaryOperation) -> str | None:
    left = literal_type(node.left)
    if left == "str" and isinstance(node.operator, (cst.Modulo, cst.Add)):
        return "str"
    return None


def common_type(nodes: Iterable[cst.BaseExpression]) -> str | None:
    """Return the type all the expressions are sure to have, those that are None left aside."""
    kinds = {implied_type(node) for node in nodes} - {"None"}
    return kinds.pop() if len(kinds) == 1 else None


def is_none(node: cst.BaseExpression | None) -> bool:
    """Return whether an expression is the literal None, or is not there."""
    return node is None or dotted(node) == "None"

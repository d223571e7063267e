"""Syntax as written: takes a node, gives its text.

libcst's own `Module.code_for_node` takes 25 to 100 microseconds a node and recurses; this walk
over the expressions that signatures and conditions are made of takes a fifth, and gives way to
libcst's for everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import libcst as cst
from libcst._nodes.internal import CodegenState


def written(node: cst.CSTNode) -> str:
    """Return a node's text, line breaks and comments included, indentation left out."""
    out: list[str] = []
    stack: list[Any] = [node]
    pop, layouts = stack.pop, _LAYOUTS
    while stack:
        item = pop()
        kind = type(item)
        if kind is str:
            out.append(item)
        elif kind is cst.SimpleWhitespace:
            out.append(item.value)
        elif kind is tuple or kind is list:
            stack.extend(reversed(item))
        elif (layout := layouts.get(kind)) is not None:
            for literal, name in layout:
                stack.append(name if literal else getattr(item, name))
        elif kind is cst.FormattedStringExpression:
            stack.extend(reversed(_replacement(item)))
        elif item is not None and kind is not cst.MaybeSentinel:
            return _libcst(node)
    return "".join(out)


def _replacement(node: cst.FormattedStringExpression) -> tuple[Any, ...]:
    """Return the parts of a replacement field of an f-string."""
    conversion = () if node.conversion is None else ("!", node.conversion)
    layout = () if node.format_spec is None else (":", node.format_spec)
    before, after = node.whitespace_before_expression, node.whitespace_after_expression
    return ("{", before, node.expression, node.equal, after, *conversion, *layout, "}")


def _libcst(node: cst.CSTNode) -> str:
    state = CodegenState(default_indent="    ", default_newline="\n")
    node._codegen(state)  # noqa: SLF001  (`Module.code_for_node` without its module)
    return "".join(state.tokens)


_Layout = tuple[tuple[bool, str], ...]


def _layout(spec: str, *, grouped: bool = False) -> _Layout:
    """Return the parts of a node, last first: fields by name, texts behind an apostrophe."""
    parts = ["lpar", *spec.split(), "rpar"] if grouped else spec.split()
    return tuple((part[0] == "'", part.lstrip("'")) for part in reversed(parts))


_EXPRESSIONS = {
    cst.Attribute: "value dot attr",
    cst.Await: "'await whitespace_after_await expression",
    cst.BinaryOperation: "left operator right",
    cst.BooleanOperation: "left operator right",
    cst.Call: "func whitespace_after_func '( whitespace_before_args args ')",
    cst.Comparison: "left comparisons",
    cst.ConcatenatedString: "left whitespace_between right",
    cst.Dict: "lbrace elements rbrace",
    cst.Ellipsis: "'...",
    cst.Float: "value",
    cst.FormattedString: "start parts end",
    cst.GeneratorExp: "elt for_in",
    cst.IfExp: (
        "body whitespace_before_if 'if whitespace_after_if test"
        " whitespace_before_else 'else whitespace_after_else orelse"
    ),
    cst.Imaginary: "value",
    cst.Integer: "value",
    cst.List: "lbracket elements rbracket",
    cst.ListComp: "lbracket elt for_in rbracket",
    cst.Name: "value",
    cst.NamedExpr: "target whitespace_before_walrus ':= whitespace_after_walrus value",
    cst.Set: "lbrace elements rbrace",
    cst.SimpleString: "value",
    cst.Subscript: "value whitespace_after_value lbracket slice rbracket",
    cst.Tuple: "elements",
    cst.UnaryOperation: "operator expression",
}
_PARTS = {
    cst.Arg: "star whitespace_after_star keyword equal value comma whitespace_after_arg",
    cst.AssignEqual: "whitespace_before '= whitespace_after",
    cst.Asynchronous: "'async whitespace_after",
    cst.Colon: "whitespace_before ': whitespace_after",
    cst.Comment: "value",
    cst.CompFor: (
        "whitespace_before asynchronous 'for whitespace_after_for target"
        " whitespace_before_in 'in whitespace_after_in iter ifs inner_for_in"
    ),
    cst.CompIf: "whitespace_before 'if whitespace_before_test test",
    cst.Comma: "whitespace_before ', whitespace_after",
    cst.ComparisonTarget: "operator comparator",
    cst.DictElement: "key whitespace_before_colon ': whitespace_after_colon value comma",
    cst.Dot: "whitespace_before '. whitespace_after",
    cst.Element: "value comma",
    cst.EmptyLine: "whitespace comment newline",
    cst.FormattedStringText: "value",
    cst.Index: "star whitespace_after_star value",
    cst.IsNot: "whitespace_before 'is whitespace_between 'not whitespace_after",
    cst.LeftCurlyBrace: "'{ whitespace_after",
    cst.LeftParen: "'( whitespace_after",
    cst.LeftSquareBracket: "'[ whitespace_after",
    cst.Not: "'not whitespace_after",
    cst.NotEqual: "whitespace_before value whitespace_after",
    cst.NotIn: "whitespace_before 'not whitespace_between 'in whitespace_after",
    cst.ParenthesizedWhitespace: "first_line empty_lines last_line",
    cst.RightCurlyBrace: "whitespace_before '}",
    cst.RightParen: "whitespace_before ')",
    cst.RightSquareBracket: "whitespace_before ']",
    cst.Slice: "lower first_colon upper second_colon step",
    cst.SubscriptElement: "slice comma",
    cst.TrailingWhitespace: "whitespace comment newline",
}
_UNARY = {cst.BitInvert: "~", cst.Minus: "-", cst.Plus: "+"}
_BINARY = {
    cst.Add: "+",
    cst.And: "and",
    cst.BitAnd: "&",
    cst.BitOr: "|",
    cst.BitXor: "^",
    cst.Divide: "/",
    cst.Equal: "==",
    cst.FloorDivide: "//",
    cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=",
    cst.In: "in",
    cst.Is: "is",
    cst.LeftShift: "<<",
    cst.LessThan: "<",
    cst.LessThanEqual: "<=",
    cst.MatrixMultiply: "@",
    cst.Modulo: "%",
    cst.Multiply: "*",
    cst.Or: "or",
    cst.Power: "**",
    cst.RightShift: ">>",
    cst.Subtract: "-",
}
_LAYOUTS: Mapping[type, _Layout] = {
    **{kind: _layout(spec, grouped=True) for kind, spec in _EXPRESSIONS.items()},
    **{kind: _layout(spec) for kind, spec in _PARTS.items()},
    cst.Newline: ((True, "\n"),),
    **{kind: _layout(f"'{mark} whitespace_after") for kind, mark in _UNARY.items()},
    **{
        kind: _layout(f"whitespace_before '{mark} whitespace_after")
        for kind, mark in _BINARY.items()
    },
}

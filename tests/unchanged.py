"""Tells by the interpreter's own parser and tokenizer whether only docstrings were changed.

Shares no line with `docstring_lsp`, so that a mistake there cannot hide itself here.
"""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from collections.abc import Iterator

Documentable = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

_LAYOUT = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


class Reading:
    """A text as the interpreter reads it.

    Args:
        text: The text.

    Raises:
        SyntaxError: If the interpreter cannot read it.
        ValueError: If it holds a NUL.
    """

    def __init__(self, text: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        spans = [span for span in map(_docstring_span, _definitions(tree)) if span]
        self.tokens = list(_code_tokens(text, spans))
        self.definitions = tuple(_named(tree, "", None))
        self.shape = ast.dump(_stripped(tree))


class Named:
    """A definition with its qualified name, and whether it has a docstring."""

    def __init__(self, node: Documentable, qualname: str, owner: Named | None) -> None:
        self.qualname = qualname
        self.owner = owner
        self.documented = ast.get_docstring(node) is not None
        self.in_class = owner is not None and owner.is_class
        self.is_class = isinstance(node, ast.ClassDef)
        decorators = getattr(node, "decorator_list", ())
        self.is_overload = any(ast.unparse(d).split(".")[-1] == "overload" for d in decorators)

    @property
    def excused(self) -> bool:
        """Whether it needs no docstring: an overload, or documented by its documented class."""
        by_class = self.in_class and self.qualname.endswith(".__init__")
        return self.is_overload or (by_class and self.owner is not None and self.owner.documented)


def difference(before: Reading, after: Reading) -> str:
    """Return what differs beside docstrings, or an empty text."""
    for number, (old, new) in enumerate(zip(before.tokens, after.tokens, strict=False)):
        if old != new:
            return f"token {number} was {old[1]!r} and is {new[1]!r}"
    if len(before.tokens) != len(after.tokens):
        return f"there were {len(before.tokens)} tokens and are {len(after.tokens)}"
    return "" if before.shape == after.shape else "the syntax tree differs"


def _definitions(tree: ast.Module) -> Iterator[Documentable]:
    return (node for node in ast.walk(tree) if isinstance(node, Documentable))


def _named(node: ast.AST, prefix: str, owner: Named | None) -> Iterator[Named]:
    if isinstance(node, Documentable):
        name = node.name if not isinstance(node, ast.Module) else "<module>"
        owner = Named(node, prefix + name, owner)
        yield owner
        inner = {ast.ClassDef: ".", ast.Module: ""}.get(type(node), ".<locals>.")
        prefix = prefix + name + inner if not isinstance(node, ast.Module) else ""
    for child in ast.iter_child_nodes(node):
        yield from _named(child, prefix, owner)


def _docstring(node: Documentable) -> ast.Expr | None:
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return first if isinstance(first.value.value, str) else None
    return None


def _docstring_span(node: Documentable) -> tuple[int, int, int, int] | None:
    statement = _docstring(node)
    if statement is None:
        return None
    value = statement.value
    assert value.end_lineno is not None
    assert value.end_col_offset is not None
    return value.lineno, value.col_offset, value.end_lineno, value.end_col_offset


def _stripped(tree: ast.Module) -> ast.Module:
    for node in list(_definitions(tree)):
        if _docstring(node) is not None:
            del node.body[0]
    return tree


def _code_tokens(
    text: str, docstrings: list[tuple[int, int, int, int]]
) -> Iterator[tuple[int, str]]:
    starts = {(line, column): (end, stop) for line, column, end, stop in docstrings}
    inside: tuple[int, int] | None = None
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    for token in tokenize.generate_tokens(lines.readline):
        if token.type in _LAYOUT:
            continue
        if token.type == tokenize.STRING:
            place = _bytes_place(token)
            inside = starts.get(place, inside)
            if inside is not None and place < inside:
                continue
        yield token.type, token.string


def _bytes_place(token: tokenize.TokenInfo) -> tuple[int, int]:
    line, column = token.start
    return line, len(token.line.partition("\n")[0][:column].encode())

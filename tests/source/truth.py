"""What the interpreter's own parser says of the definitions in a text, in the scan's words.

Independent of `docstring_lsp.source.scan`: `ast` finds the definitions and says where they
are; only what `ast` does not tell (where the colon of a header stands, what a line ends with)
is looked up with `tokenize`.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

_NEWLINE = re.compile(r"\r\n|\r|\n")
_Def = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_DEFS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of one definition; offsets in code points."""

    kind: str
    qualname: str
    span: tuple[int, int]
    header: tuple[int, int]
    docstring: tuple[int, int] | None
    indent: str
    body_indent: str | None
    decorators: tuple[str, ...]


class Lines:
    """Offsets of the places that `ast` and `tokenize` name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in _NEWLINE.finditer(text))]
        ends = [m.start() for m in _NEWLINE.finditer(text)]
        self.ends = [*ends, len(text)]

    def in_bytes(self, line: int, column: int) -> int:
        """Return the offset of a place whose column counts UTF-8 bytes, as `ast` does."""
        start = self.starts[line - 1]
        content = self.text[start : self.ends[line - 1]]
        if content.isascii():
            return start + column
        return start + len(content.encode()[:column].decode())

    def in_characters(self, line: int, column: int) -> int:
        """Return the offset of a place whose column counts characters, as `tokenize` does."""
        return self.starts[line - 1] + column


def definitions(text: str) -> list[Truth]:
    """Return every class and function of a text in source order, the module left out.

    Raises:
        SyntaxError: If the interpreter cannot read it.
        ValueError: If it holds a NUL.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    lines = Lines(text)
    colons = _colons(text, lines)
    found = [_truth(node, names, lines, colons) for node, names in _walk(tree, ())]
    return sorted(found, key=lambda truth: truth.header)


def module_docstring(text: str) -> tuple[int, int] | None:
    """Return where a module's docstring stands."""
    return _docstring(ast.parse(text), Lines(text))


def _walk(node: ast.AST, names: tuple[str, ...]) -> Iterator[tuple[_Def, tuple[str, ...]]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _DEFS):
            yield child, (*names, child.name)
            inside = () if isinstance(child, ast.ClassDef) else ("<locals>",)
            yield from _walk(child, (*names, child.name, *inside))
        else:
            yield from _walk(child, names)


def _truth(node: _Def, names: tuple[str, ...], lines: Lines, colons: dict[int, int]) -> Truth:
    text = lines.text
    start = lines.in_bytes(node.lineno, node.col_offset)
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    last = node.end_lineno or node.lineno
    body = node.body[0]
    while isinstance(body, _DEFS) and body.decorator_list:
        break
    body_line = min([body.lineno, *(d.lineno for d in getattr(body, "decorator_list", []))])
    colon = colons[start]
    inline = lines.starts[body_line - 1] <= colon
    body_start = lines.starts[body_line - 1]
    white = re.compile(r"[ \t\f]*").match(text, body_start)
    assert white
    return Truth(
        kind="class" if isinstance(node, ast.ClassDef) else "function",
        qualname=".".join(names),
        span=(lines.starts[first - 1], lines.ends[last - 1]),
        header=(start, colon + 1),
        docstring=_docstring(node, lines),
        indent=text[lines.starts[node.lineno - 1] : start],
        body_indent=None if inline else white.group(),
        decorators=tuple(_slice(d, lines) for d in node.decorator_list),
    )


def _slice(node: ast.expr, lines: Lines) -> str:
    start = lines.in_bytes(node.lineno, node.col_offset)
    end = lines.in_bytes(node.end_lineno or 0, node.end_col_offset or 0)
    return lines.text[start:end]


def _docstring(node: ast.Module | _Def, lines: Lines) -> tuple[int, int] | None:
    if not node.body or not isinstance(first := node.body[0], ast.Expr):
        return None
    value = first.value
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return None
    return (
        lines.in_bytes(value.lineno, value.col_offset),
        lines.in_bytes(value.end_lineno or 0, value.end_col_offset or 0),
    )


def _colons(text: str, lines: Lines) -> dict[int, int]:
    """Return where each header's colon stands, by where its keyword stands."""
    found: dict[int, int] = {}
    start = depth = lambdas = 0
    header = new = True
    begun = -1
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT):
            continue
        if token.type == tokenize.NEWLINE:
            new, begun = True, -1
            continue
        if new and token.string in ("def", "class", "async"):
            begun, depth, lambdas = lines.in_characters(*token.start), 0, 0
        elif begun >= 0 and token.type == tokenize.OP and token.string in "([{":
            depth += 1
        elif begun >= 0 and token.type == tokenize.OP and token.string in ")]}":
            depth -= 1
        elif begun >= 0 and token.string == "lambda" and not depth:
            lambdas += 1
        elif begun >= 0 and token.string == ":" and token.type == tokenize.OP and not depth:
            if lambdas:
                lambdas -= 1
            else:
                found[begun] = lines.in_characters(*token.start)
                begun = -1
        new = False
    del start, header
    return found

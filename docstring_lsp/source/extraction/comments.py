"""Comments that describe: takes the line of an assignment, gives what its author says of it."""

from __future__ import annotations

import inspect

import libcst as cst

from docstring_lsp.source.extraction.code import comment_text

Statement = cst.BaseStatement | cst.BaseSmallStatement


def described(line: cst.SimpleStatementLine, following: Statement | None) -> str | None:
    """Return the ``#:`` lines above, the comment behind or the string below an assignment."""
    above: list[str] = []
    for empty in reversed(line.leading_lines):
        if empty.comment is None or not empty.comment.value.startswith("#:"):
            break
        above.append(empty.comment.value[2:].strip())
    if above:
        return " ".join(reversed(above)).strip() or None
    behind = comment_text(line.trailing_whitespace.comment)
    return behind if behind is not None else _string(following)


def _string(statement: Statement | None) -> str | None:
    if type(statement) is not cst.SimpleStatementLine or len(statement.body) != 1:
        return None
    expression = statement.body[0]
    if type(expression) is not cst.Expr:
        return None
    if not isinstance(expression.value, (cst.SimpleString, cst.ConcatenatedString)):
        return None
    text = expression.value.evaluated_value
    return inspect.cleandoc(text) or None if isinstance(text, str) else None

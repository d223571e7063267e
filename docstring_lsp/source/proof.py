"""The proof that an edit changes a docstring and nothing else.

Takes a text, a definition and a would-be edit; returns if the edit is safe and raises if not.
Must not know how the edit was made: it trusts nothing but the definition's header.

**What is claimed.** The file without its docstrings has the same AST, and every token and
comment outside docstrings is the same to the byte.

**Why looking at one place is enough.** The edit replaces one span by new text, and all bytes
outside it stay. Python's lexer goes from left to right and keeps a state: the open brackets,
the stack of indentations, whether a logical line is open. In front of the span the state is
the same before and after, since the bytes are. So it suffices to show two things:

1. *The span and the new text hold no token but the docstring.* Both are matched against
   white space, one string (in the old text: or several concatenated ones without a comment
   between them), white space.
2. *Behind the span the state is the same, the docstring apart.* Take the header and what
   follows up to the first character of the first statement behind the docstring (its real
   white space and comments included), put ``pass`` there, and parse. Before the edit this
   must give the definition with the body ``pass``; after it the definition with the body
   docstring, ``pass``, and the docstring must evaluate to the text that was asked for. As
   ``pass`` stands in the same block, at the place of the real first statement, so does that
   statement, and all that follows it is read as before. Where a docstring is replaced, the
   line it stands on is taken up to its end or a semicolon, and the two bodies are the old and
   the new docstring.

Two things more. An inserted docstring must not push down a string that was one: a first
statement that looks like a string is parsed as well, and refused if it is one. And a module's
docstring must not push the line that declares the file's encoding out of the first two.

The programs parsed are a few lines long whatever the size of the definition, and a body that
is broken further down does not matter. ``if 1:`` in front of an indented definition lets its
lines stay as they are. A header in a syntax that the host's ``ast`` cannot read is read by
libcst. What is taken on trust is that the header is code and not text inside a string or
bracket: `docstring_lsp.source.scan` reads the file from its start to know that.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from docstring_lsp.errors import EditRefusedError, ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.literal import (
    STRING,
    clean,
    encoding_declared_until,
    evaluate,
    quiet,
)
from docstring_lsp.source.span import Span

GAP = re.compile(r"(?:[ \t\f]|\\(?:\r\n?|\n))*")
"""White space inside a logical line."""

TRIVIA = re.compile(r"(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ \t\f]*")
"""Empty and comment lines, and the indentation of the line after them."""

_SPACE = r"(?:[ \t\f\r\n]|\\(?:\r\n?|\n))*"
_WHITE = re.compile(_SPACE)
_BLANKS = re.compile(r"[ \t\f]*")
_BETWEEN = re.compile(r"[ \t\f\r\n]+|\\(?:\r\n?|\n)|#[^\r\n]*|(?P<bracket>[()])")
_STRING_START = re.compile(r"[rRuU]?[\"']|[(\\]")

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

_Body = list["str | None"]
"""The statements of a body: what a string means, and None for any other statement."""


def prove(text: str, definition: Definition, span: Span, new_text: str, expected: str) -> None:
    """Return if replacing the span by the new text changes only the definition's docstring.

    Args:
        text: The file.
        definition: What the docstring belongs to.
        span: What is replaced.
        new_text: By what.
        expected: The docstring's text, as `docstring_lsp.source.literal.clean` returns it.

    Raises:
        EditRefusedError: If it cannot be shown; the message says why.
    """
    module = definition.kind == "module"
    start = 0 if module else _line_start(text, definition)
    replaces = _holds_string(span.of(text))
    if not _is_one_string(new_text):
        raise EditRefusedError("the new docstring is more than one string")
    opened = _brackets_before(text, 0 if module else definition.header.end, span.start)
    if replaces:
        stop: int | None = _end_of_statement(text, span.end, opened)
    else:
        stop = _next_statement(text, definition, span)

    opening = "if 1:\n" if _columns(definition.indent) else ""
    head = opening + quiet(text[start : span.start].lstrip("\ufeff"))
    follows = not replaces and stop is not None
    alone: _Body = [] if module else [None]
    behind = text[span.end : stop] + ("pass\n" if follows else "\n") if stop is not None else "\n"
    if replaces or follows:
        before = head + quiet(span.of(text)) + behind
    else:
        before = "" if module else opening + quiet(text[start : definition.header.end]) + " pass"
    old, new = _body(before, definition), _body(head + new_text + behind, definition)

    if replaces and (len(old) != 1 or old[0] is None):
        raise EditRefusedError("the string to replace is not the definition's docstring")
    if not replaces and old != ([None] if follows else alone):
        raise EditRefusedError("the definition's body is not where it seems")
    if new != ([expected, None] if follows else [expected]):
        raise EditRefusedError("the docstring would change the code around it")
    if module and encoding_declared_until(text) > span.start:
        raise EditRefusedError("the file's encoding would no longer be declared")
    if follows and _STRING_START.match(text, stop or 0):
        _refuse_pushed_string(text, start, definition)


def _line_start(text: str, definition: Definition) -> int:
    start = definition.header.start - len(definition.indent)
    at_line_start = start == 0 or text[start - 1] in "\r\n\ufeff"
    if not at_line_start or text[start : definition.header.start] != definition.indent:
        raise EditRefusedError("the definition does not start on a line of its own")
    return start


def _holds_string(old: str) -> bool:
    place, found = 0, False
    while place < len(old):
        string = STRING.match(old, place)
        white = _WHITE.match(old, place)
        if string is not None:
            place, found = string.end(), True
        elif white is not None and white.end() > place:
            place = white.end()
        elif old[place] == "#":
            raise EditRefusedError("a comment stands between the parts of the docstring")
        else:
            raise EditRefusedError("the present docstring is more than strings")
    return found


def _is_one_string(new: str) -> bool:
    white = _WHITE.match(new)
    string = STRING.match(new, white.end() if white else 0)
    return string is not None and _WHITE.fullmatch(new, string.end()) is not None


def _brackets_before(text: str, start: int, stop: int) -> int:
    """Return how many brackets open between the header and the span; nothing else may."""
    place, opened = start + text.startswith("\ufeff", start), 0
    while place < stop:
        found = _BETWEEN.match(text, place, stop)
        if found is None or found["bracket"] == ")":
            raise EditRefusedError("other code stands in front of the docstring")
        opened += found["bracket"] is not None
        place = found.end()
    return opened


def _end_of_statement(text: str, place: int, opened: int) -> int:
    """Return where the statement of a docstring ends, its brackets closed."""
    while opened:
        found = _BETWEEN.match(text, place)
        if found is None or found["bracket"] == "(":
            break
        opened -= found["bracket"] is not None
        place = found.end()
    gap = _BLANKS.match(text, place)
    stop = gap.end() if gap else place
    if opened or text[stop : stop + 1] not in ("", ";", "#", "\r", "\n"):
        raise EditRefusedError("the string is part of a longer expression")
    return stop


def _next_statement(text: str, definition: Definition, span: Span) -> int | None:
    """Return where the body's first statement behind the span stands, or None without one."""
    trivia = TRIVIA.match(text, span.end)
    stop = trivia.end() if trivia else span.end
    if stop == len(text):
        return None
    if definition.kind == "module" or is_inline(text, definition):
        return stop
    line_start = max(text.rfind("\n", 0, stop), text.rfind("\r", 0, stop)) + 1
    return stop if _columns(text[line_start:stop]) > _columns(definition.indent) else None


def is_inline(text: str, definition: Definition) -> bool:
    """Return whether a class's or function's body starts on the line of its header."""
    gap = GAP.match(text, definition.header.end)
    stop = gap.end() if gap else definition.header.end
    return text[stop : stop + 1] not in ("", "#", "\r", "\n")


def _columns(white: str) -> int:
    return len(white.rpartition("\f")[2].expandtabs())


def _body(program: str, definition: Definition) -> _Body:
    """Return the definition's body in a program that must be that definition alone."""
    try:
        body = ast.parse(program).body
    except SyntaxError:
        return _body_by_libcst(program, definition)
    except (ValueError, MemoryError, RecursionError) as error:
        raise EditRefusedError(f"the definition's header cannot be parsed: {error}") from None
    if definition.kind != "module":
        body = _block(body, definition)
    return [_meaning(statement) for statement in body]


def _block(body: list[ast.stmt], definition: Definition) -> list[ast.stmt]:
    if _columns(definition.indent) and len(body) == 1 and isinstance(body[0], ast.If):
        body = body[0].body
    if len(body) == 1:
        node = body[0]
        if definition.kind == "class":
            if isinstance(node, ast.ClassDef) and node.name == definition.name:
                return node.body
        elif isinstance(node, _FUNCTIONS) and node.name == definition.name:
            return node.body
    raise EditRefusedError("the definition's header is not what it seems")


def _meaning(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        value = statement.value.value
        return clean(value) if isinstance(value, str) else None
    return None


def _body_by_libcst(program: str, definition: Definition) -> _Body:
    """Do the same with libcst, which reads syntax that the host's `ast` does not know."""
    import libcst

    from docstring_lsp.source.extraction.cut import parse_lines

    try:
        block: object = parse_lines(program, program, 0)
    except (ParseRefusedError, RecursionError):
        raise EditRefusedError("the definition's header cannot be parsed") from None
    if _columns(definition.indent):
        block = getattr(_only(block), "body", None)
    if definition.kind != "module":
        kind = libcst.ClassDef if definition.kind == "class" else libcst.FunctionDef
        node = _only(block)
        if not isinstance(node, kind) or node.name.value != definition.name:
            raise EditRefusedError("the definition's header is not what it seems")
        block = node.body
    statements: list[object] = []
    for line in getattr(block, "body", ()):
        statements += line.body if isinstance(line, libcst.SimpleStatementLine) else [line]
    return [_meaning_by_libcst(statement) for statement in statements]


def _meaning_by_libcst(statement: object) -> str | None:
    import libcst

    value = statement.value if isinstance(statement, libcst.Expr) else None
    if not isinstance(value, libcst.SimpleString | libcst.ConcatenatedString):
        return None
    meaning = evaluate(libcst.Module(body=[]).code_for_node(value))
    return None if meaning is None else clean(meaning)


def _only(block: object) -> object:
    statements: Sequence[object] = getattr(block, "body", ())
    return statements[0] if len(statements) == 1 else None


def _refuse_pushed_string(text: str, start: int, definition: Definition) -> None:
    """Refuse if the first statement is a string, so that a new docstring would take its place."""
    opening = "if 1:\n" if _columns(definition.indent) else ""
    program = opening + quiet(text[start : definition.span.end].lstrip("\ufeff")) + "\n"
    body = _body(program, definition)
    if body and body[0] is not None:
        raise EditRefusedError("the body already starts with a string that is not a docstring")

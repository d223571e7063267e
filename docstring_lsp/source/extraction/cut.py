"""The cut: takes a text and a definition, gives the syntax tree of that definition alone.

Must not know what the tree means.
"""

from __future__ import annotations

import re
import warnings
from ast import PyCF_ONLY_AST
from typing import NoReturn

import libcst as cst

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.code import STRING
from docstring_lsp.source.extraction.parser import parse

DEEPEST_BRACKETS = 200
"""What CPython's tokenizer allows; libcst overflows the stack somewhere above 1,000."""

LONGEST_CHAIN = 1000
"""Operators in one expression; at 3,000 libcst takes 2 to 13 seconds, growing quadratically.
Branches in a row count too: at 20,000 it overflows the stack."""

_LINKS = (*"-+*/%@&|^~<>.", " and ", " or ", " not ", "if", "lambda", "await", " in ", " is ")

_TOKEN = re.compile(
    rf"{STRING}|\#[^\r\n]*|(?P<open>[(\[{{])|(?P<close>[)\]}}])|(?P<end>[,;]|\r\n|\r|\n)"
    r"|(?P<operator>[-+*/%@&|^~<>.]+|\b(?:and|or|not|if|lambda|await|in|is)\b)"
    r"|\\(?:\r\n|.)|\w+",
    re.DOTALL,
)


def parse_function(text: str, definition: Definition) -> cst.FunctionDef:
    """Return the syntax tree of a function.

    Raises:
        ParseRefusedError: If the parser cannot read it.
    """
    statement = _statement(definition.span.of(text), text, definition)
    if not isinstance(statement, cst.FunctionDef):
        _refuse(text, definition.header.start, "no function stands there")
    return statement


def parse_class(outline: str, text: str, definition: Definition) -> cst.ClassDef:
    """Return the syntax tree of a class.

    Args:
        outline: Its text, from column 0 of its first line, methods cut out.
        text: The text it stands in.
        definition: Where it stands.

    Raises:
        ParseRefusedError: If the parser cannot read it.
    """
    statement = _statement(outline, text, definition)
    if not isinstance(statement, cst.ClassDef):
        _refuse(text, definition.header.start, "no class stands there")
    return statement


def _statement(cut: str, text: str, definition: Definition) -> object:
    tree = parse_lines(cut, text, definition.span.start)
    statement = tree.body[0] if tree.body else None
    if isinstance(statement, cst.If) and _indented(cut):
        return statement.body.body[0] if statement.body.body else None
    return statement


def _indented(cut: str) -> bool:
    # A form feed sets the column back to 0 (language reference, 2.1.8).
    white = cut[: len(cut) - len(cut.lstrip(" \t\f"))]
    return bool(white.rpartition("\f")[2])


def parse_lines(cut: str, text: str, start: int) -> cst.Module:
    """Return the syntax tree of whole lines, indented or not.

    They are not dedented, which would change their strings; ``if 1:`` in front lets indented
    ones stand.

    Args:
        cut: The lines.
        text: The text they were cut from, for the place named in an error.
        start: Where they stand in the text.

    Raises:
        ParseRefusedError: If the parser cannot read them.
    """
    _hold_back(cut, text, start)
    prefix = "if 1:\n" if _indented(cut) else ""
    try:
        return parse(prefix + cut)
    except cst.ParserSyntaxError as error:
        line, column, said = _syntax_error(prefix + cut, error)
        line += len(_NEWLINE.findall(text, 0, start)) - bool(prefix)
        message = f"line {line}, column {column}: not valid Python{said}"
        raise ParseRefusedError(message) from None
    except UnicodeEncodeError as error:
        _refuse(text, start + error.start - len(prefix), "a surrogate that no file can hold")
    except RecursionError:
        _refuse(text, start, "an expression is nested too deeply")


_NEWLINE = re.compile(r"\r\n|\r|\n")
_PLACE = re.compile(r"error at (\d+):(\d+)")


def _syntax_error(source: str, error: cst.ParserSyntaxError) -> tuple[int, int, str]:
    """Return the line and column of a syntax error, and what is said of it.

    libcst names the token after the wrong one, or none; the interpreter's own parser is asked
    for the place, unless the source is of a Python it does not know.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<cut>", "exec", PyCF_ONLY_AST)
    except SyntaxError as own:
        said = "" if own.msg == "invalid syntax" else f" ({own.msg})"
        return own.lineno or 1, max(1, own.offset or 1), said
    except (ValueError, MemoryError, RecursionError):
        pass
    found = _PLACE.search(error.message)
    return (int(found[1]), max(1, int(found[2])), "") if found else (error.raw_line, 1, "")


def _hold_back(cut: str, text: str, start: int) -> None:
    """Refuse what would crash the parser or take it minutes."""
    if (nul := cut.find("\0")) >= 0:
        _refuse(text, start + nul, "a NUL character")
    if cut.count("elif ") > LONGEST_CHAIN:
        where = start + cut.find("elif ")
        _refuse(text, where, f"more than {LONGEST_CHAIN} branches with `elif`")
    # Counts that are too high by what stands in strings: cheap, and enough to let most pass.
    brackets = cut.count("(") + cut.count("[") + cut.count("{")
    if brackets > DEEPEST_BRACKETS or brackets + sum(map(cut.count, _LINKS)) >= LONGEST_CHAIN:
        _measure(cut, text, start)


def _measure(cut: str, text: str, start: int) -> None:
    """Refuse brackets and chains of operators that go too deep, token by token."""
    chains = [0]
    for match in _TOKEN.finditer(cut):
        kind, piece = match.lastgroup, match.group()
        if kind == "operator":
            chains[-1] += 1 if piece[0].isalpha() else len(piece)
        elif kind == "open":
            chains[-1] += 1
            chains.append(0)
        elif kind == "close":
            del chains[max(1, len(chains) - 1) :]
        elif kind == "end":
            if len(chains) == 1 or piece in ",;":
                chains[-1] = 0
        elif piece[0] in "fFtT" and "{" in piece:
            _nest(piece, chains)
        if len(chains) > DEEPEST_BRACKETS:
            reason = f"brackets nested more than {DEEPEST_BRACKETS} deep"
            _refuse(text, start + match.start(), reason)
        if chains[-1] > LONGEST_CHAIN:
            reason = f"more than {LONGEST_CHAIN} operators in a row"
            _refuse(text, start + match.start(), reason)


def _nest(literal: str, chains: list[int]) -> None:
    """Count the braces that an f-string's beginning opens; the rest of it may nest others."""
    fields = literal.replace("{{", "").replace("}}", "")
    chains.extend([0] * (fields.count("{") - fields.count("}")))


def _refuse(text: str, offset: int, reason: str) -> NoReturn:
    newlines = list(_NEWLINE.finditer(text, 0, offset))
    column = offset - (newlines[-1].end() if newlines else 0) + 1
    raise ParseRefusedError(f"line {len(newlines) + 1}, column {column}: {reason}")

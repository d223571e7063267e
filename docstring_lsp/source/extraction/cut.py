"""The cut: takes a text and a definition, gives the syntax tree of that definition alone.

Must not know what the tree means.
"""

from __future__ import annotations

import re
from typing import NoReturn

import libcst as cst

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.code import STRING

DEEPEST_BRACKETS = 200
"""What CPython's tokenizer allows; libcst overflows the stack somewhere above 1,000."""

LONGEST_CHAIN = 1000
"""Operators in one expression; at 3,000 libcst takes 2 to 13 seconds, growing quadratically."""

_LINKS = (*"-+*/%@&|^~<>.", " and ", " or ", " not ", "if", "lambda", "await", " in ", " is ")
_BLANK = (" ", "\t", "\f")

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
    if isinstance(statement, cst.If) and cut[:1] in _BLANK:
        return statement.body.body[0] if statement.body.body else None
    return statement


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
    prefix = "if 1:\n" if cut[:1] in _BLANK else ""
    try:
        return cst.parse_module(prefix + cut)
    except cst.ParserSyntaxError as error:
        # libcst gives `error at LINE:COLUMN` for the token, its own fields only for the line.
        found = _PLACE.search(error.message)
        line, column = (int(found[1]), int(found[2])) if found else (error.raw_line, 1)
        before = text.count("\n", 0, start) or text.count("\r", 0, start)
        line += before - bool(prefix)
        what = _syntax(error.message)
        message = f"line {line}, column {column}: {what}"
        raise ParseRefusedError(message) from None
    except UnicodeEncodeError as error:
        _refuse(text, start + error.start - len(prefix), "a surrogate that no file can hold")
    except RecursionError:
        _refuse(text, start, "an expression is nested too deeply")


_PLACE = re.compile(r"error at (\d+):(\d+)")


def _syntax(message: str) -> str:
    kept = _PLACE.sub("", message).replace("parser error:", "").replace("tokenizer error:", "")
    said = kept.strip(" :").split("expected one of", 1)[0].strip(" :")
    return f"not valid Python ({said})" if said else "not valid Python"


def _hold_back(cut: str, text: str, start: int) -> None:
    """Refuse what would crash the parser or take it minutes."""
    if (nul := cut.find("\0")) >= 0:
        _refuse(text, start + nul, "a NUL character")
    # A count that is too high by what stands in strings: cheap, and enough to let most pass.
    brackets = cut.count("(") + cut.count("[") + cut.count("{")
    if brackets <= DEEPEST_BRACKETS and brackets + sum(map(cut.count, _LINKS)) < LONGEST_CHAIN:
        return
    chains = [0]
    for match in _TOKEN.finditer(cut):
        kind = match.lastgroup
        if kind is None:
            continue
        if kind == "operator":
            chains[-1] += 1
            if chains[-1] > LONGEST_CHAIN:
                _refuse(
                    text, start + match.start(), f"more than {LONGEST_CHAIN} operators in a row"
                )
        elif kind == "open":
            chains[-1] += 1
            chains.append(0)
            if len(chains) > DEEPEST_BRACKETS:
                where = start + match.start()
                _refuse(text, where, f"brackets nested more than {DEEPEST_BRACKETS} deep")
        elif kind == "close":
            if len(chains) > 1:
                chains.pop()
        elif len(chains) == 1 or match.group() in ",;":
            chains[-1] = 0


def _refuse(text: str, offset: int, reason: str) -> NoReturn:
    before = text[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    raise ParseRefusedError(f"line {line}, column {column}: {reason}")

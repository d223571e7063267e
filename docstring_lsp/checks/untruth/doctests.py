"""The examples in a docstring, and which of them are no Python.

Takes a docstring's text; gives places. Runs nothing. What the interpreter that this runs on
cannot read is taken for wrong, so it is asked only for what every supported one reads alike.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from docstring_lsp.source.span import Span

_EXAMPLE = re.compile(
    r"^(?P<indent>[ ]*)>>>(?P<first>[ ].*|)$"
    r"(?P<more>(?:\n(?P=indent)\.\.\.(?:[ ].*|)$)*)(?P<says>(?:\n(?P=indent)(?!>>>)[ ]*\S.*)*)",
    re.MULTILINE,
)
_SKIPPED = re.compile(
    r"#\s*doctest:.*\+SKIP|^\s*[%!?]|\?\s*$|SyntaxError|IndentationError", re.MULTILINE
)
_NEWER = re.compile(r"^\s*(?:match|type|except\*)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Broken:
    """An example that is no Python.

    Attributes:
        span: Where it stands.
        reason: Why.
    """

    span: Span
    reason: str


def broken(content: str) -> Iterator[Broken]:
    """Yield the examples of a docstring that do not compile."""
    if ">>>" not in content:
        return
    for found in _EXAMPLE.finditer(content):
        margin = len(found["indent"]) + 4
        more = "".join("\n" + line[margin:] for line in found["more"].split("\n")[1:])
        source = found["first"][1:] + more
        if _SKIPPED.search(source) or _SKIPPED.search(found["says"]) or _NEWER.search(source):
            continue
        reason = _reason(source)
        if reason:
            yield Broken(Span(found.start("first"), found.end("more")), reason)


def _reason(source: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source + "\n")
    except SyntaxError as error:
        return error.msg
    except (ValueError, RecursionError, MemoryError):
        return ""
    return ""

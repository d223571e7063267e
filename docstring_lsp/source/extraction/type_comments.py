"""Type comments (PEP 484): takes a function's node, gives the types its comments tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

import libcst as cst

from docstring_lsp.source.extraction.code import STRING, fold, unquoted

_TYPE = re.compile(r"#\s*type:\s*(?!ignore\b)(.+?)\s*(?:#.*)?\Z", re.DOTALL)
_SIGNATURE = re.compile(r"\((.*)\)\s*->\s*(.+)\Z", re.DOTALL)
_PIECE = re.compile(rf"{STRING}|[(\[{{]|[)\]}}]|,|[^'\"(\[{{)\]}},]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signature:
    """The types of a ``# type: (int, str) -> bool`` comment; None for ``(...)``."""

    parameters: tuple[str, ...] | None
    returns: str


def signature_comment(node: cst.FunctionDef) -> Signature | None:
    """Return what the type comment of a function says, or None where it has none."""
    body = node.body
    if not isinstance(body, cst.IndentedBlock):
        return _signature(getattr(body, "trailing_whitespace", None))
    found = _signature(body.header)
    if found is not None:
        return found
    lines = getattr(body.body[0], "leading_lines", ()) if body.body else body.footer
    for line in lines:
        if line.comment is not None:
            return _signature(line)
    return None


def type_comment(comment: cst.Comment | None) -> str | None:
    """Return the type in a ``# type: int`` comment, or None."""
    if comment is None or "type:" not in comment.value:
        return None
    match = _TYPE.match(comment.value)
    if match is None or _SIGNATURE.match(match[1]):
        return None
    return unquoted(fold(match[1]))


def _signature(line: cst.TrailingWhitespace | cst.EmptyLine | None) -> Signature | None:
    if line is None or line.comment is None or "type:" not in line.comment.value:
        return None
    match = _TYPE.match(line.comment.value)
    signature = match and _SIGNATURE.match(match[1])
    if not signature:
        return None
    inside = signature[1].strip()
    parts = None if inside == "..." else tuple(unquoted(part) for part in split(inside))
    return Signature(parts, unquoted(signature[2].strip()))


def split(text: str) -> list[str]:
    """Return the parts between the commas that stand in no bracket."""
    parts, depth = [""], 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece == "," and depth == 0:
            parts.append("")
            continue
        depth += (piece in ("(", "[", "{")) - (piece in (")", "]", "}"))
        parts[-1] += piece
    return [part.strip() for part in parts if part.strip()]

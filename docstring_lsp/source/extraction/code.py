"""Code as text: takes syntax nodes, gives the one-line slices and names that facts hold."""

from __future__ import annotations

import re

import libcst as cst

from docstring_lsp.source.extraction.written import written

LONGEST_VALUE = 120


def code(node: cst.CSTNode) -> str:
    """Return a node as written, on one line."""
    if type(node) is cst.Name and not node.lpar:
        return node.value
    return fold(written(node))


def condition(node: cst.BaseExpression) -> str:
    """Return an expression as written, without the parentheses around the whole of it."""
    text = code(node)
    if type(node) in (cst.Tuple, cst.GeneratorExp):
        return text
    for _ in getattr(node, "lpar", ()):
        text = text[1:-1].strip()
    return text


def value(node: cst.BaseExpression) -> str:
    """Return an expression as written, cut after `LONGEST_VALUE` characters."""
    text = condition(node)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


def dotted(node: cst.CSTNode) -> str | None:
    """Return a name with its dots, ``self.log.info``, or None where it is not one."""
    parts: list[str] = []
    while type(node) is cst.Attribute:
        parts.append(node.attr.value)
        node = node.value
    if type(node) is not cst.Name:
        return None
    if not parts:
        return node.value
    parts.append(node.value)
    return ".".join(reversed(parts))


def comment_text(comment: cst.Comment | None) -> str | None:
    """Return what a comment says to a reader; None for one that speaks to a tool."""
    return None if comment is None else comment_text_of(comment.value)


def comment_text_of(comment: str | None) -> str | None:
    """Return what the text of a comment says to a reader; None for one that speaks to a tool."""
    text = (comment or "").lstrip("#").strip().removeprefix(":").strip()
    return text if text and not _PRAGMA.match(text) else None


_PRAGMA = re.compile(
    r"""(?xi) type:\s | noqa | pragma\b | pylint: | pyright: | mypy: | pyre- | fmt: | isort:
    | yapf: | ruff: | nosec | NOSONAR | flake8: | cspell: | spell-checker: | [-=*\#~_]+$"""
)


STRING = r"""(?:[rRbBuUfFtT]{0,2}(?:'{3}(?:\\.|[^\\])*?'{3}|"{3}(?:\\.|[^\\])*?"{3}""" + (
    r"""|'(?:\\.|[^\\'\r\n])*'|"(?:\\.|[^\\"\r\n])*"))"""
)
"""A regular expression for a string literal; one group-free alternative."""

_PIECE = re.compile(
    rf"(?P<string>{STRING})"
    r"|(?P<gap>(?:[ \t\f]*(?:\#[^\r\n]*|\\?(?:\r\n|\r|\n)))+[ \t\f]*)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,)|[^'\"\#\s(\[{)\]},\\]+|.",
    re.DOTALL,
)
_BREAK = re.compile(r"\r\n|\r|\n")


def fold(text: str) -> str:
    """Return code on one line: comments dropped, line breaks folded to single blanks.

    A break next to a bracket's inside goes away with the comma it had needed; a break inside
    a string becomes its escape.
    """
    text = text.strip()
    if "\n" not in text and "\r" not in text:
        return text
    out: list[str] = []
    commas: list[int] = [0]
    gap = False
    for match in _PIECE.finditer(text):
        kind, piece = match.lastgroup, match.group()
        if kind == "gap":
            gap = True
            continue
        if gap:
            _bridge(out, kind, commas[-1])
            gap = False
        if kind == "string":
            piece = _BREAK.sub(lambda _: r"\n", piece)
        elif kind == "open":
            # A call's brackets and a dictionary's need no comma to mean what they mean.
            free = piece == "{" or (piece == "(" and bool(out) and out[-1][-1:].isidentifier())
            commas.append(1 if free else 0)
        elif kind == "close" and len(commas) > 1:
            commas.pop()
        elif kind == "comma":
            commas[-1] += 1
        out.append(piece)
    return "".join(out)


def _bridge(out: list[str], following: str | None, commas: int) -> None:
    """Put what stands for a line break: a blank, or nothing at the inside of a bracket."""
    if following == "close":
        if commas > 1 and out and out[-1] == ",":
            out.pop()
    elif out and out[-1] not in ("(", "[", "{"):
        out.append(" ")


def unquoted(annotation: str) -> str:
    """Return an annotation without the quotes around the names in it.

    The strings of ``Literal`` and the metadata of ``Annotated`` and of calls are kept.
    """
    if "'" not in annotation and '"' not in annotation:
        return annotation
    out: list[str] = []
    word = ""
    # For each open bracket whether its strings are kept, and from its first comma on.
    kept = [(False, False)]
    for match in _TYPE_PIECE.finditer(annotation):
        piece = match.group()
        if match.lastgroup == "string" and not kept[-1][0]:
            piece = unquoted(fold(_inside(piece)))
        elif piece == "[":
            strings = kept[-1][0] or word == "Literal"
            kept.append((strings, strings or word == "Annotated"))
        elif piece == "(":
            kept.append((True, True))
        elif piece == ",":
            kept[-1] = (kept[-1][1], kept[-1][1])
        elif piece in ("]", ")") and len(kept) > 1:
            kept.pop()
        out.append(piece)
        word = piece.rpartition(".")[2] if match.lastgroup == "word" else ""
    return "".join(out)


_TYPE_PIECE = re.compile(rf"(?P<string>{STRING})|(?P<word>[\w.]+)|.", re.DOTALL)


def _inside(literal: str) -> str:
    body = literal.lstrip("rRbBuUfFtT")
    width = 3 if body[:3] in ('"""', "'''") else 1
    return body[width:-width].strip()


def annotation(node: cst.Annotation | cst.BaseExpression | None) -> str | None:
    """Return an annotation as written, without quotes; None where there is none."""
    if node is None:
        return None
    inner = node.annotation if isinstance(node, cst.Annotation) else node
    if type(inner) is cst.Name and not inner.lpar:
        return inner.value
    return unquoted(condition(inner))

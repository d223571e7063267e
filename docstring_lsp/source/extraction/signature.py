"""Signatures: takes a function's node, gives its parameters with their types and defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import annotation, code, comment_text
from docstring_lsp.source.extraction.type_comments import Signature, type_comment
from docstring_lsp.source.extraction.types import literal_type
from docstring_lsp.source.facts import Parameter, ParameterKind, Use

_Placed = tuple[cst.Param, ParameterKind]


def parameters(
    node: cst.FunctionDef,
    *,
    bound: bool,
    comment: Signature | None = None,
    uses: Mapping[str, tuple[Use, ...]] | None = None,
) -> tuple[Parameter, ...]:
    """Return the parameters in order.

    Args:
        node: The function.
        bound: Whether its first positional parameter is filled by the call itself (``self``).
        comment: Its type comment.
        uses: What its body does with each.
    """
    placed = list(_placed(node.params))
    comments = _comments([param for param, _ in placed])
    told = _told(comment, len(placed))
    found = []
    for (param, kind), written, type_told in zip(placed, comments, told, strict=True):
        default = param.default
        implied = literal_type(default) if default is not None else None
        name = param.name.value
        found.append(
            Parameter(
                name=name,
                kind=kind,
                annotation=annotation(param.annotation) or type_comment(written) or type_told,
                default=None if default is None else code(default),
                implied=implied,
                comment=comment_text(written),
                uses=() if uses is None else uses.get(name, ()),
            )
        )
    if bound and found and found[0].kind in _POSITIONAL:
        del found[0]
    return tuple(found)


def bound_name(node: cst.FunctionDef) -> str | None:
    """Return the name of the first positional parameter, ``self`` of a method."""
    for param, kind in _placed(node.params):
        return param.name.value if kind in _POSITIONAL else None
    return None


_POSITIONAL = (ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD)


def type_parameters(node: cst.FunctionDef | cst.ClassDef) -> tuple[str, ...]:
    """Return the PEP 695 type parameters as written, defaults (PEP 696) included."""
    if node.type_parameters is None:
        return ()
    return tuple(code(param).rstrip(", ") for param in node.type_parameters.params)


def _placed(params: cst.Parameters) -> Iterator[_Placed]:
    for param in params.posonly_params:
        yield param, ParameterKind.POSITIONAL_ONLY
    for param in params.params:
        yield param, ParameterKind.POSITIONAL_OR_KEYWORD
    if type(params.star_arg) is cst.Param:
        yield params.star_arg, ParameterKind.VAR_POSITIONAL
    for param in params.kwonly_params:
        yield param, ParameterKind.KEYWORD_ONLY
    if params.star_kwarg is not None:
        yield params.star_kwarg, ParameterKind.VAR_KEYWORD


def _told(comment: Signature | None, count: int) -> list[str | None]:
    """Return a type comment's types a parameter each; a method's may leave out the first."""
    if comment is None or comment.parameters is None:
        return [None] * count
    told: list[str | None] = [part.lstrip("*") for part in comment.parameters]
    missing = count - len(told)
    if missing == 1:
        return [None, *told]
    return told if missing == 0 else [None] * count


def _comments(placed: list[cst.Param]) -> list[cst.Comment | None]:
    """Return the comment on each parameter's line."""
    found = []
    for param in placed:
        comment = _in_gap(param.whitespace_after_param)
        if comment is None and type(param.comma) is cst.Comma:
            comment = _in_gap(param.comma.whitespace_after)
        found.append(comment)
    return found


def _in_gap(gap: Any) -> cst.Comment | None:
    return gap.first_line.comment if type(gap) is cst.ParenthesizedWhitespace else None

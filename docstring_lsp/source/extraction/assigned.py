"""Instance attributes: takes a line of a method, gives what it assigns to ``self``."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import annotation, value
from docstring_lsp.source.extraction.comments import described
from docstring_lsp.source.extraction.types import literal_type
from docstring_lsp.source.facts import Attribute

_SEQUENCES = (cst.Tuple, cst.List)


def assigned(
    line: cst.SimpleStatementLine, following: Any, instance: str, known: Container[str] = ()
) -> Iterator[Attribute]:
    """Yield the attributes that a line assigns.

    Args:
        line: The line.
        following: The statement after it, which may be a string that describes them.
        instance: The name of the instance.
        known: The names of attributes that are passed over.
    """
    for small in line.body:
        kind = type(small)
        if kind is cst.Assign:
            pairs = [p for t in small.targets for p in _pairs(t.target, small.value)]  # type: ignore[attr-defined]
            noted = None
        elif kind is cst.AnnAssign:
            pairs, noted = [(small.target, small.value)], small.annotation  # type: ignore[attr-defined]
        else:
            continue
        for target, given in pairs:
            if _of(target, instance) and target.attr.value not in known:
                yield Attribute(
                    name=target.attr.value,
                    annotation=annotation(noted),
                    implied=None if given is None else literal_type(given),
                    kind="instance",
                    comment=described(line, following),
                    value=None if given is None else value(given),
                )


def _of(target: Any, instance: str) -> bool:
    return (
        type(target) is cst.Attribute
        and type(target.value) is cst.Name
        and target.value.value == instance
    )


def _pairs(target: Any, given: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each target with its value, ``a, b = 1, 2`` taken apart where both sides match."""
    if type(target) not in _SEQUENCES:
        yield target, given
        return
    values: list[Any] = []
    if type(given) in _SEQUENCES:
        values = [element.value for element in given.elements]
    if len(values) != len(target.elements) or _starred(target) or _starred(given):
        values = [None] * len(target.elements)
    for element, each in zip(target.elements, values, strict=True):
        yield from _pairs(element.value, each)


def _starred(node: Any) -> bool:
    elements = getattr(node, "elements", ())
    return any(type(element) is cst.StarredElement for element in elements)

"""The outline of a class or module: its text with the definitions in it cut out.

So that what is parsed grows with the statements that are asked about, not with the bodies of
methods. Takes spans from `docstring_lsp.source.scan`; must not know what statements mean.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands in a class or module.

    Attributes:
        text: Its text; each definition directly in it that is not kept is a ``pass``.
        members: The definitions directly in it, their spans in ``source``.
        source: The text it was made from.
    """

    text: str
    members: tuple[Definition, ...]
    source: str


def class_outline(cut: str, name: str, keep: Collection[str]) -> Outline:
    """Return the outline of a class.

    Args:
        cut: The class, from column 0 of its first line.
        name: Its name.
        keep: The names of the methods that are not cut out.
    """
    found = scan(cut)
    own = next((d for d in found if d.kind == "class" and d.name == name and not d.scopes), None)
    members = tuple(d for d in found if len(d.scopes) == 1) if own is not None else ()
    removed = [d for d in members if d.kind != "function" or d.name not in keep]
    return Outline(_without(cut, removed), members, cut)


def module_outline(text: str) -> Outline:
    """Return the outline of a module."""
    members = tuple(d for d in scan(text) if not d.scopes and d.kind != "module")
    return Outline(_without(text, members), members, text)


def _without(text: str, removed: Sequence[Definition]) -> str:
    pieces: list[str] = []
    at = 0
    for definition in removed:
        span: Span = definition.span
        if span.start < at:
            continue
        pieces.append(text[at : span.start])
        pieces.append(f"{definition.indent}pass")
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)

"""The entries of a docstring's parameters, name by name, and what each says of type and default.

Takes a lossless tree; gives spans. Knows nothing of the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.heads import type_of
from docstring_lsp.docstring.tree import Item, Tree
from docstring_lsp.docstring.values import LITERAL
from docstring_lsp.source.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """One name of an entry."""

    name: str
    span: Span
    item: Item
    stars: str


def entries(tree: Tree) -> Iterator[Named]:
    """Give the names of the entries of parameters, each once."""
    seen: set[str] = set()
    for item in tree.items:
        if item.kind is not SectionKind.PARAMETERS or item.role != "entry":
            continue
        for span in item.names:
            written = span.of(tree.text).replace("\\", "")
            name = written.lstrip("*")
            if name not in seen:
                seen.add(name)
                yield Named(name, span, item, written[: len(written) - len(name)])


def told_type(text: str, item: Item) -> Span | None:
    """Return what an entry, or a field that tells of types, says the type is.

    Args:
        text: The docstring's text.
        item: The entry or field.
    """
    span = item.type
    if item.role == "type" and item.description is not None:
        span = type_of(text, item.description).type
    found = None if span is None else _MARKED.fullmatch(span.of(text))
    return span if span is None or found is None else Span(span.start + 2, span.end - 1)


_MARKED = re.compile(r"[CL]\{[^{}]+\}")
"""A type as Epydoc marks it."""


def told_default(text: str, item: Item) -> Span | None:
    """Return the default in an entry's head, also in brackets: ``optional (default: 1)``."""
    told = told_type(text, item)
    if item.default is not None or told is None:
        return item.default
    found = _IN_BRACKETS.search(text, *told)
    return None if found is None else Span(*found.span(1))


_IN_BRACKETS = re.compile(rf"\(default[:= ]+({LITERAL})\)$")


def is_begun(tree: Tree, name: str) -> bool:
    """Return whether a line of the parameters' section begins with a name, though as no entry.

    So does one whose colon was forgotten, or that is laid out as a list.
    """
    for block in tree.blocks:
        if block.title is None or block.kind is not SectionKind.PARAMETERS or not block.items:
            continue
        first = tree.text[block.items[0].span.start :]
        margin = first[: len(first) - len(first.lstrip(" "))]
        line = rf"^{margin}(?:[-*][ ]+)?[`*\\]*{re.escape(name)}\b"
        if re.search(line, block.span.of(tree.text), re.MULTILINE):
            return True
    return False

"""One definition's way from its text to a docstring's model: extract, ask the author, compose."""

from __future__ import annotations

from dataclasses import replace

from docstring_lsp.actions.context import context
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.outcome import Author
from docstring_lsp.actions.place import Place
from docstring_lsp.docstring.merge import compose
from docstring_lsp.docstring.model import Docstring
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.result import GenerationResult
from docstring_lsp.providers.base import Block, Request
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.edit import docstring_indent
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Facts

_TAB = 8
"""Columns a tab counts for when lines are filled, as PEP 8's checkers count."""


def facts_of(text: str, definition: Definition, place: Place) -> Facts:
    """Return what a definition's code says.

    Raises:
        ParseRefusedError: If the parser cannot read it.
    """
    module = place.package if definition.name == MODULE else place.module
    return extract(text, definition, module=module, stub=place.is_stub)


async def composed(
    facts: Facts,
    text: str,
    definition: Definition,
    conventions: Conventions,
    author: Author,
    place: Place,
) -> tuple[Docstring, GenerationResult]:
    """Return what a new docstring says, and what its author gave for it."""
    around: tuple[Block, ...] = ()
    if place.lookup is not None:
        around = context(
            text,
            definition,
            facts,
            module=place.package,
            lookup=place.lookup,
            mentions=place.mentions,
            glossary=conventions.bible.glossary,
        )
    result = await author(
        Request(
            facts=facts,
            style=conventions.style_name,
            source=definition.span.of(text),
            context=around,
        )
    )
    return compose(facts, result.content, init=conventions.policy.init), result


def layout_at(text: str, definition: Definition, conventions: Conventions) -> RenderOptions:
    """Return how a docstring is laid out at its place in the code."""
    columns = len(docstring_indent(text, definition).expandtabs(_TAB))
    return replace(conventions.layout, indent=columns)

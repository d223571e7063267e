"""Makes a docstring that stands true again: what its parameters say otherwise than the code.

It is read in the style that it is written in, whatever the project's is, and nothing in it is
changed but what differs.
"""

from __future__ import annotations

from dataclasses import replace

from docstring_lsp.actions.composing import composed, facts_of, layout_at
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.outcome import Author, Outcome, Place, written
from docstring_lsp.docstring.drift import parameter_drift
from docstring_lsp.docstring.recognition import written_in
from docstring_lsp.docstring.style import Style
from docstring_lsp.docstring.update import update_parameters
from docstring_lsp.errors import EditRefusedError, SourceError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.facts import ClassFacts, Facts, ModuleFacts, Parameter
from docstring_lsp.source.patch import docstring_patch


async def update(
    text: str, definition: Definition, conventions: Conventions, author: Author, place: Place
) -> Outcome:
    """Return what becomes of a docstring that stands.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        conventions: How the project writes them.
        author: Who describes a parameter that is missing.
        place: Where the text comes from.
    """
    content = docstring_content(text, definition)
    own = None if content is None else written_in(content, conventions.style)
    if content is None or own is None:
        return Outcome(definition, "standing")
    tree = own.parse(content)
    if not tree.items:
        return Outcome(definition, "standing")
    try:
        facts = facts_of(text, definition, place)
        parameters = _parameters(facts)
        if parameters is None or not parameter_drift(tree, parameters):
            return Outcome(definition, "unchanged")
        conventions = replace(conventions, style=own)
        typed = own.typed(content)
        layout = layout_at(text, definition, conventions)
        layout = layout if typed is None else replace(layout, types=typed)
        docstring, result = await composed(facts, text, definition, conventions, author, place)
        new = update_parameters(tree, parameters, docstring, own, layout)
        edit = docstring_patch(text, definition, new)
    except (SourceError, EditRefusedError) as error:
        return Outcome(definition, "refused", reason=str(error))
    return written(definition, edit, result)


def is_stale(text: str, definition: Definition, favoured: Style) -> bool:
    """Return whether a docstring tells of parameters otherwise than the code.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        favoured: The project's style.
    """
    content = docstring_content(text, definition)
    own = None if content is None else written_in(content, favoured)
    if content is None or own is None:
        return False
    tree = own.parse(content)
    if not tree.items:
        return False
    try:
        facts = facts_of(text, definition, Place())
    except SourceError:
        return False
    parameters = _parameters(facts)
    return parameters is not None and bool(parameter_drift(tree, parameters))


def _parameters(facts: Facts) -> tuple[Parameter, ...] | None:
    """Return the parameters; None where the code does not tell all: a base's constructor does."""
    if isinstance(facts, ModuleFacts):
        return None
    if isinstance(facts, ClassFacts) and facts.may_inherit_parameters:
        return None
    return facts.parameters

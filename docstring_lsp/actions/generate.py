"""Writes docstrings: a text and a target in, proven edits and what became of each definition out.

The one way through the house: scan, extract, ask the author, compose, render, edit. Opens no
file and knows no editor.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any

from docstring_lsp.actions.composing import composed, facts_of, layout_at
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.outcome import Author, Outcome, written
from docstring_lsp.actions.place import NOWHERE, Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.errors import AwaitedError, EditRefusedError, SourceError, StaleDocumentError
from docstring_lsp.source.definition import MODULE, Definition
from docstring_lsp.source.edit import TextEdit, docstring_edit
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import exemption

_STANDING = ("stale", "untidy", "convert", "unwanted", "unfinished", "gone")
"""What is asked only of docstrings that stand."""


async def generate(
    text: str,
    target: Target,
    conventions: Conventions,
    author: Author,
    place: Place = NOWHERE,
) -> tuple[Outcome, ...]:
    """Write the docstrings of a target.

    One definition that was asked for by itself is written whatever the policy says of it; in
    a selection, a class or a file the policy decides, and what it exempts is told as such.

    Args:
        text: The document.
        target: What to write docstrings for.
        conventions: How the project writes them.
        author: Who writes the prose.
        place: Where the text comes from.

    Returns:
        An outcome a definition, in source order. Their edits do not overlap, and each is
        proven to leave the code as it is.

    Raises:
        StaleDocumentError: If the target is not, or no longer, in the text.
        UnknownNameError: If the target names a style that does not exist.
    """
    if target.style is not None:
        conventions = conventions.with_style(target.style)
    definitions = _targeted(scan(text), target)
    one = partial(_one, text, target, conventions, author, place)
    if place.lookup is None:
        return tuple([await one(definition) for definition in definitions])
    # A model takes its time: it is asked about as many at once as its settings allow.
    return await _together([one(definition) for definition in definitions])


async def _together(works: Sequence[Coroutine[Any, Any, Outcome]]) -> tuple[Outcome, ...]:
    """Do all at the same time; whatever ends one, the others are not left at work."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        return tuple(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _one(
    text: str,
    target: Target,
    conventions: Conventions,
    author: Author,
    place: Place,
    definition: Definition,
) -> Outcome:
    """Return what becomes of one definition; one whose author does not answer yet is left."""
    try:
        return await _considered(text, target, conventions, author, place, definition)
    except AwaitedError as error:
        return Outcome(definition, "left", reason=str(error))


async def _considered(
    text: str,
    target: Target,
    conventions: Conventions,
    author: Author,
    place: Place,
    definition: Definition,
) -> Outcome:
    if target.scope != "definition" and target.only != "convert":
        reason = exemption(definition, conventions.policy, test_file=place.is_test, text=text)
        if reason is not None:
            return Outcome(definition, "exempt", reason=reason)
    if definition.name == MODULE and not text.strip():
        return Outcome(definition, "exempt", reason="empty")
    if definition.docstring is not None and not target.replace:
        return await _standing(text, target, conventions, author, place, definition)
    if definition.docstring is None and target.only in _STANDING:
        reason = f"missing, and only {target.only} ones are asked"
        return Outcome(definition, "exempt", reason=reason)
    return await write(text, definition, conventions, author, place)


async def _standing(
    text: str,
    target: Target,
    conventions: Conventions,
    author: Author,
    place: Place,
    definition: Definition,
) -> Outcome:
    """Return what becomes of a docstring that stands and is not to be written anew."""
    if target.only == "untidy":
        from docstring_lsp.actions.mend import tidy

        return tidy(text, definition, conventions)
    if target.only == "unfinished":
        from docstring_lsp.actions.finish import finish

        return await finish(text, definition, conventions, author, place)
    if target.only == "unwanted":
        from docstring_lsp.actions.mend import reword

        return reword(text, definition, conventions)
    if target.only == "convert":
        from docstring_lsp.actions.convert import convert

        return convert(
            text, definition, conventions, place, source=target.source, types=target.types
        )
    if target.only != "missing":
        from docstring_lsp.actions.update import Removal, update

        removal: Removal = "only" if target.only == "gone" else "bare"
        return await update(text, definition, conventions, author, place, removal=removal)
    return Outcome(definition, "standing")


def edits(outcomes: tuple[Outcome, ...]) -> tuple[TextEdit, ...]:
    """Return the edits of the outcomes, in source order."""
    return tuple(outcome.edit for outcome in outcomes if outcome.edit is not None)


def _targeted(definitions: tuple[Definition, ...], target: Target) -> tuple[Definition, ...]:
    if target.scope == "file":
        return definitions
    found = _anchored(definitions, target.anchor)
    if target.scope == "definition":
        return (found,)
    if target.scope == "selection":
        last = _anchored(definitions, target.last)
        return tuple(d for d in definitions if found.anchor <= d.anchor <= last.anchor)
    return tuple(d for d in definitions if d.kind != "module" and _within(d, found))


def _anchored(definitions: tuple[Definition, ...], anchor: int) -> Definition:
    for found in definitions:
        if found.anchor == anchor:
            return found
    raise StaleDocumentError(
        "the definition is no longer where it was: the document changed; ask again"
    )


def _within(definition: Definition, outer: Definition) -> bool:
    return outer.span.start <= definition.span.start and definition.span.end <= outer.span.end


async def write(
    text: str, definition: Definition, conventions: Conventions, author: Author, place: Place
) -> Outcome:
    """Return what becomes of a definition whose docstring is written, whatever stands there."""
    try:
        facts = facts_of(text, definition, place)
        docstring, result = await composed(facts, text, definition, conventions, author, place)
        layout = layout_at(text, definition, conventions)
        edit = docstring_edit(text, definition, conventions.style.render(docstring, layout))
    except (SourceError, EditRefusedError) as error:
        return Outcome(definition, "refused", reason=str(error))
    return written(definition, edit, result)

"""Makes a docstring that stands true again: what it says otherwise than the code.

It is read in the style that it is written in, whatever the project's is, and nothing in it is
changed but what differs. What differs is told by the same judges as the findings' are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from docstring_lsp.actions.composing import composed, facts_of, layout_at
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.outcome import Author, Outcome, written
from docstring_lsp.actions.place import Place
from docstring_lsp.checks.neighbourhood import Neighbourhood, module_of
from docstring_lsp.checks.staleness.bareness import is_bare
from docstring_lsp.checks.staleness.exceptions import Surroundings
from docstring_lsp.checks.staleness.whole import by_name, differences
from docstring_lsp.checks.subject import Subject
from docstring_lsp.checks.untruth.values import constants, quoted
from docstring_lsp.docstring.drift import Drift
from docstring_lsp.docstring.model import Docstring, SectionKind
from docstring_lsp.docstring.placing import applied
from docstring_lsp.docstring.style import Style
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.update import updated, without
from docstring_lsp.errors import EditRefusedError, SourceError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.facts import ClassFacts, Facts, ModuleFacts
from docstring_lsp.source.patch import docstring_patch
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span

Removal = Literal["bare", "all", "only"]
"""Which entries of what is gone are dropped: those that hold no sentence, or all; with ``only``
nothing else is done."""


async def update(
    text: str,
    definition: Definition,
    conventions: Conventions,
    author: Author,
    place: Place,
    *,
    removal: Removal = "bare",
) -> Outcome:
    """Return what becomes of a docstring that stands.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        conventions: How the project writes them.
        author: Who describes what is missing; asked only where something is.
        place: Where the text comes from.
        removal: Which entries of what is gone are dropped.
    """
    subject = Subject(text, definition, conventions.style_name, stub=place.is_stub)
    tree, own = subject.tree, subject.style
    if tree is None or own is None or not tree.items:
        return _requoted(subject)
    try:
        facts = subject.facts or facts_of(text, definition, place)
        drifts = _drifts(subject, tree, place.neighbourhood)
        if not drifts:
            return Outcome(definition, "unchanged")
        if removal == "only":
            new = _without_gone(tree.text, subject, own, removal, place.neighbourhood)
            edit = docstring_patch(text, definition, new)
            return Outcome(definition, "unchanged" if edit is None else "written", edit)
        # Whatever the project's way: what is told stands here, on the class or on `__init__`.
        policy = replace(conventions.policy, init="class" if definition.kind == "class" else "init")
        conventions = replace(conventions, style_name=own.name, policy=policy)
        docstring, result = Docstring(""), None
        if any(drift.kind == "undocumented" for drift in drifts):
            docstring, result = await composed(facts, text, definition, conventions, author, place)
        typed = own.typed(tree.text)
        layout = layout_at(text, definition, conventions)
        layout = layout if typed is None else replace(layout, types=typed)
        new = updated(tree, drifts, docstring, _orders(facts), own, layout)
        new = _without_gone(new, subject, own, removal, place.neighbourhood)
        edit = docstring_patch(text, definition, new)
    except (SourceError, EditRefusedError) as error:
        return Outcome(definition, "refused", reason=str(error))
    if result is None:
        return Outcome(definition, "unchanged" if edit is None else "written", edit)
    return written(definition, edit, result)


def _requoted(subject: Subject) -> Outcome:
    """Return what becomes of a docstring without entries: only what it quotes can be otherwise."""
    definition, content = subject.definition, subject.content
    if content is None:
        return Outcome(definition, "standing")
    edits = [(each.span, each.expected) for each in constants(content, subject.text)]
    new = applied(content, Span(0, len(content)), edits)
    try:
        edit = docstring_patch(subject.text, definition, new)
    except EditRefusedError as error:
        return Outcome(definition, "refused", reason=str(error))
    return Outcome(definition, "standing" if edit is None else "written", edit)


def staleness(
    text: str,
    definition: Definition,
    favoured: Style,
    neighbourhood: Neighbourhood | None = None,
) -> tuple[bool, bool]:
    """Return whether an update mends a docstring, and whether it tells of what only a user drops.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        favoured: The project's style.
        neighbourhood: The way to the project's other modules, where there is one.
    """
    judged = _judged(text, definition, favoured, neighbourhood)
    stale = any(drift.kind != "gone" or bare for drift, bare in judged)
    return stale, any(drift.kind == "gone" and not bare for drift, bare in judged)


def _judged(
    text: str,
    definition: Definition,
    favoured: Style,
    neighbourhood: Neighbourhood | None,
) -> list[tuple[Drift, bool]]:
    """Return what differs, each with whether nothing is lost where its entry goes."""
    subject = Subject(text, definition, favoured.name)
    tree = subject.tree
    if tree is None or not tree.items:
        return [(drift, True) for drift in _of_constants(subject.content or "", text)]
    if subject.facts is None:
        return []
    return [(drift, is_bare(tree, drift)) for drift in _drifts(subject, tree, neighbourhood)]


def _drifts(subject: Subject, tree: Tree, neighbourhood: Neighbourhood | None) -> list[Drift]:
    around = _surroundings(subject.text, neighbourhood)
    found = [each.drift for each in differences(subject, tree, around)]
    known = {drift.span for drift in found if drift.kind == "default"}
    found += [
        Drift(
            kind="default",
            name=value.name,
            span=value.span,
            written=value.written,
            expected=value.expected,
        )
        for value in quoted(subject, tree)
        if value.expected and value.span not in known
    ]
    return [*found, *_of_constants(tree.text, subject.text)]


def _of_constants(content: str, code: str) -> list[Drift]:
    """Return the values of constants that a docstring quotes and that are others."""
    return [
        Drift(kind="default", name=v.name, span=v.span, written=v.written, expected=v.expected)
        for v in constants(content, code)
    ]


@lru_cache(maxsize=2)
def _surroundings(text: str, neighbourhood: Neighbourhood | None) -> Surroundings:
    """Return what a file says of exceptions; the definitions of one file are updated in a row."""
    module = module_of(text, neighbourhood)
    return Surroundings(module, lambda: by_name(Subject(text, each) for each in scan(text)))


def _without_gone(
    text: str,
    subject: Subject,
    own: Style,
    removal: Removal,
    neighbourhood: Neighbourhood | None,
) -> str:
    """Return a docstring's text without the entries of what is gone that may be dropped."""
    if subject.tree is not None and subject.tree.doubts and removal == "bare":
        return text  # Without an entry, it might be taken for one in another style.
    tree = own.parse(text)
    found = [d for d in _drifts(subject, tree, neighbourhood) if d.kind == "gone"]
    if removal == "bare":
        found = [drift for drift in found if is_bare(tree, drift)]
    return without(tree, found) if found else text


def _orders(facts: Facts) -> Mapping[SectionKind, Sequence[str]]:
    """Return the names of each section in the code's order."""
    if isinstance(facts, ModuleFacts):
        return {}
    orders = {
        SectionKind.PARAMETERS: [each.name for each in facts.parameters],
        SectionKind.RAISES: list(dict.fromkeys(each.exception for each in facts.raises)),
    }
    if isinstance(facts, ClassFacts):
        orders[SectionKind.ATTRIBUTES] = [each.name for each in facts.attributes]
    return orders

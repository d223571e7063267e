"""Says a docstring that stands in another style: the same, to the word, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from docstring_lsp.actions.composing import facts_of, layout_at
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.outcome import Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Types
from docstring_lsp.docstring.convert import converted
from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.recognition import read, style, written_in
from docstring_lsp.docstring.scribe import UnsayableError
from docstring_lsp.docstring.transcript import Chapter, Part, Told, Transcript
from docstring_lsp.errors import EditRefusedError, SourceError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.facts import Facts, FunctionFacts, ModuleFacts
from docstring_lsp.source.patch import docstring_patch


def convert(
    text: str,
    definition: Definition,
    conventions: Conventions,
    place: Place,
    *,
    source: str | None = None,
    types: Types = "keep",
) -> Outcome:
    """Return what becomes of a docstring that is to be in the conventions' style.

    Args:
        text: The document.
        definition: A definition that has a docstring.
        conventions: The style that is wanted, and how it is laid out.
        place: Where the text comes from.
        source: The name of the style it is written in; told by its marks if None.
        types: Whether the types it tells stay; with ``drop`` those go that the signature has,
            with ``add`` the signature's are told, too.
    """
    content = docstring_content(text, definition)
    if not content:
        return Outcome(definition, "standing")
    own = style(source) if source else written_in(content, conventions.style)
    if own is None or (own.name == conventions.style.name and types == "keep"):
        return Outcome(definition, "standing")
    try:
        change = _change(facts_of(text, definition, place), types) if types != "keep" else None
        layout = layout_at(text, definition, conventions)
        new = converted(content, own, conventions.style, layout, change)
        edit = docstring_patch(text, definition, new)
    except UnsayableError as error:
        return Outcome(
            definition, "refused", reason="; ".join([str(error), *read(content, own).doubts])
        )
    except (SourceError, EditRefusedError) as error:
        return Outcome(definition, "refused", reason=str(error))
    return Outcome(definition, "unchanged" if edit is None else "written", edit)


def _change(facts: Facts, types: Types) -> Callable[[Transcript], Transcript]:
    """Return what does with the types in a transcript what is asked for."""
    known = _annotations(facts)

    def change(parts: Transcript) -> Transcript:
        return tuple(_retyped(part, known, types) for part in parts)

    return change


def _annotations(facts: Facts) -> Mapping[tuple[SectionKind, str], str]:
    """Return the types that the code tells, by the kind of the section and the name."""
    if isinstance(facts, ModuleFacts):
        return {}
    known = {
        (SectionKind.PARAMETERS, each.label): each.annotation
        for each in facts.parameters
        if each.annotation
    }
    if isinstance(facts, FunctionFacts):
        results = (
            (SectionKind.RETURNS, facts.returns),
            (SectionKind.YIELDS, facts.yields),
        )
        known |= {(kind, ""): told.annotation for kind, told in results if told and told.annotation}
    return known


def _retyped(part: Part, known: Mapping[tuple[SectionKind, str], str], types: Types) -> Part:
    if not isinstance(part, Chapter) or part.kind is None:
        return part
    told = partial(_entry, known=known, kind=part.kind, types=types)
    return replace(part, entries=tuple(map(told, part.entries)))


def _entry(
    told: Told,
    known: Mapping[tuple[SectionKind, str], str],
    kind: SectionKind,
    types: Types,
) -> Told:
    annotation = known.get((kind, told.names[0] if len(told.names) == 1 else ""))
    if annotation is None or len(told.names) > 1:
        return told
    if types == "drop":
        return replace(told, type="")
    return told if told.type else replace(told, type=annotation)

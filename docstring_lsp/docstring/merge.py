"""Joins the facts of a definition with an author's draft: names, types, order from the facts.

Takes facts and a draft, gives a `Docstring`; knows no style. What the draft says of a name that
is not in the facts is not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.source.facts import (
    Attribute,
    ClassFacts,
    Facts,
    FunctionFacts,
    ModuleFacts,
    Parameter,
    ParameterKind,
)

InitPlace = Literal["class", "init"]


def compose(facts: Facts, draft: Draft, *, init: InitPlace = "class") -> Docstring:
    """Return the docstring of a definition.

    Args:
        facts: What its code says.
        draft: The prose.
        init: Whether what ``__init__`` takes is told by the class or by ``__init__``.
    """
    if isinstance(facts, FunctionFacts):
        sections = _of_function(facts, draft, init)
    elif isinstance(facts, ClassFacts):
        sections = _of_class(facts, draft, init)
    else:
        sections = _of_module(facts, draft)
    told = [section for section in sections if section.entries or section.text]
    return Docstring(draft.summary, draft.description, tuple(told))


def _of_function(facts: FunctionFacts, draft: Draft, init: InitPlace) -> list[Section]:
    if facts.name == "__init__" and facts.owner and facts.owner.kind == "class" and init == "class":
        return []
    sections = [_parameters(facts.parameters, draft)]
    if facts.accessor is None:
        sections += _results(facts, draft)
    sections.append(_signals(SectionKind.RAISES, [r.exception for r in facts.raises], draft.raises))
    sections.append(_signals(SectionKind.WARNS, [w.category for w in facts.warns], draft.warns))
    return [*sections, Section(SectionKind.EXAMPLES, text=draft.examples)]


def _results(facts: FunctionFacts, draft: Draft) -> list[Section]:
    sections = []
    if facts.returns is not None:
        entry = Entry(
            type=facts.returns.annotation or facts.returns.implied, description=draft.returns
        )
        sections.append(Section(SectionKind.RETURNS, (entry,)))
    if facts.yields is not None:
        entry = Entry(type=facts.yields.annotation, description=draft.yields)
        sections.append(Section(SectionKind.YIELDS, (entry,)))
    if facts.receives is not None:
        entry = Entry(type=facts.receives.annotation, description=draft.receives)
        sections.append(Section(SectionKind.RECEIVES, (entry,)))
    return sections


def _of_class(facts: ClassFacts, draft: Draft, init: InitPlace) -> list[Section]:
    sections = []
    if init == "class":
        sections.append(_parameters(facts.parameters, draft))
    sections.append(_attributes(facts.attributes, draft))
    if init == "class":
        raised = [r.exception for r in facts.raises]
        sections.append(_signals(SectionKind.RAISES, raised, draft.raises))
        warned = [w.category for w in facts.warns]
        sections.append(_signals(SectionKind.WARNS, warned, draft.warns))
    return [*sections, Section(SectionKind.EXAMPLES, text=draft.examples)]


def _of_module(facts: ModuleFacts, draft: Draft) -> list[Section]:
    return [_attributes(facts.constants, draft), Section(SectionKind.EXAMPLES, text=draft.examples)]


def _parameters(parameters: Iterable[Parameter], draft: Draft) -> Section:
    variadic = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
    entries = tuple(
        Entry(
            name=p.label,
            type=p.annotation or p.implied,
            default=p.default,
            optional=p.default is not None and p.kind not in variadic,
            description=draft.parameters.get(p.name, ""),
        )
        for p in parameters
    )
    return Section(SectionKind.PARAMETERS, entries)


def _attributes(attributes: Iterable[Attribute], draft: Draft) -> Section:
    entries = tuple(
        Entry(
            name=a.name,
            type=a.annotation or a.implied,
            description=draft.attributes.get(a.name, ""),
        )
        for a in attributes
        if not a.name.startswith("_") and a.kind != "instance"
    )
    return Section(SectionKind.ATTRIBUTES, entries)


def _signals(kind: SectionKind, types: Iterable[str], prose: Mapping[str, str]) -> Section:
    unique = dict.fromkeys(types)
    return Section(kind, tuple(Entry(name=t, description=prose.get(t, "")) for t in unique))

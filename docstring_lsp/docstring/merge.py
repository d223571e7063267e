"""Joins the facts of a definition with an author's draft: names, types, order from the facts.

Takes facts and a draft, gives a `Docstring`; knows no style. What the draft says of a name that
is not in the facts is not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.model import Docstring, Entry, Holder, Section, SectionKind
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
        kind = facts.returns.annotation or facts.returns.implied
        entry = Entry(type=kind, description=draft.returns)
        sections.append(Section(SectionKind.RETURNS, (entry,)))
    if facts.yields is not None:
        entry = Entry(type=facts.yields.annotation, description=draft.yields)
        sections.append(Section(SectionKind.YIELDS, (entry,)))
    if facts.receives is not None:
        entry = Entry(type=facts.receives.annotation, description=draft.receives)
        sections.append(Section(SectionKind.RECEIVES, (entry,)))
    return sections


def _of_class(facts: ClassFacts, draft: Draft, init: InitPlace) -> list[Section]:
    constructed = facts.parameters if init == "class" else ()
    fields = _fields_of_constructor(facts) if init == "class" else {}
    given = [p for p in constructed if p.name not in fields]
    sections = [_parameters(given, draft), _attributes(facts.attributes, draft, fields)]
    if init == "class":
        raised = [r.exception for r in facts.raises]
        sections.append(_signals(SectionKind.RAISES, raised, draft.raises))
        warned = [w.category for w in facts.warns]
        sections.append(_signals(SectionKind.WARNS, warned, draft.warns))
    return [*sections, Section(SectionKind.EXAMPLES, text=draft.examples)]


def _of_module(facts: ModuleFacts, draft: Draft) -> list[Section]:
    return [
        _attributes(facts.constants, draft, {}),
        Section(SectionKind.EXAMPLES, text=draft.examples),
    ]


def _fields_of_constructor(facts: ClassFacts) -> Mapping[str, Parameter]:
    """Return the parameters that are told with the attribute that they fill, by its name.

    A dataclass's field is one thing: what a caller gives and what an instance then has. It is
    told once, under the attributes, where PEP 257 asks for instance variables and pydoclint
    and griffe look for fields; its default, which only the caller meets, is told there too.
    Where a constructor is written, its parameters are its own, and both are told.
    """
    if not {"__init__", "__new__"}.isdisjoint(facts.methods):
        return {}
    attributes = {a.name for a in facts.attributes if a.kind == "field" and _is_told(a)}
    return {p.name: p for p in facts.parameters if p.name in attributes}


def _parameters(parameters: Iterable[Parameter], draft: Draft) -> Section:
    variadic = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
    entries = tuple(
        Entry(
            name=p.label,
            type=_type(p),
            default=_default(p),
            optional=p.default is not None and p.kind not in variadic,
            description=draft.parameters.get(p.name, ""),
        )
        for p in parameters
    )
    return Section(SectionKind.PARAMETERS, entries)


def _type(told: Parameter | Attribute) -> str | None:
    """Return a type: as annotated, else what a literal implies; that of None says nothing."""
    return told.annotation or (told.implied if told.implied != "None" else None)


def _default(told: Parameter | None) -> str | None:
    """Return a default that says something; a stub's ``...`` only says that there is one."""
    return None if told is None or told.default == "..." else told.default


def _attributes(
    attributes: Iterable[Attribute], draft: Draft, fields: Mapping[str, Parameter]
) -> Section:
    entries = tuple(
        Entry(
            name=a.name,
            type=_type(a),
            default=_default(fields.get(a.name)),
            optional=a.name in fields and fields[a.name].default is not None,
            description=draft.attributes.get(a.name) or draft.parameters.get(a.name, ""),
            holder=_holder(a),
        )
        for a in attributes
        if _is_told(a)
    )
    return Section(SectionKind.ATTRIBUTES, entries)


def _holder(attribute: Attribute) -> Holder:
    if attribute.kind == "constant":
        return "module"
    # PEP 526: an annotation without a value declares what instances have.
    declared = attribute.annotation is not None and attribute.default is None
    of_instances = attribute.kind in ("field", "instance") or declared
    return "instance" if of_instances and attribute.kind != "member" else "class"


def _is_told(attribute: Attribute) -> bool:
    """Return whether an attribute is part of what a class or module offers and declares."""
    if attribute.name.startswith("_") or attribute.init_only:
        return False
    return attribute.kind != "instance" or attribute.bare


def _signals(kind: SectionKind, types: Iterable[str], prose: Mapping[str, str]) -> Section:
    unique = dict.fromkeys(types)
    return Section(kind, tuple(Entry(name=t, description=prose.get(t, "")) for t in unique))

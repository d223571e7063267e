"""Parameters in words: from name, annotation, default and use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docstring_lsp.providers.adapters.static import phrases, prose, words
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, Parameter, ParameterKind


def of_function(facts: FunctionFacts) -> Mapping[str, str]:
    """Return a description for each parameter of a function."""
    return {p.name: _describe(p) for p in facts.parameters}


def of_class(facts: ClassFacts) -> Mapping[str, str]:
    """Return a description for each parameter that makes an instance."""
    return {p.name: _describe(p) for p in facts.parameters}


def _describe(parameter: Parameter) -> str:
    if parameter.comment and (said := prose.plain(parameter.comment)):
        return said
    if parameter.kind is ParameterKind.VAR_POSITIONAL:
        return "Additional positional arguments."
    if parameter.kind is ParameterKind.VAR_KEYWORD:
        return "Additional keyword arguments."
    return prose.sentence(phrases.noun(words.split(parameter.name))) or "A value."


_CONTAINERS = frozenset(
    {
        "str",
        "bytes",
        "list",
        "dict",
        "set",
        "tuple",
        "frozenset",
        "Sequence",
        "Mapping",
        "Collection",
    }
)


def known_types(parameters: Sequence[Parameter]) -> tuple[tuple[str, str], ...]:
    """Return what conditions may say of the parameters, as `conditions.describe` takes it."""
    known: list[tuple[str, str]] = []
    for parameter in parameters:
        annotation = (parameter.annotation or parameter.implied or "").strip("'\"")
        base = annotation.split("[")[0].rpartition(".")[2]
        if base in _CONTAINERS:
            known.append((parameter.name, "container"))
        elif base == "bool":
            known.append((parameter.name, "flag"))
        elif parameter.default == "None":
            known.append((parameter.name, "given"))
    return tuple(known)

"""The embedded author's front door: facts in, a draft out; never fails, never guesses."""

from __future__ import annotations

from collections.abc import Mapping

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.providers.adapters.static import (
    attributes,
    classes,
    functions,
    modules,
    parameters,
    raises,
    returns,
    yields,
)
from docstring_lsp.source.facts import ClassFacts, Facts, FunctionFacts, ModuleFacts, Raise, Warn


def write(facts: Facts, *, style: str = "google") -> Draft:  # noqa: ARG001
    """Return the prose of one definition.

    Args:
        facts: What its code says.
        style: The name of the style it is for; the prose is the same in every style.
    """
    if isinstance(facts, FunctionFacts):
        return _function(facts)
    if isinstance(facts, ClassFacts):
        return _class(facts)
    return _module(facts)


def _function(facts: FunctionFacts) -> Draft:
    return Draft(
        summary=functions.summary(facts),
        parameters=parameters.of_function(facts),
        attributes=attributes.of_function(facts),
        returns=returns.returned(facts),
        yields=yields.yielded(facts),
        receives=yields.received(facts),
        raises=_raises(facts),
        warns=_warns(facts),
    )


def _class(facts: ClassFacts) -> Draft:
    return Draft(
        summary=classes.summary(facts),
        parameters=parameters.of_class(facts),
        attributes=attributes.of_class(facts),
        raises=_raises(facts),
        warns=_warns(facts),
    )


def _module(facts: ModuleFacts) -> Draft:
    return Draft(summary=modules.summary(facts), attributes=attributes.of_module(facts))


def _raises(facts: FunctionFacts | ClassFacts) -> Mapping[str, str]:
    groups: dict[str, list[Raise]] = {}
    for item in facts.raises:
        groups.setdefault(item.exception, []).append(item)
    return {
        exception: raises.describe(
            [(item, item.always) for item in items],
            exception=exception,
            parameters=frozenset(p.name for p in facts.parameters),
            types=parameters.known_types(facts.parameters),
            abstract=facts.is_abstract or _in_class(facts),
        )
        for exception, items in groups.items()
    }


def _warns(facts: FunctionFacts | ClassFacts) -> Mapping[str, str]:
    groups: dict[str, list[Warn]] = {}
    for item in facts.warns:
        groups.setdefault(item.category, []).append(item)
    parameters_of = frozenset(p.name for p in facts.parameters)
    types = parameters.known_types(facts.parameters)
    return {
        category: raises.warned(items, parameters=parameters_of, types=types)
        for category, items in groups.items()
    }


def _in_class(facts: FunctionFacts | ClassFacts) -> bool:
    return isinstance(facts, FunctionFacts) and facts.binding in ("instance", "class")

"""Attributes and constants in words: from comment, annotation, value and name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docstring_lsp.providers.adapters.static import phrases, prose, words
from docstring_lsp.source.facts import Attribute, ClassFacts, FunctionFacts, ModuleFacts


def of_class(facts: ClassFacts) -> Mapping[str, str]:
    """Return a description for each attribute of a class."""
    return _each(facts.attributes)


def of_function(facts: FunctionFacts) -> Mapping[str, str]:
    """Return a description for each attribute a method assigns."""
    return _each(facts.attributes)


def of_module(facts: ModuleFacts) -> Mapping[str, str]:
    """Return a description for each constant of a module."""
    return _each(facts.constants)


def _each(attributes: Iterable[Attribute]) -> Mapping[str, str]:
    return {a.name: _describe(a) for a in attributes}


def _describe(attribute: Attribute) -> str:
    if attribute.comment and (said := prose.plain(attribute.comment)):
        return said
    if (
        attribute.kind == "member"
        and attribute.default
        and (value := prose.code(attribute.default))
    ):
        return f"The member with the value {value}."
    return prose.sentence(phrases.noun(words.split(attribute.name))) or "A value."

"""Attributes and constants in words: from comment, annotation, value and name."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from docstring_lsp.providers.adapters.static import (
    expressions,
    flags,
    parameters,
    phrases,
    prose,
    types,
    words,
)
from docstring_lsp.source.facts import Attribute, ClassFacts, FunctionFacts, ModuleFacts


def of_class(facts: ClassFacts) -> Mapping[str, str]:
    """Return a description for each attribute of a class."""
    parts = words.split(facts.name)
    thing = f"the {' '.join(parts)}" if 0 < len(parts) < 4 else "the instance"
    return _each(facts.attributes, thing, parameters.of_class(facts))


def of_function(facts: FunctionFacts) -> Mapping[str, str]:
    """Return a description for each attribute a method assigns."""
    return _each(facts.attributes, "", parameters.of_function(facts))


def of_module(facts: ModuleFacts) -> Mapping[str, str]:
    """Return a description for each constant of a module."""
    return _each(facts.constants, "", {})


def _each(
    attributes: Iterable[Attribute], thing: str, given: Mapping[str, str]
) -> Mapping[str, str]:
    return {a.name: _describe(a, thing, given) for a in attributes}


def _describe(attribute: Attribute, thing: str, given: Mapping[str, str]) -> str:
    if attribute.comment and (said := prose.plain(attribute.comment)):
        return said
    if attribute.kind == "member":
        return _member(attribute)
    if attribute.name in given and attribute.value in (None, attribute.name):
        return given[attribute.name]
    found = types.describe(attribute.annotation)
    implied = attribute.implied
    if found.is_boolean or (attribute.annotation is None and implied == "bool"):
        clause = flags.clause(attribute.name, thing, state=True)
        suffix = ", or None" if found.optional else ""
        return prose.sentence(f"whether {clause}{suffix}") if clause else "True or false."
    noun = parameters.name(attribute.name) or f"the `{attribute.name}`"
    if attribute.value is not None and attribute.value in given:
        return given[attribute.value]
    phrase = _typed(attribute, noun, found, thing)
    if found.optional and "None" not in phrase:
        phrase += ", or None"
    return prose.sentence(phrase) or "A value."


def _typed(attribute: Attribute, noun: str, found: types.Type, thing: str) -> str:
    if found.one and found.one != "None":
        return parameters.typed(attribute.name, found, None)
    value = attribute.value if attribute.value is not None else attribute.default
    told = _initial(value) if value else None
    if told:
        return f"{noun}, {told}"
    return f"{noun} of {thing}" if thing and attribute.kind != "constant" else noun


def _member(attribute: Attribute) -> str:
    value = prose.code(attribute.default or "")
    if value is None or "auto()" in value:
        noun = phrases.noun(words.split(attribute.name.lower()), "")
        return prose.sentence(f"the member `{attribute.name}`" if not noun else f"the case {noun}")
    return f"The member with the value {value}."


def _initial(value: str) -> str | None:
    """Return what an attribute is at first, where its value says so."""
    node = expressions.parse(value)
    if isinstance(node, ast.Constant):
        return _FIRST.get(repr(node.value)) or _quoted_first(value)
    if isinstance(node, (ast.Dict, ast.List, ast.Set, ast.Tuple)):
        items = node.keys if isinstance(node, ast.Dict) else node.elts
        kind = _DISPLAYS[type(node)]
        return f"{kind}, empty at first" if not items else kind
    if isinstance(node, ast.Call) and (name := expressions.dotted(node.func)):
        last = name.rpartition(".")[2]
        if name in _EMPTY and not node.args:
            return f"{_EMPTY[name]}, empty at first"
        if last[:1].isupper() and not last.isupper():
            return types.describe(name).one
    return None


_FIRST = {"None": "None at first", "True": "true at first", "False": "false at first"}
_DISPLAYS: dict[type[ast.expr], str] = {
    ast.Dict: "a dictionary", ast.List: "a list", ast.Set: "a set", ast.Tuple: "a tuple",
}  # fmt: skip
_EMPTY = {"dict": "a dictionary", "list": "a list", "set": "a set"}


def _quoted_first(value: str) -> str | None:
    quoted = prose.code(value)
    return f"{quoted} at first" if quoted else None

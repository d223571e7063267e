"""Attributes and constants in words: from comment, annotation, value and name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping

from docstring_lsp.providers.adapters.static import (
    expressions,
    flags,
    naming,
    parameters,
    prose,
    types,
    words,
)
from docstring_lsp.source.facts import Attribute, ClassFacts, FunctionFacts, ModuleFacts


def of_class(facts: ClassFacts) -> Mapping[str, str]:
    """Return a description for each attribute of a class."""
    thing = parameters.thing(facts.name)
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
    source = attribute.value if attribute.value is not None else attribute.name
    settled = ("Whether ", "How ", "The name of ", "The time ")
    if source in given and (attribute.kind == "field" or given[source].startswith(settled)):
        return given[source]
    found = types.describe(attribute.annotation)
    implied = attribute.implied
    if found.is_boolean or (attribute.annotation is None and implied == "bool"):
        clause = flags.clause(attribute.name, thing, state=True)
        suffix = ", or None" if found.optional else ""
        return prose.sentence(f"whether {clause}{suffix}") if clause else "True or false."
    parts = words.split(attribute.name.lower() if attribute.name.isupper() else attribute.name)
    if attribute.annotation is None and len(parts) > 1 and parts[0] in _ASKING:
        clause = flags.clause(attribute.name, thing, state=True)
        return prose.sentence(f"whether {clause}")
    noun = naming.name(attribute.name, given=False) or f"the `{attribute.name}`"
    phrase = _typed(attribute, noun, found, thing)
    given_none = source in given and given[source].endswith(", or None.")
    if (found.optional or given_none) and "None" not in phrase:
        phrase += ", or None"
    return prose.sentence(phrase) or "A value."


def _typed(attribute: Attribute, noun: str, found: types.Type, thing: str) -> str:
    if found.one and found.one != "None":
        return parameters.typed(attribute.name, found)
    value = attribute.value if attribute.value is not None else attribute.default
    made = _made(value) if value else None
    if made is not None and made.one:
        return parameters.typed(attribute.name, made)
    told = _initial(value, _WHEN[attribute.kind]) if value else None
    if told and attribute.kind == "constant" and "`" in noun:
        return told if told[:2] in ("a ", "an") else f"the value {told}"
    if told:
        return f"{noun}, {told}"
    if thing in ("", parameters.ERROR) or attribute.kind == "constant":
        return noun
    if noun.startswith("the value of"):
        noun = f"the `{attribute.name}`"
    return parameters.of_thing(noun, thing)


_ASKING = frozenset({"is", "has", "can", "should", "supports", "uses"})


def _member(attribute: Attribute) -> str:
    if attribute.alias and (other := prose.code(attribute.alias)):
        return f"Another name for {other}."
    value = prose.code(attribute.default or "")
    if value is None or "auto()" in value:
        return (
            f"The member {prose.code(attribute.name) or 'of that name'}, with a value of its own."
        )
    return f"The member with the value {value}."


_WHEN = {"instance": " at first", "class": " by default", "field": " by default"} | dict.fromkeys(
    ("constant", "member"), ""
)


def _initial(value: str, when: str) -> str | None:
    """Return what an attribute is at first, where its value says so."""
    node = expressions.parse(value)
    if isinstance(node, ast.Constant):
        return _literal(value, when)
    if isinstance(node, (ast.Dict, ast.List, ast.Set, ast.Tuple)):
        items = node.keys if isinstance(node, ast.Dict) else node.elts
        kind = _DISPLAYS[type(node)]
        return kind if items else f"{kind}, empty{when}"
    if isinstance(node, ast.Call) and not node.args:
        name = expressions.dotted(node.func)
        return f"{_EMPTY[name]}, empty{when}" if name in _EMPTY else None
    return None


_DISPLAYS: dict[type[ast.expr], str] = {
    ast.Dict: "a dictionary", ast.List: "a list", ast.Set: "a set", ast.Tuple: "a tuple",
}  # fmt: skip
_EMPTY = {"dict": "a dictionary", "list": "a list", "set": "a set"}


def _made(value: str) -> types.Type | None:
    """Return the class that a value is made from, as in ``Lock()``."""
    node = expressions.parse(value)
    name = expressions.dotted(node.func) if isinstance(node, ast.Call) else None
    if name is None:
        return None
    last = name.rpartition(".")[2].lstrip("_")
    return types.describe(name) if last[:1].isupper() and not last.isupper() else None


_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _literal(value: str, when: str) -> str | None:
    if value in ("None", "True", "False") or _NUMBER.fullmatch(value):
        return f"{value if value == 'None' else value.lower()}{when}"
    quoted = prose.code(value)
    return f"{quoted}{when}" if quoted else None

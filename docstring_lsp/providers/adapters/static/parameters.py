"""Parameters in words: from name, annotation, default and use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docstring_lsp.providers.adapters.static import (
    dunders,
    flags,
    instances,
    naming,
    objects,
    phrases,
    prose,
    tables,
    types,
    uses,
    verbs,
    well_known,
    words,
)
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, Parameter, ParameterKind


@dataclass(frozen=True, slots=True)
class _Context:
    """What surrounds a parameter: the act it serves, or the thing it becomes part of."""

    function: str
    verb: str = ""
    object: phrases.Words = ()
    thing: str = ""
    names: frozenset[str] = frozenset()
    first: str = ""


_CONSTRUCTORS = frozenset({"__init__", "__new__", "__post_init__"})


def of_function(facts: FunctionFacts) -> Mapping[str, str]:
    """Return a description for each parameter of a function."""
    if facts.name in _CONSTRUCTORS and facts.owner is not None:
        return _each(facts.parameters, _constructed(facts.owner.name, facts.parameters))
    verb, rest = "", phrases.NOTHING
    opened = phrases.opening_verb(words.split(facts.name), returns=facts.returns is not None)
    if opened is not None and not facts.is_test and not dunders.is_dunder(facts.name):
        verb, rest = opened
    context = _Context(
        function=facts.name,
        verb=verb,
        object=phrases.expand(rest),
        names=frozenset(p.name for p in facts.parameters),
        first=objects.acted_on(facts.parameters, verb) or "",
    )
    return _each(facts.parameters, context)


def of_class(facts: ClassFacts) -> Mapping[str, str]:
    """Return a description for each parameter that makes an instance."""
    return _each(facts.parameters, _constructed(facts.name, facts.parameters))


def known_types(parameters: Sequence[Parameter]) -> tuple[tuple[str, str], ...]:
    """Return what conditions may say of the parameters, as `conditions.describe` takes it."""
    known: list[tuple[str, str]] = []
    for parameter in parameters:
        if parameter.label != parameter.name:
            known.append((parameter.name, "container"))
            continue
        found = types.describe(parameter.annotation or parameter.implied)
        if found.has_length:
            optional = found.optional or parameter.default == "None"
            known.append((parameter.name, "optional" if optional else "container"))
        elif found.is_boolean:
            known.append((parameter.name, "flag"))
        elif parameter.default == "None":
            known.append((parameter.name, "given"))
    return tuple(known)


ERROR = "the error"
"""What an instance of an exception is called: "the errors of the error" is not said of it."""


def _constructed(name: str, parameters: Sequence[Parameter]) -> _Context:
    return _Context("__init__", thing=thing(name), names=frozenset(p.name for p in parameters))


def thing(class_name: str) -> str:
    """Return what an instance of a class is called."""
    if class_name.endswith(("Error", "Exception", "Warning")):
        return ERROR
    said = instances.instance(class_name)
    return said if said.count(" ") < 4 else "the instance"


def _each(parameters: Sequence[Parameter], context: _Context) -> Mapping[str, str]:
    described = {}
    for position, parameter in enumerate(parameters):
        special = dunders.parameter(context.function, parameter.name, position)
        described[parameter.name] = special or _describe(parameter, context)
    return described


def _describe(parameter: Parameter, context: _Context) -> str:
    if parameter.comment and (said := prose.plain(parameter.comment)):
        return said
    if parameter.kind in (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD):
        return uses.variadic(parameter)
    found = types.describe(parameter.annotation)
    if _is_state_to_set(parameter.name, context):
        return f"Whether it is {parameter.name}."
    if _is_switch(parameter, found):
        clause = flags.clause(parameter.name, context.thing)
        suffix = ", or None" if found.optional or parameter.default == "None" else ""
        return prose.sentence(f"whether {clause}{suffix}" if clause else f"true or false{suffix}")
    none = found.optional or parameter.default == "None"
    suffix = ", or None" if none else ""
    known = well_known.parameter(parameter, found, context.names)
    if known:
        return prose.sentence(known + suffix)
    return prose.sentence(_phrase(parameter, found, context) + suffix)


def _is_state_to_set(name: str, context: _Context) -> bool:
    """Return whether a parameter is what ``set_blocking`` sets."""
    return context.verb == "set" and context.object == (name,) and phrases.is_state(name)


def _is_switch(parameter: Parameter, found: types.Type) -> bool:
    """Return whether a parameter is a boolean by type, by default, or by name and use."""
    if parameter.annotation is not None:
        return found.is_boolean
    if parameter.implied is not None and parameter.implied != "None":
        known = parameter.name in flags.KNOWN and parameter.default in ("0", "1")
        return parameter.implied == "bool" or known
    kinds = {use.kind for use in parameter.uses}
    if not parameter.default and kinds and kinds <= {"tested", "stored"} and "tested" in kinds:
        parts = words.split(parameter.name)
        return bool(parts) and (
            words.is_adjective(parts[-1]) or parts[0] in ("is", "has", "should")
        )
    return False


def _phrase(parameter: Parameter, found: types.Type, context: _Context) -> str:
    noun = naming.name(parameter.name)
    if _is_object(parameter, context):
        if context.verb in _LOOKUPS and not context.object and parameter.name in objects.PLACES:
            return f"{noun or 'the value'} to look up"
        verb = verbs.WITH_PREPOSITION.get(context.verb, context.verb)
        return f"{noun or 'the value'} to {verb if not context.object else context.verb}"
    acted = uses.acted(parameter, noun or "the value")
    if acted:
        return acted
    kept = not parameter.uses or any(map(uses.is_stored, parameter.uses))
    if context.thing == ERROR and kept:
        return typed(parameter.name, found)
    if context.thing and kept:
        if noun is None or noun.startswith("the value of"):
            noun = f"the `{parameter.name}`"
        return of_thing(noun, context.thing)
    used = uses.related(parameter, noun or "the value", found, context.names)
    if used:
        return used
    return typed(parameter.name, found)


def of_thing(noun: str, thing: str) -> str:
    """Return a noun as part of a thing, but for one that is in the thing's own name."""
    return noun if f" {thing} ".count(f" {noun.removeprefix('the ')} ") else f"{noun} of {thing}"


def _is_object(parameter: Parameter, context: _Context) -> bool:
    """Return whether a function's verb acts on the parameter, by the function's name."""
    if not context.verb or context.verb in _NO_OBJECT:
        return False
    spelt = phrases.expand(words.split(parameter.name))
    if context.object:
        return bool(spelt) and spelt in (context.object, _bent(context.object))
    return parameter.name == context.first


def _bent(noun: phrases.Words) -> phrases.Words:
    last = noun[-1]
    return (*noun[:-1], words.singular(last) if words.is_plural(last) else words.plural(last))


_LOOKUPS = frozenset({"find", "fetch", "look up", "retrieve", "pop"})
_NO_OBJECT = tables.listed("""
    get return create make build generate run close open start stop iterate do initialize
    reset clear finish go retry
    """) | {"iterate over", "set up", "tear down", "shut down"}


def typed(identifier: str, found: types.Type) -> str:
    """Return a name with the plain truth of its type."""
    noun = naming.name(identifier)
    if found.one and found.one != "None":
        if noun is None or _says_the_same(noun, found.one):
            return found.one
        return f"{noun}, {found.one}"
    return noun or f"the value `{identifier}`"


def _says_the_same(noun: str, one: str) -> bool:
    bare = one.split(" ", 1)[-1].strip("`").rpartition(".")[2]
    return noun.removeprefix("the ").lower() in (
        " ".join(words.split(bare)).lower(),
        " ".join(phrases.expand(words.split(bare))).lower(),
    )

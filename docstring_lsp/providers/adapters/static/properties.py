"""Summaries of properties: noun phrases for getters, imperatives for setters and deleters."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import (
    flags,
    instances,
    naming,
    phrases,
    predicates,
)
from docstring_lsp.source.facts import FunctionFacts


def candidates(facts: FunctionFacts, parts: phrases.Words) -> Iterator[str | None]:
    """Return summaries for a property's getter, setter or deleter, the best first."""
    thing = parts[1:] if len(parts) > 1 and parts[0] == "get" else parts
    if not thing:
        yield f"the value of `{facts.name}`"
        return
    noun = naming.name("_".join(thing)) or f"`{facts.name}`"
    if noun.startswith("the value of"):
        noun = f"`{facts.name}`"
    if facts.accessor in ("setter", "deleter"):
        yield f"{'set' if facts.accessor == 'setter' else 'delete'} {noun}"
        return
    owner = instances.instance(facts.owner.name) if facts.owner else ""
    opening = "" if _is_known_property(facts) else "return "
    returns = facts.returns
    boolean = returns is not None and "bool" in (returns.annotation, returns.implied)
    if boolean:
        yield f"{opening}whether {flags.clause(facts.name, owner, state=True)}"
    clause = predicates.asked(parts, owner or "it", boolean=False)
    if clause and (returns is None or returns.annotation is None):
        yield f"{opening}whether {clause}"
    noun = f"the {noun}" if noun.startswith("`") else noun
    if owner and len(thing) < 3:
        yield f"{opening}{noun} of {owner}"
    yield f"{opening}{noun}"


def _is_known_property(facts: FunctionFacts) -> bool:
    """Return whether the usual judges see a property, which alone may open with a noun."""
    return any((mark.origin or mark.name) in _KNOWN for mark in facts.decorators)


_KNOWN = frozenset(
    {"property", "functools.cached_property", "abc.abstractproperty", "builtins.property"}
    | {"enum.property", "types.DynamicClassAttribute"}
)

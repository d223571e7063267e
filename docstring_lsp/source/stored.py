"""Facts as plain values and back: what is kept of a definition, so that it is not read again.

A value of facts is told by its class's name and its fields in order, so what is kept holds for
one state of this program only. Must not know where it is kept.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from docstring_lsp.source import facts as model
from docstring_lsp.source.facts import ClassFacts, FunctionFacts, ParameterKind


def stored(value: Any) -> Any:
    """Return facts, or a part of them, as values that JSON has."""
    if isinstance(value, ParameterKind):
        return {"": value.value}
    if isinstance(value, tuple):
        return [stored(each) for each in value]
    if is_dataclass(value):
        kind: type = type(value)
        return {kind.__name__: [stored(getattr(value, name)) for name in _names(kind)]}
    return value


def restored(value: Any) -> FunctionFacts | ClassFacts:
    """Return the facts that were stored.

    Raises:
        ValueError: If these are none.
    """
    try:
        found = _restored(value)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"these are no facts: {error}") from None
    if not isinstance(found, (FunctionFacts, ClassFacts)):
        raise ValueError("these are no facts")
    return found


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(each) for each in value)
    if not isinstance(value, dict):
        return value
    ((name, told),) = value.items()
    if not name:
        return ParameterKind(told)
    kind = _kinds()[name]
    return kind(**dict(zip(_names(kind), map(_restored, told), strict=True)))


@cache
def _kinds() -> dict[str, type]:
    own = {name: kind for name, kind in vars(model).items() if isinstance(kind, type)}
    return {name: kind for name, kind in own.items() if is_dataclass(kind)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

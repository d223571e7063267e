"""Local names: what each was last bound to, on each of the paths that lead to a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import dotted


class Unread(Enum):
    """What a name may be bound to without an expression that says it."""

    GIVEN = "what the caller gave"
    FILLED = "what stands in where the caller gave nothing"
    UNKNOWN = "something of which nothing is known"


GIVEN, FILLED, UNKNOWN = Unread.GIVEN, Unread.FILLED, Unread.UNKNOWN


@dataclass(frozen=True, slots=True)
class Caught:
    """What ``except … as name`` binds: an exception of one of these types."""

    types: tuple[str, ...]


Values = tuple["cst.BaseExpression | Caught | Unread", ...]
State = dict[str, Values]
Changes = tuple[tuple[str, bool], ...]

_SAME = frozenset(
    {"list", "tuple", "set", "frozenset", "dict", "str", "float", "Path", "pathlib.Path"}
    | {"os.fspath", "fspath", "operator.index", "np.asarray", "numpy.asarray", "typing.cast"}
)
"""Calls that give what they are given, as another type at most."""


class Names:
    """What the local names of a function are bound to.

    Args:
        parameters: The names of its parameters, which the caller binds.

    Attributes:
        parameters: The same.
    """

    def __init__(self, parameters: Iterable[str] = ()) -> None:
        self._bound: State = dict.fromkeys(parameters, (GIVEN,))
        self.parameters = tuple(self._bound)

    def __contains__(self, name: str) -> bool:
        return name in self._bound

    def values(self, name: str) -> Values:
        """Return what a name may be bound to; nothing where that is not known."""
        return self._bound.get(name, ())

    def expressions(self, name: str) -> tuple[cst.BaseExpression, ...]:
        """Return the expressions a name may be bound to, if it is bound to nothing else."""
        values = self.values(name)
        kept = tuple(v for v in values if not isinstance(v, (Caught, Unread)))
        return kept if len(kept) == len(values) else ()

    def changed(self) -> Changes:
        """Return the parameters that may no longer be what the caller gave.

        With each whether something has only been filled in where nothing was given.
        """
        bound = self._bound
        changes = [(name, bound[name]) for name in self.parameters if bound[name] != (GIVEN,)]
        return tuple((name, FILLED in values) for name, values in changes)

    def bind(self, name: str, value: cst.BaseExpression | Caught) -> None:
        """Bind a name; to what another name is bound to, if that is its value."""
        if _gives(value, name):
            return
        known = self._bound.get(value.value) if type(value) is cst.Name else None
        if known is not None and GIVEN in known:
            known = (UNKNOWN,)
        self._bound[name] = known or (value,)

    def forget(self, name: str) -> None:
        """Make nothing known of a name."""
        self._bound[name] = (UNKNOWN,)

    def define(self, name: str) -> None:
        """Bind a name to a function or class of that name."""
        if name in self.parameters:
            self.forget(name)
        else:
            self._bound.pop(name, None)

    def fill(self, name: str) -> None:
        """Note that a name was bound where the caller had given None, and only there."""
        self._bound[name] = (GIVEN, FILLED)

    def vary(self, names: Iterable[str]) -> None:
        """Note that parameters may be bound to something else, in an earlier turn of a loop."""
        for name in self.parameters:
            if name in names and UNKNOWN not in self._bound[name]:
                self._bound[name] = (*self._bound[name], UNKNOWN)

    def state(self) -> State:
        """Return a copy of what is bound."""
        return dict(self._bound)

    def restore(self, state: State) -> None:
        """Go back to a state."""
        self._bound = dict(state)

    def join(self, states: Iterable[State]) -> None:
        """Bind each name to what any of the paths that meet here have bound it to."""
        paths = list(states)
        if len(paths) < 2:
            self._bound = dict(paths[0]) if paths else self._bound
            return
        joined: dict[str, dict[int, Any]] = {}
        for state in paths:
            for name, values in state.items():
                joined.setdefault(name, {}).update((id(each), each) for each in values)
        self._bound = {name: tuple(values.values()) for name, values in joined.items()}


def _gives(value: cst.BaseExpression | Caught, name: str) -> bool:
    """Return whether a value is what the name stands for already: ``tuple(names)``."""
    if type(value) is cst.Name:
        return value.value == name
    if type(value) is not cst.Call or not value.args or dotted(value.func) not in _SAME:
        return False
    return dotted(value.args[0].value) == name and not value.args[0].star


def bound_in(body: cst.CSTNode) -> frozenset[str]:
    """Return the names that a block or a handler binds, those of nested blocks included."""
    found: set[str] = set()
    stack: list[Any] = [body]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is cst.Assign:
            pending = [target.target for target in node.targets]
        elif kind in _BINDERS:
            pending = [node.target]
        else:
            pending = []
            for part in _PARTS.get(kind, ()):
                child = getattr(node, part)
                if child is not None:
                    stack.extend(child if isinstance(child, (list, tuple)) else (child,))
        for target in pending:
            found.update(each.value for each in targets(target) if type(each) is cst.Name)
        if kind is cst.For:
            stack.append(node.body)
    return frozenset(found)


_BINDERS = (cst.AnnAssign, cst.AugAssign, cst.Del, cst.For, cst.NamedExpr)
_PARTS: dict[type, tuple[str, ...]] = {
    cst.IndentedBlock: ("body",),
    cst.SimpleStatementLine: ("body",),
    cst.SimpleStatementSuite: ("body",),
    cst.If: ("test", "body", "orelse"),
    cst.Else: ("body",),
    cst.While: ("test", "body", "orelse"),
    cst.With: ("body",),
    cst.Try: ("body", "handlers", "orelse", "finalbody"),
    cst.ExceptHandler: ("body",),
    cst.Finally: ("body",),
    cst.Match: ("cases",),
    cst.MatchCase: ("body",),
    cst.Comparison: ("left",),
}


def targets(target: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield the names, attributes and items that an assignment's target is made of."""
    stack: list[Any] = [target]
    while stack:
        node = stack.pop()
        if isinstance(node, (cst.Tuple, cst.List)):
            stack.extend(element.value for element in reversed(node.elements))
        else:
            yield node

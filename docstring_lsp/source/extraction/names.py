"""Local names: what each was last bound to, on each of the paths that lead to a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import libcst as cst


@dataclass(frozen=True, slots=True)
class Caught:
    """What ``except … as name`` binds: an exception of one of these types."""

    types: tuple[str, ...]


Values = tuple["cst.BaseExpression | Caught", ...]
State = dict[str, Values]


class Names:
    """What the local names of a function are bound to."""

    def __init__(self) -> None:
        self._bound: State = {}

    def __contains__(self, name: str) -> bool:
        return name in self._bound

    def values(self, name: str) -> Values:
        """Return what a name may be bound to; nothing where that is not known."""
        return self._bound.get(name, ())

    def expressions(self, name: str) -> tuple[cst.BaseExpression, ...]:
        """Return the expressions a name may be bound to, if it is bound to nothing else."""
        values = self.values(name)
        kept = tuple(value for value in values if not isinstance(value, Caught))
        return kept if len(kept) == len(values) else ()

    def bind(self, name: str, value: cst.BaseExpression | Caught) -> None:
        """Bind a name; to what another name is bound to, if that is its value."""
        known = self._bound.get(value.value) if isinstance(value, cst.Name) else None
        self._bound[name] = known or (value,)

    def forget(self, name: str) -> None:
        """Make nothing known of a name."""
        self._bound.pop(name, None)

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


def targets(target: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield the names, attributes and items that an assignment's target is made of."""
    stack: list[Any] = [target]
    while stack:
        node = stack.pop()
        if isinstance(node, (cst.Tuple, cst.List)):
            stack.extend(element.value for element in reversed(node.elements))
        else:
            yield node

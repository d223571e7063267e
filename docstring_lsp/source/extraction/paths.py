"""Paths: how a block may end, and what must hold for a statement to be reached."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from docstring_lsp.source.extraction.catching import catches
from docstring_lsp.source.extraction.code import code, condition
from docstring_lsp.source.facts import Guard, GuardKind

FALLS, RETURNS, RAISES, BREAKS, CONTINUES = 1, 2, 4, 8, 16
"""How a block of statements may end; a block that may end in several ways has several bits."""


class Condition:
    """A guard whose text is made when it is first asked for.

    Args:
        kind: The guard's kind.
        nodes: What its text is made of; those that are None are left out.
    """

    __slots__ = ("_guard", "_kind", "_nodes")

    def __init__(self, kind: GuardKind, *nodes: cst.CSTNode | str | None) -> None:
        self._kind, self._nodes = kind, nodes
        self._guard: Guard | None = None

    def guard(self) -> Guard:
        """Return the guard."""
        if self._guard is None:
            parts = [_text(node) for node in self._nodes if node is not None]
            text = _FORMATS.get((self._kind, len(parts)), "{}").format(*parts)
            self._guard = Guard(self._kind, text)
        return self._guard


_FORMATS = {("for", 2): "{} in {}", ("case", 2): "{}: {}", ("case", 3): "{}: {} if {}"}


def _text(node: cst.CSTNode | str) -> str:
    if isinstance(node, str):
        return node
    return condition(node) if isinstance(node, cst.BaseExpression) else code(node)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands.

    Attributes:
        guards: What must hold for it to be reached, outermost first.
        catchers: The types that the ``try`` statements around it catch, outermost first.
        handled: The types the handler around it has caught; None outside of one, none where
            it does not say.
        sure: Whether it is reached whatever happens.
    """

    guards: tuple[Condition, ...] = ()
    catchers: tuple[tuple[str, ...], ...] = ()
    handled: tuple[str, ...] | None = None
    sure: bool = True

    def under(self, *guards: Condition) -> Place:
        """Return the place inside, where these hold too."""
        return Place((*self.guards, *guards), self.catchers, self.handled, False)

    def inside(self, caught: tuple[str, ...]) -> Place:
        """Return the place inside, where these exceptions are caught."""
        return Place(self.guards, (*self.catchers, caught), self.handled, self.sure)

    def handling(self, caught: tuple[str, ...]) -> Place:
        """Return the place in the handler that has caught these."""
        return Place(self.guards, self.catchers, caught, False)

    def unsure(self) -> Place:
        """Return the same place, reached on some paths only."""
        return Place(self.guards, self.catchers, self.handled, False)

    def lets_through(self, exception: str) -> bool:
        """Return whether an exception raised here is not known to be caught."""
        return not any(catches(each, exception) for group in self.catchers for each in group)

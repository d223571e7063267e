"""Paths: how a block may end, and what must hold for a statement to be reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from docstring_lsp.source.extraction.catching import catches
from docstring_lsp.source.extraction.code import code, condition
from docstring_lsp.source.extraction.names import Changes
from docstring_lsp.source.facts import Guard, GuardKind

FALLS, RETURNS, RAISES, BREAKS, CONTINUES = 1, 2, 4, 8, 16
"""How a block of statements may end; a block that may end in several ways has several bits."""


class Condition:
    """A guard whose text is made when it is first asked for.

    Args:
        kind: The guard's kind.
        nodes: What its text is made of; those that are None are left out.
        raised: Whether what happens otherwise is that another exception leaves.
        changed: The parameters that may no longer be what the caller gave.

    Attributes:
        raised: The same.
        tells: Whether it says by itself when a statement is reached.
    """

    __slots__ = ("_changed", "_guard", "_kind", "_nodes", "raised", "tells")

    def __init__(
        self,
        kind: GuardKind,
        *nodes: cst.CSTNode | str | None,
        raised: bool = False,
        changed: Changes = (),
    ) -> None:
        self._kind, self._nodes, self._changed = kind, nodes, changed
        self.raised = raised
        self.tells = bool(nodes) and kind != "for"
        self._guard: Guard | None = None

    def guard(self) -> Guard:
        """Return the guard."""
        if self._guard is None:
            parts = [_text(node) for node in self._nodes if node is not None]
            text = _FORMATS.get((self._kind, len(parts)), "{}").format(*(parts or ("",)))
            changed = tuple(
                name
                for name, filled in self._changed
                if names_it(text, name) and not (filled and _asks_of_a_value(text, name))
            )
            self._guard = Guard(self._kind, text, changed)
        return self._guard


_FORMATS = {("for", 2): "{} in {}", ("case", 2): "{}: {}", ("case", 3): "{}: {} if {}"}


def _text(node: cst.CSTNode | str) -> str:
    if isinstance(node, str):
        return node
    return condition(node) if isinstance(node, cst.BaseExpression) else code(node)


def names_it(text: str, name: str) -> bool:
    """Return whether a name stands in the text of a condition, other than as an attribute."""
    return name in text and re.search(rf"(?<![\w.]){re.escape(name)}\b", text) is not None


def _asks_of_a_value(text: str, name: str) -> bool:
    """Return whether a condition can only be asked of a name that is not None."""
    name = re.escape(name)
    return (
        re.search(rf"\b{name}\s*[<>]|[<>]=?\s*{name}\b|\b(?:len|isinstance)\({name}\b", text)
        is not None
    )


def told(conditions: Sequence[Condition], *further: Guard) -> tuple[Guard, ...]:
    """Return the guards that conditions are, each once.

    That an earlier ``raise`` was not come to is left out where anything else is told: otherwise
    the tenth check of a function would repeat the nine before it.
    """
    telling = bool(further) or any(each.tells and not each.raised for each in conditions)
    kept = [
        each.guard() for each in conditions if not (each.raised and (telling or not each.tells))
    ]
    return tuple(dict.fromkeys((*kept, *further)))


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
        if not guards:
            return self
        return Place((*self.guards, *guards), self.catchers, self.handled, False)

    def inside(self, caught: tuple[str, ...]) -> Place:
        """Return the place inside, where these exceptions are caught."""
        return Place(self.guards, (*self.catchers, caught), self.handled, self.sure)

    def handling(self, caught: tuple[str, ...]) -> Place:
        """Return the place in the handler that has caught these."""
        return Place(self.guards, self.catchers, caught, False)

    def lets_through(self, exception: str) -> bool:
        """Return whether an exception raised here is not known to be caught."""
        return not any(catches(each, exception) for group in self.catchers for each in group)

"""Branches and loops: takes ``if``, ``for``, ``while`` and ``match``, tells what holds in them.

Must not know what is caught; `docstring_lsp.source.extraction.flow` walks the blocks inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import code, dotted
from docstring_lsp.source.extraction.names import State, bound_in
from docstring_lsp.source.extraction.paths import (
    BREAKS,
    CONTINUES,
    FALLS,
    RAISES,
    RETURNS,
    Condition,
    Place,
)
from docstring_lsp.source.extraction.patterns import captures, disjoint, is_total
from docstring_lsp.source.extraction.statements import Statements
from docstring_lsp.source.facts import Guard

_LEAVES = RETURNS | RAISES | BREAKS | CONTINUES


class Branching(Statements):
    """Walks the statements that decide which of their blocks is come to, and how often."""

    def block(self, body: cst.BaseSuite, place: Place, after: list[Condition]) -> int:
        """Walk statements in order and return how they may end."""
        raise NotImplementedError

    def _condition(self, kind: Any, *nodes: Any) -> Condition:
        return Condition(kind, *nodes, changed=self.names.changed())

    def branch(self, node: cst.If, place: Place, after: list[Condition]) -> int:
        """Walk an ``if`` with its branches and return how it may end."""
        place, ends = place.under(*after), 0
        negated: list[Condition] = []
        branches: list[tuple[cst.BaseExpression | None, int, Sequence[Any]]] = []
        states: list[State] = []
        current: Any = node
        while type(current) is cst.If:
            self.expressions.test(current.test)
            self.expressions.scan(current.test)
            changed = self.names.changed()
            before = self.names.state()
            here = Condition("if", current.test, changed=changed)
            end = self.block(current.body, place.under(*negated, here), [])
            if end & FALLS:
                states.append(self.names.state())
            self.names.restore(before)
            ends |= end
            raised = end == RAISES and not place.catchers
            negated.append(Condition("else", current.test, raised=raised, changed=changed))
            branches.append((current.test, end, changed))
            current = current.orelse
        end = FALLS
        if current is not None:
            end = self.block(current.body, place.under(*negated), [])
            branches.append((None, end, ()))
        if end & FALLS:
            states.append(self.names.state())
        ends |= end
        self.names.join(states)
        if len(branches) == 1:
            self._fill(node)
        if ends & FALLS:
            after.extend(_left_by(branches, caught=bool(place.catchers)))
        return ends

    def _fill(self, node: cst.If) -> None:
        """Note ``if x is None: x = …``, after which `x` is still what was given, if it was."""
        test = node.test
        if type(test) is not cst.Comparison or type(test.left) is not cst.Name:
            return
        target = test.comparisons[0]
        name = test.left.value
        if type(target.operator) is cst.Is and dotted(target.comparator) == "None":
            values = self.names.values(name)
            if len(values) > 1 and any(name == each for each, _ in self.names.changed()):
                self.names.fill(name)

    def wait(self, node: cst.While, place: Place, after: list[Condition]) -> int:
        """Walk a ``while`` and return how it may end."""
        self.names.vary(bound_in(node.body))
        self.expressions.test(node.test)
        self.expressions.scan(node.test)
        endless = dotted(node.test) == "True" or code(node.test) == "1"
        place = place.under(*after)
        inside = place if endless else place.under(self._condition("while", node.test))
        return self._loop(node, inside, place, after, falls=not endless)

    def go_through(self, node: cst.For, place: Place, after: list[Condition]) -> int:
        """Walk a ``for`` and return how it may end."""
        self.expressions.use(node.iter, "iterated")
        self.expressions.scan(node.iter)
        place = place.under(*after)
        inside = place.under(self._condition("for", node.target, node.iter))
        self.names.vary(bound_in(node.body))
        self._unbind(node.target)
        return self._loop(node, inside, place, after, falls=True)

    def _loop(
        self, node: Any, inside: Place, place: Place, after: list[Condition], *, falls: bool
    ) -> int:
        before, mark = self.names.state(), len(self.found.raises)
        warned = len(self.found.warns)
        end = self.block(node.body, inside, [])
        if end & (RETURNS | BREAKS):
            # An earlier turn may have left, so that the guards are not enough.
            self.doubt(mark, warned)
        self.names.join([before, self.names.state()])
        exhausted = FALLS
        if node.orelse is not None:
            unless = [Condition("maybe")] if end & BREAKS else []
            if end & RETURNS:
                unless.append(Condition("after"))
            there = place.under(*unless)
            exhausted = self.block(node.orelse.body, there, [])
        kept = end & (RETURNS | RAISES) | (FALLS if end & BREAKS else 0)
        ends = kept | exhausted if falls else kept
        self.left_somehow(ends, after, place)
        return ends

    def doubt(self, mark: int, warned: int | None = None) -> None:
        """Note of the raises and warnings since their marks that their guards are not enough."""
        for at in range(len(self.found.warns) if warned is None else warned, len(self.found.warns)):
            warn = self.found.warns[at]
            guards = tuple(dict.fromkeys((*warn.guards, Guard("maybe", ""))))
            self.found.warns[at] = replace(warn, guards=guards)
        for at in range(mark, len(self.found.raises)):
            each = self.found.raises[at]
            guards = tuple(dict.fromkeys((*each.guards, Guard("maybe", ""))))
            self.found.raises[at] = replace(each, guards=guards, always=False)

    def left_somehow(self, ends: int, after: list[Condition], place: Place) -> None:
        """Note that a statement that may be fallen through may also have left."""
        caught = bool(place.catchers)
        if ends & FALLS and ends & _LEAVES:
            after.append(Condition("after", raised=ends & _LEAVES == RAISES and not caught))

    def choose(self, node: cst.Match, place: Place, after: list[Condition]) -> int:
        """Walk a ``match`` and return how it may end."""
        self.expressions.scan(node.subject)
        place, ends, total = place.under(*after), 0, False
        states: list[State] = []
        for index, case in enumerate(node.cases):
            before, changed = self.names.state(), self.names.changed()
            for name in captures(case.pattern):
                self.names.forget(name)
            if case.guard is not None:
                self.expressions.scan(case.guard)
            here = Condition("case", node.subject, case.pattern, case.guard, changed=changed)
            earlier = node.cases[:index]
            clear = is_total(case) or all(disjoint(each.pattern, case.pattern) for each in earlier)
            unmatched = [] if clear else [Condition("unmatched")]
            end = self.block(case.body, place.under(*unmatched, here), [])
            if end & FALLS:
                states.append(self.names.state())
            self.names.restore(before)
            ends |= end
            total = total or is_total(case)
        if not total:
            ends |= FALLS
            states.append(self.names.state())
        self.names.join(states)
        self.left_somehow(ends, after, place)
        return ends


def _left_by(branches: Sequence[tuple[Any, int, Any]], *, caught: bool) -> list[Condition]:
    """Return what must not have left for the code after an ``if`` to be reached.

    A branch that always leaves tells its condition, as long as every branch in front of it
    leaves too; all else leaves in a way that no single condition tells.

    Args:
        branches: Of each its test, how it ends, and the parameters changed before it.
        caught: Whether an exception raised in them may be caught around them.
    """
    found: list[Condition] = []
    falling: list[tuple[Any, int, Any]] = []
    untold = 0
    for test, end, changed in branches:
        if end & FALLS:
            falling.append((test, end, changed))
            untold |= end & _LEAVES
        elif test is None and len(falling) == 1 and falling[0][1] == FALLS:
            found.append(Condition("if", falling[0][0], changed=falling[0][2]))
        elif test is None or falling:
            untold |= end
        else:
            raised = end == RAISES and not caught
            found.append(Condition("after", test, raised=raised, changed=changed))
    if untold:
        found.append(Condition("after", raised=untold == RAISES and not caught))
    return found

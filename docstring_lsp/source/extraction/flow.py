"""The walk over a function's blocks: what leaves it, on which paths, under which conditions.

Takes a function's body; gives a `Flow`. Must not know signatures, decorators or classes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.assigned import assigned
from docstring_lsp.source.extraction.catching import caught_types, suppressed_types
from docstring_lsp.source.extraction.code import code, dotted
from docstring_lsp.source.extraction.names import Caught, State, bound_in
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
from docstring_lsp.source.extraction.statements import Flow, Statements
from docstring_lsp.source.facts import Guard

_LEAVES = RETURNS | RAISES | BREAKS | CONTINUES


def flow(body: cst.BaseSuite, parameters: Collection[str], instance: str | None) -> Flow:
    """Return what the statements of a function's body do.

    Args:
        body: The function's body.
        parameters: The names of its parameters, without that of the instance.
        instance: The name of its instance, ``self``, or None.
    """
    walk = _Walk(parameters, instance)
    found = walk.found
    ends = walk.block(body, Place(), [])
    found.ends = ends & (FALLS | RETURNS | RAISES)
    found.gives_none = found.gives_none or bool(ends & FALLS)
    found.yielded = walk.expressions.yielded
    found.calls = tuple(walk.expressions.calls)
    found.uses = {name: tuple(uses) for name, uses in walk.expressions.uses.items()}
    return found


class _Walk(Statements):
    """Walks the blocks of a function.

    Each block is given its place, and a list of what must not have left in front of it, which
    it extends by what may leave in it and falls through otherwise.
    """

    def __init__(self, parameters: Collection[str], instance: str | None) -> None:
        super().__init__(parameters)
        self._instance = instance

    def block(self, body: cst.BaseSuite, place: Place, after: list[Condition]) -> int:
        """Walk statements in order and return how they may end."""
        ends, before = 0, self.reached
        statements: Sequence[Any] = body.body
        for index, statement in enumerate(statements):
            self.place, self.after = place, after
            if type(statement) is cst.SimpleStatementLine:
                for small in statement.body:
                    ends |= self._next(self.small(small))
                if self._instance is not None:
                    following = statements[index + 1] if index + 1 < len(statements) else None
                    for each in assigned(statement, following, self._instance):
                        self.found.attributes.setdefault(each.name, each)
            elif (walk := self._COMPOUND.get(type(statement))) is not None:
                ends |= self._next(walk(self, statement, place, after))
            else:
                ends |= self._next(self.small(statement))
        reached, self.reached = self.reached, before
        return ends | (FALLS if reached else 0)

    def _next(self, end: int) -> int:
        """Note whether what follows a statement is reached, and return how it leaves."""
        if not self.reached:
            return 0
        self.reached = bool(end & FALLS)
        return end & ~FALLS

    def _condition(self, kind: Any, *nodes: Any) -> Condition:
        return Condition(kind, *nodes, changed=self.names.changed())

    def _if(self, node: cst.If, place: Place, after: list[Condition]) -> int:
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
        if not isinstance(test, cst.Comparison) or not isinstance(test.left, cst.Name):
            return
        target = test.comparisons[0]
        name = test.left.value
        if isinstance(target.operator, cst.Is) and dotted(target.comparator) == "None":
            values = self.names.values(name)
            if len(values) > 1 and any(name == each for each, _ in self.names.changed()):
                self.names.fill(name)

    def _while(self, node: cst.While, place: Place, after: list[Condition]) -> int:
        self.names.vary(bound_in(node.body))
        self.expressions.test(node.test)
        self.expressions.scan(node.test)
        endless = dotted(node.test) == "True" or code(node.test) == "1"
        place = place.under(*after)
        inside = place if endless else place.under(self._condition("while", node.test))
        return self._loop(node, inside, place, after, falls=not endless)

    def _for(self, node: cst.For, place: Place, after: list[Condition]) -> int:
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
        end = self.block(node.body, inside, [])
        if end & (RETURNS | BREAKS):
            # An earlier turn may have left, so that the guards are not enough.
            self._doubt(mark)
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
        self._left_somehow(ends, after, place)
        return ends

    def _doubt(self, mark: int) -> None:
        """Note of the raises since a mark that their guards are not enough."""
        for at in range(mark, len(self.found.raises)):
            each = self.found.raises[at]
            guards = tuple(dict.fromkeys((*each.guards, Guard("maybe", ""))))
            self.found.raises[at] = replace(each, guards=guards, always=False)

    def _left_somehow(self, ends: int, after: list[Condition], place: Place) -> None:
        """Note that a statement that may be fallen through may also have left."""
        caught = bool(place.catchers)
        if ends & FALLS and ends & _LEAVES:
            after.append(Condition("after", raised=ends & _LEAVES == RAISES and not caught))

    def _with(self, node: cst.With, place: Place, after: list[Condition]) -> int:
        suppressed: tuple[str, ...] = ()
        for item in node.items:
            self.expressions.use(item.item, "entered")
            self.expressions.scan(item.item)
            suppressed += suppressed_types(item)
            if item.asname is not None:
                self._unbind(item.asname.name)
        if not suppressed:
            return self.block(node.body, place, after)
        before = self.names.state()
        end = self.block(node.body, place.under(*after).inside(suppressed), []) | FALLS
        self.names.join([before, self.names.state()])
        self.names.vary(bound_in(node.body))
        self._left_somehow(end, after, place)
        return end

    def _try(self, node: cst.Try | cst.TryStar, place: Place, after: list[Condition]) -> int:
        mark, left = len(self.found.raises), self.left
        place = place.under(*after)
        within: list[Condition] = []
        handlers: Sequence[Any] = node.handlers
        types = [caught_types(handler.type) for handler in handlers]
        everything = tuple(name for group in types for name in group)
        before = self.names.state()
        end = self.block(node.body, place.inside(everything) if types else place, within)
        midway, handled = self.names.state(), 0
        midst = bound_in(node.body)
        states: list[State] = []
        falling: list[Any] = []
        for handler, names in zip(handlers, types, strict=True):
            self.names.join([before, midway])
            self.names.vary(midst)
            caught = Condition("except", handler.type if handler.type is not None else "")
            ended = self._handler(handler, names, place.under(caught))
            if ended & FALLS:
                falling.append(handler)
                states.append(self.names.state())
            handled |= ended
        self.names.restore(midway)
        if node.orelse is not None:
            otherwise = [Condition("maybe")] if handled & ~RAISES else []
            there = place.under(*within, *otherwise)
            before_else, self.reached = self.reached, self.reached and bool(end & FALLS)
            ended = self.block(node.orelse.body, there, within)
            self.reached = before_else
            end = (end & ~FALLS) | (ended if end & FALLS else 0)
        if end & FALLS:
            states.append(self.names.state())
        ends = end | handled
        self.names.join(states)
        if not end & FALLS and falling:
            # What follows is reached only by way of these handlers.
            after.append(Condition("except", _handled_text(falling)))
            self._left_somehow(handled, after, place)
        elif falling:
            self._left_somehow(end, after, place)
            self._left_somehow(handled, after, place)
        else:
            after.extend(within)
            self._left_somehow(handled | FALLS if handled else 0, after, place)
        if node.finalbody is not None:
            ends = self._finally(node, place, ends, mark, left=left)
        return ends

    def _handler(self, handler: Any, names: tuple[str, ...], place: Place) -> int:
        if handler.type is not None:
            self.expressions.scan(handler.type)
        name = handler.name.name.value if handler.name is not None else None
        if name is not None:
            self.names.bind(name, Caught(names))
        # What a bare `except:` raises again is not told.
        handled = names if handler.type is not None else ()
        end = self.block(handler.body, place.handling(handled), [])
        if name is not None:
            self.names.forget(name)
        return end

    def _finally(self, node: Any, place: Place, ends: int, mark: int, *, left: bool) -> int:
        # It is come to on every way out, so what has left before does not matter to it.
        self.left, around = left, self.left
        before = len(self.found.raises)
        self.names.vary(bound_in(node.body) | frozenset().union(*map(bound_in, node.handlers)))
        end = self.block(node.finalbody.body, place, [])
        self.left = self.left or around
        if end & (RETURNS | BREAKS | CONTINUES) or (end & RAISES and place.catchers):
            own = self.found.raises[before:]
            del self.found.raises[before:]
            self._doubt(mark)
            self.found.raises.extend(own)
        if end & FALLS:
            return ends | (end & ~FALLS)
        if not end & RAISES:
            # `finally: return` swallows whatever was on its way out.
            del self.found.raises[mark:]
        return end

    def _match(self, node: cst.Match, place: Place, after: list[Condition]) -> int:
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
        self._left_somehow(ends, after, place)
        return ends

    def _function(self, node: cst.FunctionDef, _place: Place, _after: list[Condition]) -> int:
        for decorator in node.decorators:
            self.expressions.scan(decorator.decorator)
        self.expressions.closure(node.params, node.body)
        self.names.define(node.name.value)
        return FALLS

    def _class(self, node: cst.ClassDef, _place: Place, _after: list[Condition]) -> int:
        for arg in (*node.bases, *node.keywords):
            self.expressions.scan(arg)
        self.names.define(node.name.value)
        return FALLS

    _COMPOUND: Mapping[type, Callable[[_Walk, Any, Place, list[Condition]], int]] = {
        cst.ClassDef: _class,
        cst.For: _for,
        cst.FunctionDef: _function,
        cst.If: _if,
        cst.Match: _match,
        cst.Try: _try,
        cst.TryStar: _try,
        cst.While: _while,
        cst.With: _with,
    }


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


def _handled_text(handlers: Sequence[Any]) -> str:
    texts = ["" if each.type is None else code(each.type) for each in handlers]
    if len(texts) == 1 or "" in texts:
        return "" if "" in texts else texts[0]
    return f"({', '.join(texts)})"

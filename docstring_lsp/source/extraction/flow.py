"""The walk over a function's blocks: what leaves it, on which paths, under which conditions.

Takes a function's body; gives a `Flow`. Must not know signatures, decorators or classes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.assigned import assigned
from docstring_lsp.source.extraction.branching import Branching
from docstring_lsp.source.extraction.catching import caught_types, suppressed_types
from docstring_lsp.source.extraction.code import code
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
from docstring_lsp.source.extraction.statements import Flow


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


class _Walk(Branching):
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
                following = statements[index + 1] if index + 1 < len(statements) else None
                self._note_attributes(statement, following)
            elif (walk := self._COMPOUND.get(type(statement))) is not None:
                ends |= self._next(walk(self, statement, place, after))
            else:
                ends |= self._next(self.small(statement))
                self._note_attributes(cst.SimpleStatementLine([statement]), None)
        reached, self.reached = self.reached, before
        return ends | (FALLS if reached else 0)

    def _note_attributes(self, line: cst.SimpleStatementLine, following: Any) -> None:
        if self._instance is not None:
            attributes = self.found.attributes
            for each in assigned(line, following, self._instance, attributes):
                attributes.setdefault(each.name, each)

    def _next(self, end: int) -> int:
        """Note whether what follows a statement is reached, and return how it leaves."""
        if not self.reached:
            return 0
        self.reached = bool(end & FALLS)
        return end & ~FALLS

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
        self.left_somehow(end, after, place)
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
            self.left_somehow(handled, after, place)
        elif falling:
            self.left_somehow(end, after, place)
            self.left_somehow(handled, after, place)
        else:
            after.extend(within)
            self.left_somehow(handled | FALLS if handled else 0, after, place)
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
            self.doubt(mark)
            self.found.raises.extend(own)
        if end & FALLS:
            return ends | (end & ~FALLS)
        if not end & RAISES:
            # `finally: return` swallows whatever was on its way out.
            del self.found.raises[mark:]
        return end

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
        cst.For: Branching.go_through,
        cst.FunctionDef: _function,
        cst.If: Branching.branch,
        cst.Match: Branching.choose,
        cst.Try: _try,
        cst.TryStar: _try,
        cst.While: Branching.wait,
        cst.With: _with,
    }


def _handled_text(handlers: Sequence[Any]) -> str:
    texts = ["" if each.type is None else code(each.type) for each in handlers]
    if len(texts) == 1 or "" in texts:
        return "" if "" in texts else texts[0]
    return f"({', '.join(texts)})"

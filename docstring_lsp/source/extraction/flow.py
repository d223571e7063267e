"""The walk over a function's statements: what leaves it, on which paths, under which conditions.

Takes a function's node; gives a `Flow`. Must not know signatures, decorators or classes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.assigned import assigned
from docstring_lsp.source.extraction.catching import caught_types, suppressed_types
from docstring_lsp.source.extraction.code import code, dotted
from docstring_lsp.source.extraction.expressions import Expressions
from docstring_lsp.source.extraction.names import Caught, Names, State, targets
from docstring_lsp.source.extraction.paths import (
    BREAKS,
    CONTINUES,
    FALLS,
    RAISES,
    RETURNS,
    Condition,
    Place,
)
from docstring_lsp.source.extraction.raising import Resolver, Thrown
from docstring_lsp.source.extraction.types import is_none
from docstring_lsp.source.extraction.warned import warned
from docstring_lsp.source.facts import Attribute, Raise, Use, Warn

_NEVER_RETURN = frozenset(
    {"sys.exit", "exit", "quit", "os._exit", "os.abort", "assert_never", "typing.assert_never"}
    | {"pytest.fail", "pytest.skip", "self.fail", "self.skipTest"}
)


@dataclass(slots=True)
class Flow:
    """What a function's statements do.

    Attributes:
        raises: What leaves it, in order.
        warns: What it warns of, in order.
        returned: The expressions it returns, None left out.
        gives_none: Whether some path ends in None.
        ends: How it may end, of `FALLS`, `RETURNS` and `RAISES`.
        yielded: The expressions it yields; a bare ``yield`` is None.
        received: The name to which what is sent is bound, or None.
        calls: The dotted names it calls.
        attributes: What it assigns to its instance.
        uses: What it does with its parameters.
    """

    raises: list[Raise] = field(default_factory=list)
    warns: list[Warn] = field(default_factory=list)
    returned: list[cst.BaseExpression] = field(default_factory=list)
    gives_none: bool = False
    ends: int = FALLS
    yielded: Sequence[cst.BaseExpression | cst.From | None] = ()
    received: str | None = None
    calls: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = field(default_factory=dict)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)


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


class _Walk:
    def __init__(self, parameters: Collection[str], instance: str | None) -> None:
        self.found = Flow()
        self.expressions = Expressions(parameters, self._called, self._bind)
        self._instance = instance
        self._names = Names()
        self._resolver = Resolver(self._names, frozenset(parameters))
        self._left = False
        self._place = Place()
        self._after: list[Condition] = []

    # Blocks

    def block(self, body: cst.BaseSuite, place: Place, after: list[Condition]) -> int:
        """Walk statements in order and return how they may end."""
        ends, reached = 0, True
        statements: Sequence[Any] = body.body
        for index, statement in enumerate(statements):
            self._place, self._after = place, after
            if type(statement) is cst.SimpleStatementLine:
                ended = [self._small(small) for small in statement.body]
                if self._instance is not None:
                    following = statements[index + 1] if index + 1 < len(statements) else None
                    for each in assigned(statement, following, self._instance):
                        self.found.attributes.setdefault(each.name, each)
            elif (walk := self._COMPOUND.get(type(statement))) is not None:
                ended = [walk(self, statement, place, after)]
            else:
                ended = [self._small(statement)]
            for end in ended:
                if reached:
                    ends |= end & ~FALLS
                    reached = bool(end & FALLS)
        return ends | (FALLS if reached else 0)

    def _small(self, statement: Any) -> int:
        walk = self._SMALL.get(type(statement))
        return FALLS if walk is None else walk(self, statement)

    # Compound statements

    def _if(self, node: cst.If, place: Place, after: list[Condition]) -> int:
        ends = 0
        negated: list[Condition] = []
        leaving: list[Condition] = []
        states: list[State] = []
        current: Any = node
        while type(current) is cst.If:
            self.expressions.test(current.test)
            self.expressions.scan(current.test)
            before = self._names.state()
            here = Condition("if", current.test)
            end = self.block(current.body, place.under(*negated, here), [])
            if end & FALLS:
                states.append(self._names.state())
            else:
                leaving.append(Condition("after", current.test))
            self._names.restore(before)
            ends |= end
            negated.append(Condition("else", current.test))
            current = current.orelse
        end = FALLS
        if current is not None:
            end = self.block(current.body, place.under(*negated), [])
        if end & FALLS:
            states.append(self._names.state())
        ends |= end
        self._names.join(states)
        if ends & FALLS:
            after.extend(leaving)
        return ends

    def _while(self, node: cst.While, place: Place, _after: list[Condition]) -> int:
        self.expressions.test(node.test)
        self.expressions.scan(node.test)
        endless = dotted(node.test) == "True" or code(node.test) == "1"
        inside = place if endless else place.under(Condition("while", node.test))
        return self._loop(node, inside, place, falls=not endless)

    def _for(self, node: cst.For, place: Place, _after: list[Condition]) -> int:
        self.expressions.use(node.iter, "iterated")
        self.expressions.scan(node.iter)
        self._unbind(node.target)
        inside = place.under(Condition("for", node.target, node.iter))
        return self._loop(node, inside, place, falls=True)

    def _loop(self, node: Any, inside: Place, place: Place, *, falls: bool) -> int:
        before = self._names.state()
        end = self.block(node.body, inside, [])
        self._names.join([before, self._names.state()])
        exhausted = FALLS
        if node.orelse is not None:
            exhausted = self.block(node.orelse.body, place.unsure(), [])
        kept = end & (RETURNS | RAISES) | (FALLS if end & BREAKS else 0)
        return kept | exhausted if falls else kept

    def _with(self, node: cst.With, place: Place, after: list[Condition]) -> int:
        suppressed: tuple[str, ...] = ()
        for item in node.items:
            self.expressions.use(item.item, "entered")
            self.expressions.scan(item.item)
            suppressed += suppressed_types(item)
            if item.asname is not None:
                self._unbind(item.asname.name)
        if suppressed:
            place = place.inside(suppressed)
        end = self.block(node.body, place, after)
        return end | FALLS if suppressed else end

    def _try(self, node: cst.Try | cst.TryStar, place: Place, after: list[Condition]) -> int:
        mark = len(self.found.raises)
        handlers: Sequence[Any] = node.handlers
        types = [caught_types(handler.type) for handler in handlers]
        inside = place
        if types:
            everything = tuple(name for group in types for name in group)
            inside = place.inside(everything)
        before = self._names.state()
        end = self.block(node.body, inside, after if not types else list(after))
        midway, ends = self._names.state(), 0
        states: list[State] = []
        falling: list[Any] = []
        for handler, names in zip(handlers, types, strict=True):
            self._names.join([before, midway])
            caught = Condition("except", handler.type if handler.type is not None else "")
            ended = self._handler(handler, names, place.under(caught))
            if ended & FALLS:
                falling.append(handler)
                states.append(self._names.state())
            ends |= ended
        self._names.restore(midway)
        if node.orelse is not None:
            ended = self.block(node.orelse.body, place.unsure(), [])
            end = (end & ~FALLS) | (ended if end & FALLS else 0)
        if end & FALLS:
            states.append(self._names.state())
        ends |= end
        self._names.join(states)
        if not end & FALLS and falling:
            # What follows is reached only by way of these handlers.
            after.append(Condition("except", _handled_text(falling)))
        if node.finalbody is not None:
            ends = self._finally(node.finalbody, place, ends, mark)
        return ends

    def _handler(self, handler: Any, names: tuple[str, ...], place: Place) -> int:
        if handler.type is not None:
            self.expressions.scan(handler.type)
        name = handler.name.name.value if handler.name is not None else None
        if name is not None:
            self._names.bind(name, Caught(names))
        # What a bare `except:` raises again is not told.
        handled = names if handler.type is not None else ()
        end = self.block(handler.body, place.handling(handled), [])
        if name is not None:
            self._names.forget(name)
        return end

    def _finally(self, node: cst.Finally, place: Place, ends: int, mark: int) -> int:
        end = self.block(node.body, place.unsure(), [])
        if end & FALLS:
            return ends | (end & ~FALLS)
        if not end & RAISES:
            # `finally: return` swallows whatever was on its way out.
            del self.found.raises[mark:]
        return end

    def _match(self, node: cst.Match, place: Place, _after: list[Condition]) -> int:
        self.expressions.scan(node.subject)
        ends, total = 0, False
        states: list[State] = []
        for case in node.cases:
            before = self._names.state()
            if case.guard is not None:
                self.expressions.scan(case.guard)
            here = Condition("case", node.subject, case.pattern, case.guard)
            end = self.block(case.body, place.under(here), [])
            if end & FALLS:
                states.append(self._names.state())
            self._names.restore(before)
            ends |= end
            pattern = case.pattern
            total = total or (
                isinstance(pattern, cst.MatchAs) and pattern.pattern is None and case.guard is None
            )
        if not total:
            ends |= FALLS
            states.append(self._names.state())
        self._names.join(states)
        return ends

    def _function(self, node: cst.FunctionDef, _place: Place, _after: list[Condition]) -> int:
        for decorator in node.decorators:
            self.expressions.scan(decorator.decorator)
        self.expressions.closure(node.params, node.body)
        self._names.forget(node.name.value)
        return FALLS

    def _class(self, node: cst.ClassDef, _place: Place, _after: list[Condition]) -> int:
        for arg in (*node.bases, *node.keywords):
            self.expressions.scan(arg)
        self._names.forget(node.name.value)
        return FALLS

    # Simple statements

    def _expression(self, node: cst.Expr) -> int:
        kind = type(node.value)
        if kind is cst.SimpleString:
            return FALLS
        self.expressions.scan(node.value)
        if isinstance(node.value, cst.Call) and dotted(node.value.func) in _NEVER_RETURN:
            self._left = True
            return RAISES
        return FALLS

    def _return(self, node: cst.Return) -> int:
        self._left = True
        given = node.value
        if is_none(given):
            self.found.gives_none = True
        elif given is not None:
            self.expressions.use(given, "returned")
            self.expressions.scan(given)
            self.found.returned.append(given)
            if isinstance(given, cst.IfExp) and (is_none(given.body) or is_none(given.orelse)):
                self.found.gives_none = True
        return RETURNS

    def _raise(self, node: cst.Raise) -> int:
        place, after = self._place, self._after
        if node.exc is None:
            thrown: Iterable[Thrown] = map(Thrown, place.handled or ())
        else:
            self.expressions.use(node.exc, "raised")
            self.expressions.scan_raised(node.exc)
            thrown = self._resolver.thrown(node.exc)
        if node.cause is not None:
            self.expressions.scan(node.cause.item)
        always = place.sure and not after and not self._left
        self._left = True
        found = [each for each in thrown if place.lets_through(each.exception)]
        if not found:
            return RAISES
        guards = tuple(each.guard() for each in (*place.guards, *after))
        for each in dict.fromkeys(found):
            self.found.raises.append(
                Raise(
                    each.exception,
                    each.message,
                    guards + each.guards,
                    always and not each.guards and len(found) == 1,
                )
            )
        return RAISES

    def _assert(self, node: cst.Assert) -> int:
        self.expressions.test(node.test)
        self.expressions.scan(node.test)
        if node.msg is not None:
            self.expressions.scan(node.msg)
        return RAISES if dotted(node.test) == "False" else FALLS

    def _assign(self, node: cst.Assign) -> int:
        self.expressions.scan(node.value)
        for target in node.targets:
            self._target(target.target, node.value)
        return FALLS

    def _annotated(self, node: cst.AnnAssign) -> int:
        if node.value is not None:
            self.expressions.scan(node.value)
            self._target(node.target, node.value)
        return FALLS

    def _augmented(self, node: cst.AugAssign) -> int:
        self.expressions.scan(node.value)
        self._unbind(node.target)
        return FALLS

    def _deleted(self, node: cst.Del) -> int:
        self.expressions.scan(node.target)
        return FALLS

    def _target(self, target: cst.BaseExpression, given: cst.BaseExpression) -> None:
        if type(target) is cst.Name:
            self._bind(target.value, given)
        elif isinstance(target, (cst.Tuple, cst.List)):
            if isinstance(given, (cst.Tuple, cst.List)):
                for each, part in zip(target.elements, given.elements, strict=False):
                    self._store(each.value, part.value)
            self.expressions.use(given, "iterated")
            self._unbind(target)
        else:
            self._store(target, given)
            self.expressions.scan(target)

    def _store(self, target: cst.BaseExpression, given: cst.BaseExpression) -> None:
        if isinstance(target, (cst.Attribute, cst.Subscript)):
            for kept in _kept_by(given):
                self.expressions.use(kept, "stored", lambda: code(target))

    # What the expressions tell

    def _bind(self, name: str, given: cst.BaseExpression) -> None:
        self._names.bind(name, given)
        if isinstance(given, cst.Yield) and not isinstance(given.value, cst.From):
            self.found.received = self.found.received or name

    def _unbind(self, target: cst.CSTNode) -> None:
        for each in targets(target):
            if type(each) is cst.Name:
                self._names.forget(each.value)
            else:
                self.expressions.scan(each)

    def _called(self, name: str, call: cst.Call) -> None:
        found = warned(name, call, self._names)
        if found is not None:
            guards = tuple(each.guard() for each in (*self._place.guards, *self._after))
            self.found.warns.append(replace(found, guards=guards))

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

    _SMALL: Mapping[type, Callable[[_Walk, Any], int]] = {
        cst.AnnAssign: _annotated,
        cst.Assert: _assert,
        cst.Assign: _assign,
        cst.AugAssign: _augmented,
        cst.Break: lambda _walk, _node: BREAKS,
        cst.Continue: lambda _walk, _node: CONTINUES,
        cst.Del: _deleted,
        cst.Expr: _expression,
        cst.Raise: _raise,
        cst.Return: _return,
    }


def _handled_text(handlers: Sequence[Any]) -> str:
    texts = ["" if each.type is None else code(each.type) for each in handlers]
    if len(texts) == 1 or "" in texts:
        return "" if "" in texts else texts[0]
    return f"({', '.join(texts)})"


def _kept_by(given: cst.BaseExpression) -> tuple[cst.BaseExpression, ...]:
    """Return the names of which an assignment keeps the value: ``x``, ``x or y``, ``x if …``."""
    if isinstance(given, cst.BooleanOperation):
        return (given.left, given.right)
    if isinstance(given, cst.IfExp):
        return (given.body, given.orelse)
    return (given,)

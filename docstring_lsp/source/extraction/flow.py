"""The walk over a function's statements: what leaves it, on which paths, under which conditions.

Takes a function's node; gives a `Flow`. Must not know signatures, decorators or classes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.catching import (
    catches,
    caught_types,
    suppressed_types,
)
from docstring_lsp.source.extraction.code import annotation, code, condition, dotted, value
from docstring_lsp.source.extraction.comments import described
from docstring_lsp.source.extraction.expressions import Expressions
from docstring_lsp.source.extraction.raising import Caught, Resolver, Thrown
from docstring_lsp.source.extraction.types import is_none, literal_type
from docstring_lsp.source.facts import Attribute, Guard, GuardKind, Raise, Use, Warn

FALLS, RETURNS, RAISES, BREAKS, CONTINUES = 1, 2, 4, 8, 16
"""How a block of statements may end."""

_NEVER_RETURN = frozenset(
    {"sys.exit", "exit", "quit", "os._exit", "os.abort", "assert_never", "typing.assert_never"}
    | {"pytest.fail", "pytest.skip", "self.fail", "self.skipTest"}
)
_WARNERS = frozenset({"warnings.warn", "_warnings.warn", "warnings.warn_explicit"})


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
    ends = walk.block(body, _Place(), [])
    found.ends = ends & (FALLS | RETURNS | RAISES)
    found.gives_none = found.gives_none or bool(ends & FALLS)
    found.yielded = walk.expressions.yielded
    found.calls = tuple(walk.expressions.calls)
    found.uses = {name: tuple(uses) for name, uses in walk.expressions.uses.items()}
    return found


class _Condition:
    """A guard whose text is made when it is first asked for."""

    __slots__ = ("_guard", "_kind", "_nodes")

    def __init__(self, kind: GuardKind, *nodes: cst.CSTNode | str | None) -> None:
        self._kind, self._nodes = kind, nodes
        self._guard: Guard | None = None

    def guard(self) -> Guard:
        if self._guard is None:
            parts = [_guard_text(node) for node in self._nodes if node is not None]
            text = _GUARD_FORMATS.get(self._kind, "{}").format(*parts) if parts else ""
            if self._kind == "case" and len(parts) > 2:
                text += f" if {parts[2]}"
            self._guard = Guard(self._kind, text)
        return self._guard


_GUARD_FORMATS = {"for": "{} in {}", "case": "{}: {}"}


def _guard_text(node: cst.CSTNode | str) -> str:
    if isinstance(node, str):
        return node
    return condition(node) if isinstance(node, cst.BaseExpression) else code(node)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a statement stands.

    Attributes:
        guards: What must hold for it to be reached, outermost first.
        catchers: The types that the ``try`` statements around it catch, outermost first.
        handled: The types the handler around it has caught, None outside of one.
        sure: Whether it is reached whatever happens.
    """

    guards: tuple[_Condition, ...] = ()
    catchers: tuple[tuple[str, ...], ...] = ()
    handled: tuple[str, ...] | None = None
    sure: bool = True

    def under(self, *guards: _Condition) -> _Place:
        return _Place((*self.guards, *guards), self.catchers, self.handled, False)

    def lets_through(self, exception: str) -> bool:
        return not any(catches(each, exception) for group in self.catchers for each in group)


_Values = tuple["cst.BaseExpression | Caught", ...]


class _Walk:
    def __init__(self, parameters: Collection[str], instance: str | None) -> None:
        self.found = Flow()
        self.expressions = Expressions(parameters, self._called, self._bind)
        self._instance = instance
        self._bound: dict[str, _Values] = {}
        self._resolver = Resolver(self._bound, frozenset(parameters))
        self._left = False
        self._place = _Place()
        self._after: list[_Condition] = []

    # Blocks

    def block(self, body: cst.BaseSuite, place: _Place, after: list[_Condition]) -> int:
        """Walk statements in order and return how they may end."""
        ends, reached = 0, True
        statements: Sequence[Any] = body.body
        for index, statement in enumerate(statements):
            self._place, self._after = place, after
            if type(statement) is cst.SimpleStatementLine:
                ended = [self._small(small) for small in statement.body]
                if self._instance is not None:
                    following = statements[index + 1] if index + 1 < len(statements) else None
                    self._attributes(statement, following)
            elif (walk := _COMPOUND.get(type(statement))) is not None:
                ended = [walk(self, statement, place, after)]
            else:
                ended = [self._small(statement)]
            for end in ended:
                if reached:
                    ends |= end & ~FALLS
                    reached = bool(end & FALLS)
        return ends | (FALLS if reached else 0)

    def _small(self, statement: Any) -> int:
        walk = _SMALL.get(type(statement))
        return FALLS if walk is None else walk(self, statement)

    # Compound statements

    def _if(self, node: cst.If, place: _Place, after: list[_Condition]) -> int:
        ends, negated, leaving = 0, [], []
        states: list[dict[str, _Values]] = []
        current: Any = node
        while type(current) is cst.If:
            self.expressions.test(current.test)
            self.expressions.scan(current.test)
            before = dict(self._bound)
            here = _Condition("if", current.test)
            end = self.block(current.body, place.under(*negated, here), [])
            if end & FALLS:
                states.append(dict(self._bound))
            else:
                leaving.append(_Condition("after", current.test))
            self._restore(before)
            ends |= end
            negated.append(_Condition("else", current.test))
            current = current.orelse
        end = FALLS
        if current is not None:
            end = self.block(current.body, place.under(*negated), [])
        if end & FALLS:
            states.append(dict(self._bound))
        ends |= end
        self._join(states)
        if ends & FALLS:
            after.extend(leaving)
        return ends

    def _while(self, node: cst.While, place: _Place, _after: list[_Condition]) -> int:
        self.expressions.test(node.test)
        self.expressions.scan(node.test)
        endless = dotted(node.test) == "True" or code(node.test) == "1"
        inside = place if endless else place.under(_Condition("while", node.test))
        return self._loop(node, inside, place, falls=not endless)

    def _for(self, node: cst.For, place: _Place, _after: list[_Condition]) -> int:
        self.expressions.use(node.iter, "iterated")
        self.expressions.scan(node.iter)
        self._unbind(node.target)
        inside = place.under(_Condition("for", node.target, node.iter))
        return self._loop(node, inside, place, falls=True)

    def _loop(
        self, node: cst.For | cst.While, inside: _Place, place: _Place, *, falls: bool
    ) -> int:
        before = dict(self._bound)
        end = self.block(node.body, inside, [])
        self._join([before, dict(self._bound)])
        exhausted = FALLS
        if node.orelse is not None:
            exhausted = self.block(node.orelse.body, replace(place, sure=False), [])
        kept = end & (RETURNS | RAISES) | (FALLS if end & BREAKS else 0)
        return kept | exhausted if falls else kept

    def _with(self, node: cst.With, place: _Place, after: list[_Condition]) -> int:
        suppressed: tuple[str, ...] = ()
        for item in node.items:
            self.expressions.use(item.item, "entered")
            self.expressions.scan(item.item)
            suppressed += suppressed_types(item)
            if item.asname is not None:
                self._unbind(item.asname.name)
        if suppressed:
            place = replace(place, catchers=(*place.catchers, suppressed))
        end = self.block(node.body, place, after)
        return end | FALLS if suppressed else end

    def _try(self, node: cst.Try | cst.TryStar, place: _Place, after: list[_Condition]) -> int:
        mark = len(self.found.raises)
        types = [caught_types(handler.type) for handler in node.handlers]
        inside = place
        if types:
            everything = tuple(name for group in types for name in group)
            inside = replace(place, catchers=(*place.catchers, everything))
        before = dict(self._bound)
        end = self.block(node.body, inside, after if not types else list(after))
        if node.orelse is not None:
            ended = self.block(node.orelse.body, replace(place, sure=False), [])
            end = (end & ~FALLS) | (ended if end & FALLS else 0)
        states = [dict(self._bound)] if end & FALLS else []
        midway, ends, falling = dict(self._bound), end, []
        for handler, names in zip(node.handlers, types, strict=True):
            self._join([before, midway])
            caught = _Condition("except", handler.type if handler.type is not None else "")
            ended = self._handler(handler, names, replace(place.under(caught), handled=names))
            if ended & FALLS:
                falling.append(handler)
                states.append(dict(self._bound))
            ends |= ended
        self._join(states)
        if not end & FALLS and falling:
            texts = [code(h.type) for h in falling if h.type is not None]
            text = texts[0] if len(texts) == 1 else f"({', '.join(texts)})" if texts else ""
            after.append(_Condition("except", text))
        if node.finalbody is not None:
            ends = self._finally(node.finalbody, place, ends, mark)
        return ends

    def _handler(self, handler: Any, names: tuple[str, ...], place: _Place) -> int:
        if handler.type is not None:
            self.expressions.scan(handler.type)
        name = handler.name.name.value if handler.name is not None else None
        if name is not None:
            self._bound[name] = (Caught(names),)
        # What a bare `except:` raises again is not told.
        handled = names if handler.type is not None else ()
        end = self.block(handler.body, replace(place, handled=handled), [])
        if name is not None:
            self._bound.pop(name, None)
        return end

    def _finally(self, node: cst.Finally, place: _Place, ends: int, mark: int) -> int:
        end = self.block(node.body, replace(place, sure=False), [])
        if end & FALLS:
            return ends | (end & ~FALLS)
        if not end & RAISES:
            # `finally: return` swallows whatever was on its way out.
            del self.found.raises[mark:]
        return end

    def _match(self, node: cst.Match, place: _Place, _after: list[_Condition]) -> int:
        self.expressions.scan(node.subject)
        ends, total = 0, False
        states: list[dict[str, _Values]] = []
        for case in node.cases:
            before = dict(self._bound)
            if case.guard is not None:
                self.expressions.scan(case.guard)
            here = _Condition("case", node.subject, case.pattern, case.guard)
            end = self.block(case.body, place.under(here), [])
            if end & FALLS:
                states.append(dict(self._bound))
            self._restore(before)
            ends |= end
            pattern = case.pattern
            total = total or (
                isinstance(pattern, cst.MatchAs) and pattern.pattern is None and case.guard is None
            )
        if not total:
            ends |= FALLS
            states.append(dict(self._bound))
        self._join(states)
        return ends

    def _function(self, node: cst.FunctionDef, _place: _Place, _after: list[_Condition]) -> int:
        for decorator in node.decorators:
            self.expressions.scan(decorator.decorator)
        self.expressions.closure(node.params, node.body)
        self._bound.pop(node.name.value, None)
        return FALLS

    def _class(self, node: cst.ClassDef, _place: _Place, _after: list[_Condition]) -> int:
        for arg in (*node.bases, *node.keywords):
            self.expressions.scan(arg)
        self._bound.pop(node.name.value, None)
        return FALLS

    # Simple statements

    def _expression(self, node: cst.Expr) -> int:
        kind = type(node.value)
        if kind is cst.SimpleString:
            return FALLS
        self.expressions.scan(node.value)
        if kind is cst.Call and dotted(node.value.func) in _NEVER_RETURN:  # type: ignore[attr-defined]
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
            self.expressions.scan(node.exc)
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
            if isinstance(given, cst.Yield):
                self.found.received = self.found.received or target.value
        elif isinstance(target, (cst.Tuple, cst.List)):
            self.expressions.use(given, "iterated")
            self._unbind(target)
        else:
            for kept in _kept_by(given):
                self.expressions.use(kept, "stored", lambda: code(target))
            self.expressions.scan(target)

    # Names

    def _bind(self, name: str, given: cst.BaseExpression) -> None:
        self._bound[name] = (given,)

    def _unbind(self, target: cst.CSTNode) -> None:
        stack: list[Any] = [target]
        while stack:
            node = stack.pop()
            if type(node) is cst.Name:
                self._bound.pop(node.value, None)
            elif isinstance(node, (cst.Tuple, cst.List)):
                stack.extend(element.value for element in node.elements)
            elif isinstance(node, (cst.Attribute, cst.Subscript)):
                self.expressions.scan(node)

    def _restore(self, state: dict[str, _Values]) -> None:
        self._bound.clear()
        self._bound.update(state)

    def _join(self, states: list[dict[str, _Values]]) -> None:
        """Set what is bound to what any of the paths that meet here have bound."""
        if not states:
            return
        joined: dict[str, dict[int, Any]] = {}
        for state in states:
            for name, values in state.items():
                joined.setdefault(name, {}).update((id(each), each) for each in values)
        self._bound.clear()
        self._bound.update((name, tuple(values.values())) for name, values in joined.items())

    # Warnings and attributes

    def _called(self, name: str, call: cst.Call) -> None:
        if name in _WARNERS or (name == "warn" and _names_category(call)):
            self._warn(call)

    def _warn(self, call: cst.Call) -> None:
        given = {arg.keyword.value: arg.value for arg in call.args if arg.keyword is not None}
        positional = [arg.value for arg in call.args if arg.keyword is None and not arg.star]
        message = positional[0] if positional else given.get("message")
        category = positional[1] if len(positional) > 1 else given.get("category")
        text = None if message is None else self._resolver.text(message)
        if category is None and isinstance(message, cst.Call):
            name = dotted(message.func)
            if name is not None and name.endswith("Warning"):
                category, text = message.func, self._resolver.message(message)
        guards = tuple(each.guard() for each in (*self._place.guards, *self._after))
        kind = "UserWarning" if category is None else self._category(category)
        if kind is not None:
            self.found.warns.append(Warn(kind, text, guards))

    def _category(self, node: cst.BaseExpression) -> str | None:
        if isinstance(node, cst.Call):
            node = node.func
        name = dotted(node)
        return name if name is not None and name.rpartition(".")[2][:1].isupper() else None

    def _attributes(self, line: cst.SimpleStatementLine, following: Any) -> None:
        """Record what a line assigns to the instance."""
        for small in line.body:
            if type(small) is cst.Assign:
                for target in small.targets:
                    self._pair(target.target, small.value, None, line, following)
            elif type(small) is cst.AnnAssign:
                self._pair(small.target, small.value, small.annotation, line, following)

    def _pair(self, target: Any, given: Any, noted: Any, line: Any, following: Any) -> None:
        if isinstance(target, (cst.Tuple, cst.List)):
            same = isinstance(given, (cst.Tuple, cst.List))
            values = [e.value for e in given.elements] if same else []
            if len(values) != len(target.elements):
                values = [None] * len(target.elements)
            for element, each in zip(target.elements, values, strict=True):
                self._pair(element.value, each, None, line, following)
            return
        if type(target) is not cst.Attribute or type(target.value) is not cst.Name:
            return
        name = target.attr.value
        if target.value.value != self._instance or name in self.found.attributes:
            return
        self.found.attributes[name] = Attribute(
            name=name,
            annotation=annotation(noted),
            implied=None if given is None else literal_type(given),
            kind="instance",
            comment=described(line, following),
            value=None if given is None else value(given),
        )


def _kept_by(given: cst.BaseExpression) -> tuple[cst.BaseExpression, ...]:
    """Return the names of which an assignment keeps the value: ``x``, ``x or y``, ``x if …``."""
    if isinstance(given, cst.BooleanOperation):
        return (given.left, given.right)
    if isinstance(given, cst.IfExp):
        return (given.body, given.orelse)
    return (given,)


def _names_category(call: cst.Call) -> bool:
    names = [
        dotted(a.value) for a in call.args if a.keyword is None or a.keyword.value == "category"
    ]
    return any(name is not None and name.endswith("Warning") for name in names)


_COMPOUND: Mapping[type, Callable[[_Walk, Any, _Place, list[_Condition]], int]] = {
    cst.ClassDef: _Walk._class,
    cst.For: _Walk._for,
    cst.FunctionDef: _Walk._function,
    cst.If: _Walk._if,
    cst.Match: _Walk._match,
    cst.Try: _Walk._try,
    cst.TryStar: _Walk._try,
    cst.While: _Walk._while,
    cst.With: _Walk._with,
}
_SMALL: Mapping[type, Callable[[_Walk, Any], int]] = {
    cst.AnnAssign: _Walk._annotated,
    cst.Assert: _Walk._assert,
    cst.Assign: _Walk._assign,
    cst.AugAssign: _Walk._augmented,
    cst.Break: lambda _walk, _node: BREAKS,
    cst.Continue: lambda _walk, _node: CONTINUES,
    cst.Del: _Walk._deleted,
    cst.Expr: _Walk._expression,
    cst.Raise: _Walk._raise,
    cst.Return: _Walk._return,
}

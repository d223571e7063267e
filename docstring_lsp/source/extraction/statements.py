"""Simple statements: takes one at a time, notes what it raises, returns, binds and assigns.

Must not know blocks; `docstring_lsp.source.extraction.flow` tells it where a statement stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.code import code, dotted
from docstring_lsp.source.extraction.expressions import Expressions
from docstring_lsp.source.extraction.names import Names, targets
from docstring_lsp.source.extraction.paths import (
    BREAKS,
    CONTINUES,
    FALLS,
    RAISES,
    RETURNS,
    Condition,
    Place,
    told,
)
from docstring_lsp.source.extraction.raising import Resolver, Thrown
from docstring_lsp.source.extraction.types import is_none
from docstring_lsp.source.extraction.warned import warned
from docstring_lsp.source.facts import Attribute, Guard, Raise, Use, Warn

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


class Statements:
    """Notes what simple statements do.

    Args:
        parameters: The names of the function's parameters, without that of the instance.

    Attributes:
        found: What has been noted.
        expressions: What the expressions do.
        names: What the local names are bound to.
        place: Where the next statement stands.
        after: What must not have left before it in its block.
        left: Whether something before it may have left the function.
        reached: Whether it is reached at all.
    """

    def __init__(self, parameters: Collection[str]) -> None:
        self.found = Flow()
        self.expressions = Expressions(parameters, self._called, self._bind)
        self.names = Names(parameters)
        self.place = Place()
        self.after: Sequence[Condition] = ()
        self.left = False
        self.reached = True
        self._resolver = Resolver(self.names)

    def small(self, statement: Any) -> int:
        """Note what a simple statement does and return how it ends."""
        walk = self._SMALL.get(type(statement))
        return FALLS if walk is None else walk(self, statement)

    def _guards(self, *further: Guard) -> tuple[Guard, ...]:
        return told((*self.place.guards, *self.after), *further)

    def _expression(self, node: cst.Expr) -> int:
        kind = type(node.value)
        if kind is cst.SimpleString:
            return FALLS
        self.expressions.scan(node.value)
        if type(node.value) is cst.Call and dotted(node.value.func) in _NEVER_RETURN:
            self.left = True
            return RAISES
        return FALLS

    def _return(self, node: cst.Return) -> int:
        self.left = True
        given = node.value
        if is_none(given):
            self.found.gives_none = True
        elif given is not None:
            self.expressions.use(given, "returned")
            self.expressions.scan(given)
            self.found.returned.append(given)
            if type(given) is cst.IfExp and (is_none(given.body) or is_none(given.orelse)):
                self.found.gives_none = True
        return RETURNS

    def _raise(self, node: cst.Raise) -> int:
        place = self.place
        if node.exc is None:
            thrown: Iterable[Thrown] = map(Thrown, place.handled or ())
        else:
            self.expressions.use(node.exc, "raised")
            self.expressions.scan_raised(node.exc)
            thrown = self._resolver.thrown(node.exc)
        if node.cause is not None:
            self.expressions.scan(node.cause.item)
        found = [each for each in thrown if place.lets_through(each.exception)]
        always = place.sure and not self.after and not self.left
        self.left = True
        for each in dict.fromkeys(found if self.reached else ()):
            self.found.raises.append(
                Raise(
                    each.exception,
                    each.message,
                    self._guards(*each.guards),
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
            self.expressions.use(given, "unpacked")
            self._unbind(target)
        else:
            self._store(target, given)
            self.expressions.scan(target)

    def _store(self, target: cst.BaseExpression, given: cst.BaseExpression) -> None:
        if type(target) in (cst.Attribute, cst.Subscript):
            for kept in _kept_by(given):
                self.expressions.use(kept, "stored", lambda: code(target))

    # What the expressions tell

    def _bind(self, name: str, given: cst.BaseExpression) -> None:
        self.names.bind(name, given)
        if type(given) is cst.Yield and type(given.value) is not cst.From:
            self.found.received = self.found.received or name

    def _unbind(self, target: cst.CSTNode) -> None:
        for each in targets(target):
            if type(each) is cst.Name:
                self.names.forget(each.value)
            else:
                self.expressions.scan(each)

    def _called(self, name: str, call: cst.Call) -> None:
        found = warned(name, call, self.names)
        if found is not None and self.reached:
            self.found.warns.append(replace(found, guards=self._guards()))

    _SMALL: Mapping[type, Callable[[Statements, Any], int]] = {
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


def _kept_by(given: cst.BaseExpression) -> tuple[cst.BaseExpression, ...]:
    """Return the names of which an assignment keeps the value: ``x``, ``x or y``, ``x if …``."""
    if type(given) is cst.BooleanOperation:
        return (given.left, given.right)
    if type(given) is cst.IfExp:
        return (given.body, given.orelse)
    return (given,)

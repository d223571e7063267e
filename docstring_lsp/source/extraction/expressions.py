"""The walk over expressions: tells a watcher what they call, yield and do with parameters.

Iterative, so that an expression's depth costs no stack; nested functions are looked into only
for what they do with the parameters of the function around them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import libcst as cst

from docstring_lsp.source.extraction.children import CHILDREN
from docstring_lsp.source.extraction.code import code, condition, dotted
from docstring_lsp.source.facts import Use, UseKind

_TEXTS = (cst.SimpleString, cst.ConcatenatedString, cst.FormattedString)


class Expressions:
    """Collects what expressions do.

    Args:
        parameters: The names whose uses are wanted.
        called: Is told of each call of the function's own scope that has a dotted name.
        bound: Is told of each ``name := value``.

    Attributes:
        calls: The dotted names called, in order, each once.
        uses: What is done with each parameter, in order, each once.
        yielded: The expressions yielded.
        is_generator: Whether there is a ``yield``.
    """

    def __init__(
        self,
        parameters: Collection[str],
        called: Callable[[str, cst.Call], None],
        bound: Callable[[str, cst.BaseExpression], None],
    ) -> None:
        self.calls: dict[str, None] = {}
        self.uses: dict[str, dict[Use, None]] = {name: {} for name in parameters}
        self.yielded: list[cst.BaseExpression | cst.From | None] = []
        self._called, self._bound = called, bound
        self._shadowed: set[str] = set()
        self._nested = False
        self._making: cst.CSTNode | None = None

    @property
    def is_generator(self) -> bool:
        """Whether there is a ``yield``."""
        return bool(self.yielded)

    def scan(self, root: cst.CSTNode) -> None:
        """Collect what an expression, or a nested function's statement, does."""
        stack: list[Any] = [root]
        pop, children, watchers = stack.pop, CHILDREN, self._WATCHERS
        while stack:
            node = pop()
            kind = type(node)
            if kind is list or kind is tuple:
                stack.extend(reversed(node))
                continue
            watch = watchers.get(kind)
            if watch is not None and watch(self, node):
                continue
            fields = children.get(kind)
            if fields is not None:
                for name in reversed(fields):
                    stack.append(getattr(node, name))  # noqa: PERF401

    def scan_raised(self, root: cst.CSTNode) -> None:
        """Collect what a raised expression does; what it passes to an exception is no use."""
        self._making = root
        self.scan(root)
        self._making = None

    def closure(self, params: cst.Parameters, *bodies: cst.CSTNode) -> None:
        """Collect what a nested function does with the parameters around it."""
        if not self.uses:
            return
        own = {param.name.value for param in every_param(params)}
        before = self._shadowed, self._nested
        self._shadowed, self._nested = self._shadowed | own, True
        for body in bodies:
            self.scan(body)
        self._shadowed, self._nested = before

    def use(self, node: Any, kind: UseKind, detail: str | Callable[[], str] = "") -> None:
        """Record a use if a node is the name of a parameter."""
        if type(node) is not cst.Name or node.value not in self.uses:
            return
        if node.value in self._shadowed:
            return
        text = detail if isinstance(detail, str) else detail()
        self.uses[node.value].setdefault(Use(kind, text))

    def _call(self, node: cst.Call) -> bool:
        name = dotted(node.func)
        if name is not None and not self._nested:
            if name not in self.calls:
                self.calls[name] = None
            self._called(name, node)
        if not self.uses:
            return False
        self.use(node.func, "called")
        if name in ("isinstance", "issubclass") and len(node.args) == 2:
            self.use(node.args[0].value, "checked", lambda: condition(node.args[1].value))
            return False
        if node is self._making or isinstance(getattr(node.func, "value", None), _TEXTS):
            return False
        for index, arg in enumerate(node.args):
            if type(arg.value) is cst.Name and arg.value.value in self.uses:
                self._passed(arg, index, name or code(node.func))
        return False

    def _passed(self, arg: cst.Arg, index: int, function: str) -> None:
        name = arg.value.value  # type: ignore[attr-defined]
        if arg.keyword is not None:
            detail = f"{function}({arg.keyword.value}=)"
        else:
            detail = f"{function}({'…, ' if index else ''}{arg.star}{name})"
        self.use(arg.value, "passed", detail)

    def _yield(self, node: cst.Yield) -> bool:
        if not self._nested:
            self.yielded.append(node.value)
        if type(node.value) is cst.From:
            self.use(node.value.item, "iterated")
        return False

    def _lambda(self, node: cst.Lambda) -> bool:
        for param in every_param(node.params):
            if param.default is not None:
                self.scan(param.default)
        self.closure(node.params, node.body)
        return True

    def _function(self, node: cst.FunctionDef) -> bool:
        self.closure(node.params, node.body)
        return True

    def _bind(self, node: cst.NamedExpr) -> bool:
        if not self._nested and type(node.target) is cst.Name:
            self._bound(node.target.value, node.value)
        return False

    def _attribute(self, node: cst.Attribute) -> bool:
        if type(node.value) is cst.Name:
            self.use(node.value, "read", node.attr.value)
            return True
        return False

    def _subscript(self, node: cst.Subscript) -> bool:
        if type(node.value) is cst.Name and node.value.value in self.uses:
            detail = ", ".join(code(element).rstrip(", ") for element in node.slice)
            self.use(node.value, "indexed", detail)
        return False

    def _comparison(self, node: cst.Comparison) -> bool:
        if self.uses:
            self.use(node.left, "compared", lambda: condition(node))
            for target in node.comparisons:
                self.use(target.comparator, "compared", lambda: condition(node))
        return False

    def _boolean(self, node: cst.BooleanOperation) -> bool:
        self.use(node.left, "tested")
        return False

    def _unary(self, node: cst.UnaryOperation) -> bool:
        if type(node.operator) is cst.Not:
            self.use(node.expression, "tested")
        return False

    def _tested(self, node: Any) -> bool:
        self.test(node.test)
        return False

    def test(self, node: cst.BaseExpression) -> None:
        """Record that the truth of an expression is asked."""
        self.use(node, "tested")
        while type(node) is cst.BooleanOperation:
            self.use(node.right, "tested")
            node = node.left

    def _await(self, node: cst.Await) -> bool:
        self.use(node.expression, "awaited")
        return False

    def _looped(self, node: Any) -> bool:
        self.use(node.iter, "iterated")
        return False

    def _starred(self, node: cst.StarredElement) -> bool:
        self.use(node.value, "iterated")
        return False

    def _entered(self, node: cst.WithItem) -> bool:
        self.use(node.item, "entered")
        return False

    def _raised(self, node: cst.Raise) -> bool:
        self.use(node.exc, "raised")
        return False

    _WATCHERS: Mapping[type, Callable[[Expressions, Any], bool]] = {
        cst.Attribute: _attribute,
        cst.Await: _await,
        cst.BooleanOperation: _boolean,
        cst.Call: _call,
        cst.Comparison: _comparison,
        cst.CompFor: _looped,
        cst.CompIf: _tested,
        cst.For: _looped,
        cst.FunctionDef: _function,
        cst.If: _tested,
        cst.IfExp: _tested,
        cst.Lambda: _lambda,
        cst.NamedExpr: _bind,
        cst.Raise: _raised,
        cst.StarredElement: _starred,
        cst.Subscript: _subscript,
        cst.UnaryOperation: _unary,
        cst.While: _tested,
        cst.WithItem: _entered,
        cst.Yield: _yield,
    }
    """What is done at a node; True says that there is nothing to see inside."""


def every_param(params: cst.Parameters) -> list[cst.Param]:
    """Return all parameters in order."""
    found = [*params.posonly_params, *params.params]
    if type(params.star_arg) is cst.Param:
        found.append(params.star_arg)
    found.extend(params.kwonly_params)
    if params.star_kwarg is not None:
        found.append(params.star_kwarg)
    return found

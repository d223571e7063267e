"""What a ``raise`` raises: takes its expression and what is bound, gives types and messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from docstring_lsp.source.extraction.catching import is_builtin_exception
from docstring_lsp.source.extraction.code import condition, dotted
from docstring_lsp.source.extraction.messages import message_of
from docstring_lsp.source.extraction.names import Caught, Names, Unread
from docstring_lsp.source.facts import Guard


@dataclass(frozen=True, slots=True)
class Thrown:
    """One exception a ``raise`` may raise."""

    exception: str
    message: str | None = None
    guards: tuple[Guard, ...] = ()


_SAME = frozenset({"with_traceback"})
"""Methods of an exception that give the exception itself."""

_LOWER = frozenset({"error", "timeout", "gaierror", "herror"})
"""The exceptions of the standard library that are written in small letters."""

MAYBE = Guard("maybe", "")

_MOST = 6
"""How many names are followed to what was assigned to them."""


class Resolver:
    """Follows the expression of a ``raise`` to the types it names.

    Args:
        names: What the local names are bound to.
    """

    def __init__(self, names: Names) -> None:
        self._names = names

    def thrown(self, node: cst.BaseExpression, depth: int = _MOST) -> Iterator[Thrown]:
        """Yield what raising an expression raises; nothing where its type is not told."""
        if depth == 0:
            return
        if type(node) is cst.IfExp:
            text = condition(node.test)
            for branch, kind in ((node.body, "if"), (node.orelse, "else")):
                guard = Guard(kind, text)  # type: ignore[arg-type]
                for each in self.thrown(branch, depth - 1):
                    yield Thrown(each.exception, each.message, (guard, *each.guards))
        elif type(node) is cst.BooleanOperation:
            for part in (node.left, node.right):
                for each in self.thrown(part, depth - 1):
                    yield Thrown(each.exception, each.message, (MAYBE, *each.guards))
        elif type(node) is cst.NamedExpr:
            yield from self.thrown(node.value, depth - 1)
        elif type(node) is cst.Call:
            yield from self._called(node, depth)
        elif type(node) is cst.Name and node.value in self._names:
            yield from self._bound(node.value, depth)
        elif (name := self._class_name(node, called=False)) is not None:
            yield Thrown(name)

    def _bound(self, name: str, depth: int) -> Iterator[Thrown]:
        values = self._names.values(name)
        several = (MAYBE,) if len(values) > 1 else ()
        for value in values:
            if isinstance(value, Unread):
                continue
            if isinstance(value, Caught):
                yield from (Thrown(each, None, several) for each in value.types)
                continue
            for each in self.thrown(value, depth - 1):
                yield Thrown(each.exception, each.message, (*several, *each.guards))

    def _called(self, call: cst.Call, depth: int) -> Iterator[Thrown]:
        func = call.func
        if type(func) is cst.Subscript:
            func = func.value
        if type(func) is cst.Attribute and func.attr.value in _SAME:
            yield from self.thrown(func.value, depth - 1)
        elif type(func) is cst.Call and dotted(func.func) == "type" and len(func.args) == 1:
            for each in self.thrown(func.args[0].value, depth - 1):
                yield Thrown(each.exception, message_of(call, self._names.expressions), each.guards)
        elif isinstance(func, (cst.IfExp, cst.BooleanOperation)) or (
            type(func) is cst.Name and func.value in self._names
        ):
            for each in self.thrown(func, depth - 1):
                yield Thrown(each.exception, message_of(call, self._names.expressions), each.guards)
        elif (name := self._class_name(func, called=True)) is not None:
            yield Thrown(name, message_of(call, self._names.expressions))

    def _class_name(self, node: cst.BaseExpression, *, called: bool) -> str | None:
        """Return the class that a name names: all of it, or what comes before a factory.

        ``mod.Err`` is a class by its capital letter, ``Err.factory`` makes an ``Err``, and
        ``self.error`` says nothing.
        """
        name = dotted(node)
        if name is None:
            return None
        head = name.partition(".")[0]
        parts = name.split(".")
        # A parameter is no class, but it may hold one, as a module or a client does.
        if len(parts) == 1 and head in self._names.parameters:
            return None
        if _is_class(parts[-1]):
            return name
        if len(parts) > 1 and _is_class(parts[-2]):
            return ".".join(parts[:-1]) if called else None
        known = parts[-1] in _LOWER and len(parts) > 1 and head not in ("self", "cls")
        if head in self._names or head in self._names.parameters:
            return None
        return name if known else None


def _is_class(name: str) -> bool:
    bare = name.lstrip("_")
    if not bare[:1].isupper() or bare in ("None", "True", "False"):
        return False
    constant = bare.isupper() and len(bare) > 1
    return not constant or is_builtin_exception(name)

"""Functions: takes the node of a function, gives its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import libcst as cst

from docstring_lsp.source.definition import Definition
from docstring_lsp.source.extraction.code import annotation, code, value
from docstring_lsp.source.extraction.expressions import every_param
from docstring_lsp.source.extraction.flow import flow
from docstring_lsp.source.extraction.paths import FALLS, RETURNS
from docstring_lsp.source.extraction.scopes import decorators, owner
from docstring_lsp.source.extraction.signature import bound_name, parameters, type_parameters
from docstring_lsp.source.extraction.statements import Flow
from docstring_lsp.source.extraction.type_comments import signature_comment, split
from docstring_lsp.source.extraction.types import common_type
from docstring_lsp.source.facts import (
    Accessor,
    Binding,
    Decorator,
    FunctionFacts,
    Receives,
    Returns,
    Warn,
    Yields,
)

_CLASS_BOUND = frozenset({"__init_subclass__", "__class_getitem__"})
_ABSTRACT = frozenset(
    {"abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod"}
)
_CACHES = frozenset(
    {"cache", "cached", "lru_cache", "alru_cache", "cached_property", "cachedproperty"}
    | {"cached_method", "cachedmethod", "memoize", "memoized", "threaded_cached_property"}
)
_FIXTURES = frozenset(
    {"fixture", "pytest.fixture", "pytest.yield_fixture", "pytest_asyncio.fixture"}
)
_MANAGERS = frozenset({"contextmanager", "asynccontextmanager"})
_DEPRECATED = frozenset({"deprecated", "warnings.deprecated", "typing_extensions.deprecated"})
_GENERATORS = frozenset({"Generator", "AsyncGenerator"})
_ITERATORS = frozenset({"Iterator", "Iterable", "AsyncIterator", "AsyncIterable"})
_NEVER = frozenset({"NoReturn", "Never", "typing.NoReturn", "typing.Never", "t.NoReturn"})
_SELF = frozenset({"Self", "typing.Self", "typing_extensions.Self", "t.Self"})


class Handed(NamedTuple):
    """What a function hands to its caller."""

    returns: Returns | None
    yields: Yields | None
    receives: Receives | None


def function_facts(
    node: cst.FunctionDef, text: str, definition: Definition, *, module: str | None, stub: bool
) -> FunctionFacts:
    """Return the facts of a function.

    Args:
        node: Its syntax tree.
        text: The text it stands in.
        definition: Where it stands.
        module: The dotted name of its module, if known.
        stub: Whether it stands in a stub file.
    """
    stub = stub or _is_stub(node)
    marks = decorators(node, text)
    last = [mark.name.rpartition(".")[2] for mark in marks]
    names = {mark.name for mark in marks}
    binding = _binding(definition, last)
    bound = binding in ("instance", "class") or (
        definition.in_class and node.name.value == "__new__"
    )
    own = bound_name(node) if bound else None
    free = [p.name.value for p in every_param(node.params) if p.name.value != own]
    found = flow(node.body, free, _instance(definition, own, binding))
    comment = signature_comment(node)
    result = annotation(node.returns) or (comment.returns if comment is not None else None)
    manager, fixture = not _MANAGERS.isdisjoint(last), not _FIXTURES.isdisjoint(names)
    handed = _handed(found, result, manager=manager, fixture=fixture, stub=stub)
    return FunctionFacts(
        name=definition.name,
        qualname=definition.qualname,
        module=module,
        owner=owner(text, definition),
        binding=binding,
        accessor=_accessor(last) if definition.in_class else None,
        cached=not _CACHES.isdisjoint(last),
        decorators=marks,
        type_parameters=type_parameters(node),
        parameters=parameters(node, bound=bound, comment=comment, uses=found.uses),
        returns=handed.returns,
        yields=handed.yields,
        receives=handed.receives,
        raises=tuple(found.raises),
        warns=(*_deprecation(node, marks), *found.warns),
        calls=found.calls,
        attributes=tuple(found.attributes.values()),
        is_async=node.asynchronous is not None,
        is_context_manager=manager,
        is_fixture=fixture,
        is_abstract=not _ABSTRACT.isdisjoint(last),
        is_overload="overload" in last,
        is_override="override" in last,
        is_stub=stub,
        is_test=definition.name == "test" or definition.name.startswith("test_"),
        never_returns=result in _NEVER or _never_returns(found, result),
        returns_self=_returns_self(found, result, own),
    )


def _is_stub(node: cst.FunctionDef) -> bool:
    """Return whether a body only says ``...``, ``pass`` or a docstring."""
    smalls: list[object] = []
    for statement in node.body.body:
        if type(statement) is cst.SimpleStatementLine:
            smalls.extend(statement.body)
        else:
            smalls.append(statement)
    return all(type(small) is cst.Pass or _says_nothing(small) for small in smalls)


def _says_nothing(small: object) -> bool:
    return type(small) is cst.Expr and isinstance(
        small.value, (cst.Ellipsis, cst.SimpleString, cst.ConcatenatedString)
    )


def _binding(definition: Definition, decorator_names: Sequence[str]) -> Binding:
    if not definition.in_class:
        return "function"
    if "staticmethod" in decorator_names or definition.name == "__new__":
        return "static"
    if "classmethod" in decorator_names or definition.name in _CLASS_BOUND:
        return "class"
    return "instance"


def _instance(definition: Definition, own: str | None, binding: Binding) -> str | None:
    """Return the name under which the function knows its instance."""
    if definition.in_class and definition.name == "__new__":
        return "self"
    return own if binding == "instance" else None


def _accessor(decorator_names: Sequence[str]) -> Accessor | None:
    for name in decorator_names:
        if name in ("setter", "deleter"):
            return name  # type: ignore[return-value]
        if name == "getter" or name.lower().endswith("property"):
            return "getter"
    return None


def _deprecation(node: cst.FunctionDef, marks: Sequence[Decorator]) -> tuple[Warn, ...]:
    """Return the warning that ``@deprecated("…")`` (PEP 702) issues at each call."""
    for mark, written in zip(marks, node.decorators, strict=True):
        call = written.decorator
        if mark.name not in _DEPRECATED or type(call) is not cst.Call or not call.args:
            continue
        message = call.args[0].value
        if isinstance(message, (cst.SimpleString, cst.ConcatenatedString)):
            told = message.evaluated_value
            if isinstance(told, str):
                return (Warn("DeprecationWarning", " ".join(told.split())),)
    return ()


def _handed(found: Flow, result: str | None, *, manager: bool, fixture: bool, stub: bool) -> Handed:
    head, arguments = _generic(result)
    generator = bool(found.yielded) or (manager and stub)
    if not generator:
        return Handed(_returned(found, result, stub=stub), None, None)
    # Of another name than these the yielded type is not told: it may stand for any of them.
    handed, sent, end = None, None, None
    if head in _GENERATORS:
        handed, sent, end = (*arguments, None, None, None)[:3]
    elif head in _ITERATORS:
        handed = arguments[0] if arguments else None
    yields = Yields(handed, _texts(found.yielded))
    ending = None
    if end is not None and end != "None" and found.returned:
        ending = _values(found, end)
    elif end is None and found.returned:
        ending = _values(found, None)
    return Handed(ending, yields, None if manager or fixture else _receives(found, sent))


def _receives(found: Flow, sent: str | None) -> Receives | None:
    if sent == "None":
        sent = None
    if sent is None and found.received is None:
        return None
    return Receives(sent, found.received)


def _returned(found: Flow, result: str | None, *, stub: bool) -> Returns | None:
    if result == "None" or result in _NEVER:
        return None
    if result is None and not found.returned:
        return None
    if result is not None and (stub or not found.returned):
        return Returns(result)
    return _values(found, result)


def _values(found: Flow, result: str | None) -> Returns:
    texts = _texts(found.returned)
    return Returns(result, texts, common_type(found.returned), found.gives_none)


def _texts(nodes: Sequence[cst.BaseExpression | cst.From | None]) -> tuple[str, ...]:
    texts: dict[str, None] = {}
    for node in nodes:
        if node is not None:
            text = "*" + value(node.item) if isinstance(node, cst.From) else value(node)
            texts.setdefault(text)
    return tuple(texts)


_GENERIC = re.compile(r"([\w.]+)\[(.*)\]\Z", re.DOTALL)


def _generic(result: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the last name of a type and the arguments it stands with."""
    if result is None:
        return "", ()
    match = _GENERIC.match(result)
    if match is None:
        return result.rpartition(".")[2], ()
    return match[1].rpartition(".")[2], tuple(split(match[2]))


def _never_returns(found: Flow, result: str | None) -> bool:
    """Return whether every path raises; what is left to be written does not count."""
    if found.ends & (FALLS | RETURNS) or found.yielded:
        return False
    return result is None or not any(
        each.exception == "NotImplementedError" for each in found.raises
    )


def _returns_self(found: Flow, result: str | None, own: str | None) -> bool:
    if result in _SELF:
        return True
    return (
        own is not None
        and bool(found.returned)
        and not found.gives_none
        and all(code(each) == own for each in found.returned)
    )

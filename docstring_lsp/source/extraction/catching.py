"""Which exceptions a handler catches: takes type names, knows the built-in hierarchy."""

from __future__ import annotations

import builtins
from functools import lru_cache

import libcst as cst

from docstring_lsp.source.extraction.code import condition, dotted

EVERYTHING = ("BaseException",)
"""What a bare ``except:`` catches."""

_SUPPRESSORS = frozenset(
    {"suppress", "contextlib.suppress", "pytest.raises", "self.assertRaises"}
    | {"self.assertRaisesRegex", "assertRaises"}
)
_ALIASES = dict.fromkeys(
    ("EnvironmentError", "IOError", "socket.error", "select.error", "os.error", "mmap.error"),
    "OSError",
) | {"socket.timeout": "TimeoutError", "asyncio.TimeoutError": "TimeoutError"}


@lru_cache(maxsize=1024)
def catches(handler: str, exception: str) -> bool:
    """Return whether a handler of one type is sure to catch an exception of another.

    Of types that are not built in only this is known: that they are caught under their own
    name, and by ``Exception`` and ``BaseException``.
    """
    if handler == exception:
        return True
    catching, thrown = _builtin(handler), _builtin(exception)
    if catching is None:
        return False
    if thrown is None:
        return catching in (Exception, BaseException)
    return issubclass(thrown, catching)


def caught_types(node: cst.BaseExpression | None) -> tuple[str, ...]:
    """Return the types a handler names; `EVERYTHING` for a bare one."""
    if node is None:
        return EVERYTHING
    if isinstance(node, cst.Tuple):
        return tuple(_type_name(element.value) for element in node.elements)
    return (_type_name(node),)


def suppressed_types(item: cst.WithItem) -> tuple[str, ...]:
    """Return the exceptions that the body of a ``with`` cannot let through."""
    call = item.item
    if not isinstance(call, cst.Call) or dotted(call.func) not in _SUPPRESSORS:
        return ()
    found: list[str] = []
    for arg in call.args:
        if arg.keyword is None and not arg.star:
            found.extend(caught_types(arg.value))
    return tuple(found)


def _type_name(node: cst.BaseExpression) -> str:
    return dotted(node) or condition(node)


@lru_cache(maxsize=256)
def _builtin(name: str) -> type[BaseException] | None:
    name = _ALIASES.get(name, name).removeprefix("builtins.")
    found = getattr(builtins, name, None) if name.isidentifier() else None
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def is_builtin_exception(name: str) -> bool:
    """Return whether a name is that of a built-in exception."""
    return _builtin(name) is not None

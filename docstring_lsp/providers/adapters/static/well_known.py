"""Parameters whose name settles their meaning by convention, where nothing contradicts it."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static import types
from docstring_lsp.source.facts import Parameter

_TEXT = frozenset({"str", "Text", "LiteralString"})
_NUMBER = frozenset({"int", "float", "Decimal", "timedelta"})

_MEANINGS: dict[str, tuple[str, frozenset[str]]] = {
    "encoding": ("the name of the text encoding", _TEXT),
    "timeout": ("the time to wait at most", _NUMBER),
    "argv": (
        "the command-line arguments",
        frozenset({"list", "List", "Sequence", "tuple", "Tuple"}),
    ),
    "loop": ("the event loop", frozenset({"AbstractEventLoop", "EventLoop"})),
    "default": ("the default value", frozenset()),
    "maxsize": ("the maximum size", frozenset({"int"})),
    "ndim": ("the number of dimensions", frozenset({"int"})),
    "maxlen": ("the maximum length", frozenset({"int"})),
    "stacklevel": ("the stack level that a warning is reported for", frozenset({"int"})),
    "width": ("the width", frozenset()),
}
_NEEDS_SIBLING = {
    "errors": ("how encoding errors are handled", "encoding"),
}


def parameter(given: Parameter, found: types.Type, siblings: frozenset[str]) -> str | None:
    """Return what a parameter means by convention, or None."""
    if given.name in _NEEDS_SIBLING and found.names <= _TEXT:
        meaning, sibling = _NEEDS_SIBLING[given.name]
        if sibling in siblings:
            return meaning
    if given.name == "errors" and given.default in ("'strict'", '"strict"'):
        return _NEEDS_SIBLING["errors"][0]
    if given.name not in _MEANINGS:
        return None
    meaning, expected = _MEANINGS[given.name]
    if expected and found.names and not found.names <= expected:
        return None
    if (
        any(use.kind in ("called", "iterated", "unpacked", "entered") for use in given.uses)
        and given.name != "argv"
    ):
        return None
    return meaning

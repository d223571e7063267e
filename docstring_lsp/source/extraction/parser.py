"""libcst's parser without its second look: takes source, gives the tree the grammar found.

Every node that libcst makes looks itself over when it is made, so that a tree put together by
hand can be written out. What the parser makes was source a moment ago; there the looking costs
a seventh of the parse and, at times, refuses what the grammar took. Nodes that anybody else
makes, in other threads too, look themselves over as ever.
"""

from __future__ import annotations

from threading import get_ident

import libcst as cst

_parsing: set[int] = set()
"""The threads that parse."""


def parse(source: str) -> cst.Module:
    """Return the syntax tree of a module.

    Raises:
        libcst.ParserSyntaxError: If the source is no Python.
    """
    thread = get_ident()
    _parsing.add(thread)
    try:
        return cst.parse_module(source)
    finally:
        _parsing.discard(thread)


_look_over = cst.CSTNode.__post_init__


def _unless_parsed(node: cst.CSTNode) -> None:
    if not _parsing or get_ident() not in _parsing:
        _look_over(node)


cst.CSTNode.__post_init__ = _unless_parsed  # type: ignore[method-assign, assignment]

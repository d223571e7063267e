"""Patterns of ``match``: what they bind, and whether two can match the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst as cst


def captures(pattern: cst.CSTNode) -> Iterator[str]:
    """Yield the names that a pattern binds."""
    stack: list[Any] = [pattern]
    while stack:
        node = stack.pop()
        name = getattr(node, "name", None) or getattr(node, "rest", None)
        if isinstance(name, cst.Name):
            yield name.value
        if not isinstance(node, cst.BaseExpression):
            stack.extend(child for child in node.children if not isinstance(child, cst.Name))


def is_total(case: cst.MatchCase) -> bool:
    """Return whether a case matches whatever is left."""
    pattern = case.pattern
    return isinstance(pattern, cst.MatchAs) and pattern.pattern is None and case.guard is None


def disjoint(one: cst.MatchPattern, other: cst.MatchPattern) -> bool:
    """Return whether two patterns are sure to match nothing in common."""
    left, right = _strings(one), _strings(other)
    return bool(left) and bool(right) and not left & right


def _strings(pattern: cst.CSTNode) -> frozenset[str]:
    """Return the texts a pattern of string literals matches; nothing for any other."""
    parts = [e.pattern for e in pattern.patterns] if isinstance(pattern, cst.MatchOr) else [pattern]
    found: set[str] = set()
    for part in parts:
        if isinstance(part, cst.MatchSingleton) and part.value.value == "None":
            found.add("None")
            continue
        value = part.value if isinstance(part, cst.MatchValue) else None
        text = value.evaluated_value if isinstance(value, cst.SimpleString) else None
        if not isinstance(text, str):
            return frozenset()
        found.add(repr(text))
    return frozenset(found)

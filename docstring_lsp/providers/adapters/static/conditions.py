"""Conditions in words: from the source of an expression to a clause that follows "if"."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import lru_cache

from docstring_lsp.providers.adapters.static import calls, expressions, phrasebook, prose, words
from docstring_lsp.providers.adapters.static.clauses import Clause, share_subject

LONGEST_CLAUSE = 130


@lru_cache(maxsize=4096)
def describe(
    condition: str, *, holds: bool = True, types: tuple[tuple[str, str], ...] = ()
) -> Clause | None:
    """Return the clause that says a condition holds (or does not), or None if it is too long.

    Args:
        condition: The expression as written.
        holds: False for the clause that says it does not hold.
        types: What is known of names: ``flag``, ``container``, ``optional`` or ``given``.
    """
    node = expressions.parse(condition)
    if node is not None:
        try:
            clause = _Writer(dict(types)).write(node, holds)
        except RecursionError:
            clause = None
        if clause is not None and len(clause.text) <= LONGEST_CLAUSE:
            return clause
    quoted = prose.code(condition)
    return Clause(f"{quoted} is {_truth(holds)}", plain=False) if quoted else None


def _truth(holds: bool) -> str:
    return "true" if holds else "false"


class _Writer:
    """Writes one condition; ``types`` says what is known of names in it."""

    def __init__(self, types: dict[str, str]) -> None:
        self.types = types

    def write(self, node: ast.expr, holds: bool) -> Clause | None:
        """Return the clause for a tree, or None where it cannot be quoted either."""
        writer = _WRITERS.get(type(node))
        return (writer(self, node, holds) if writer else None) or self.quoted(node, holds)

    def quoted(self, node: ast.expr, holds: bool) -> Clause | None:
        """Return the clause that quotes the code."""
        text = prose.code(expressions.source(node))
        return Clause(f"{text} is {_truth(holds)}", plain=False) if text else None

    def subject(self, node: ast.expr) -> str | None:
        """Return how a sentence names a value."""
        if isinstance(node, ast.NamedExpr):
            node = node.value
        if isinstance(node, ast.Constant) and isinstance(node.value, (bool, type(None))):
            return str(node.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            return str(node.value)
        if _is_call(node, "len", 1):
            inner = self.subject(node.args[0])  # type: ignore[attr-defined]
            return f"the length of {inner}" if inner else None
        if _is_call(node, "type", 1):
            inner = self.subject(node.args[0])  # type: ignore[attr-defined]
            return f"the type of {inner}" if inner else None
        return prose.code(expressions.source(node))

    def negation(self, node: ast.UnaryOp, holds: bool) -> Clause | None:
        """Write ``not x``."""
        if isinstance(node.op, ast.Not):
            return self.write(node.operand, not holds)
        return None

    def alternatives(self, node: ast.BoolOp, holds: bool) -> Clause | None:
        """Write ``a and b`` and ``a or b``."""
        word = "and" if isinstance(node.op, ast.And) is holds else "or"
        clauses = [self.write(value, holds) for value in node.values]
        if len(clauses) > 3 or any(clause is None for clause in clauses):
            return None
        found = [clause for clause in clauses if clause is not None]
        texts = [clause.text for clause in found]
        if any(_divides(text) for text in texts):
            return None  # commas at two levels would leave open what belongs together
        nested = any(glue in text for glue in (" or ", " and ") for text in texts)
        if len(texts) == 2:
            text = (f", {word} " if nested else f" {word} ").join(
                texts if nested else share_subject(texts)
            )
        elif nested:
            return None
        else:
            text = words.joined(texts, word)
        return Clause(text, all(clause.plain for clause in found))

    def comparison(self, node: ast.Compare, holds: bool) -> Clause | None:
        """Write comparisons, chains of two included."""
        if len(node.ops) == 1:
            return self._single(node.left, node.ops[0], node.comparators[0], holds)
        inclusive = all(isinstance(op, ast.LtE) for op in node.ops) and len(node.ops) == 2
        low, middle, high = (
            self.subject(part) for part in (node.left, node.comparators[0], node.comparators[-1])
        )
        if inclusive and low and middle and high:
            return Clause(f"{middle} is {'' if holds else 'not '}between {low} and {high}")
        text = prose.code(expressions.source(node))
        return Clause(f"{text} {'holds' if holds else 'does not hold'}") if text else None

    def _single(self, left: ast.expr, op: ast.cmpop, right: ast.expr, holds: bool) -> Clause | None:
        kind = type(op)
        if isinstance(left, ast.Constant) and not isinstance(right, ast.Constant):
            if kind in phrasebook.FLIPPED:
                left, right, kind = right, left, phrasebook.FLIPPED[kind]
            elif kind in (ast.Eq, ast.NotEq, ast.Is, ast.IsNot):
                left, right = right, left
        if not holds and kind in phrasebook.NEGATIVE_FORM:
            kind, holds = phrasebook.NEGATIVE_FORM[kind], True
        if _is_call(left, "len", 1) and isinstance(right, ast.Constant):
            inner = self.subject(left.args[0])  # type: ignore[attr-defined]
            found = _length(kind, right.value, holds)
            if inner and found:
                return Clause(f"{inner} {found}")
        subject = self.subject(left)
        tail = self._tail(kind, right, holds) if subject else None
        return Clause(f"{subject} {tail}") if tail else None

    def _tail(self, kind: type[ast.cmpop], right: ast.expr, holds: bool) -> str | None:
        zero = isinstance(right, ast.Constant) and type(right.value) in (int, float)
        if zero and right.value == 0:  # type: ignore[attr-defined]
            key = (ast.Eq, False) if kind is ast.NotEq else (kind, holds)
            if key in phrasebook.AGAINST_ZERO:
                return phrasebook.AGAINST_ZERO[key]
        if kind in (ast.In, ast.NotIn):
            return self._membership(right, kind is ast.In)
        other = self.subject(right)
        if other is None:
            return None
        if isinstance(right, ast.Constant) and right.value in ("", b"") and kind in _EQUALITY:
            return "is empty" if kind is ast.Eq else "is not empty"
        if kind in (ast.Is, ast.IsNot) or (kind in _EQUALITY and _is_value(right)):
            return f"is {other}" if kind in (ast.Is, ast.Eq) else f"is not {other}"
        if kind in _EQUALITY:
            return f"equals {other}" if kind is ast.Eq else f"does not equal {other}"
        phrase = phrasebook.ORDER.get((kind, holds))
        return f"{phrase} {other}" if phrase else None

    def _membership(self, right: ast.expr, inside: bool) -> str | None:
        if isinstance(right, (ast.Tuple, ast.List, ast.Set)):
            items = [self.subject(item) for item in right.elts]
            if not items or len(items) > 5 or any(item is None for item in items):
                return None
            shown = words.joined([item for item in items if item], "or" if inside else "and")
            if len(items) == 1:
                return f"is {shown}" if inside else f"is not {shown}"
            if not inside and len(items) == 2:
                return f"is neither {items[0]} nor {items[1]}"
            return f"is {shown}" if inside else f"is none of {shown}"
        other = self.subject(right)
        return f"is {'' if inside else 'not '}in {other}" if other else None

    def call(self, node: ast.Call, holds: bool) -> Clause | None:
        """Write calls whose meaning is known."""
        return calls.describe(node, self.subject, holds)

    def truth(self, node: ast.expr, holds: bool) -> Clause | None:
        """Write the truth of a name or an attribute."""
        name = expressions.dotted(node)
        quoted = self.subject(node)
        if name is None or quoted is None:
            return None
        owner, _, last = name.rpartition(".")
        parts = words.split(last.lstrip("_"))
        state = parts[-1] if parts and parts[0] in ("is", parts[-1]) and len(parts) <= 2 else ""
        if owner == "self" and state in phrasebook.STATES:
            return Clause(f"the instance is {'' if holds else 'not '}{state}")
        known = self.types.get(name)
        return Clause(f"{quoted} {phrasebook.TRUTH[known, holds]}")


def _divides(text: str) -> bool:
    return ", or " in text or ", and " in text


_EQUALITY = (ast.Eq, ast.NotEq)
_WRITERS: dict[type[ast.expr], Callable[..., Clause | None]] = {
    ast.UnaryOp: _Writer.negation,
    ast.BoolOp: _Writer.alternatives,
    ast.Compare: _Writer.comparison,
    ast.Call: _Writer.call,
    ast.Name: _Writer.truth,
    ast.Attribute: _Writer.truth,
}


def _is_call(node: ast.expr, name: str, arguments: int) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and len(node.args) == arguments
        and not node.keywords
        and not isinstance(node.args[0], ast.Starred)
    )


def _is_value(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
    )


def _length(kind: type[ast.cmpop], value: object, holds: bool) -> str | None:
    if not isinstance(value, int):
        return None
    if (kind, value) in phrasebook.LENGTH:
        phrase = phrasebook.LENGTH[kind, value]
        if holds:
            return phrase
        return "is not empty" if phrase == "is empty" else "is empty"
    return None

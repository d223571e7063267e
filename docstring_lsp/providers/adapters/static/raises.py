"""Raises and warnings in words: from guards and messages to "If ..." sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from docstring_lsp.providers.adapters.static import conditions, expressions, messages, prose, words
from docstring_lsp.providers.adapters.static.conditions import Clause
from docstring_lsp.source.facts import Guard

Types = tuple[tuple[str, str], ...]

MOST_CASES = 3
"""The most cases of one exception that are told; the others are counted."""


class Leaving(Protocol):
    """What a raise and a warning have in common."""

    @property
    def message(self) -> str | None:
        """The literal message."""

    @property
    def guards(self) -> tuple[Guard, ...]:
        """What must hold."""


def describe(
    cases: Sequence[tuple[Leaving, bool]],
    *,
    exception: str,
    parameters: frozenset[str] = frozenset(),
    types: Types = (),
    abstract: bool = False,
) -> str:
    """Return one sentence for all the places that raise one exception.

    Args:
        cases: Each place and whether every path ends in it.
        exception: The exception's type as written.
        parameters: The names of the function's parameters.
        types: What is known of names, as `conditions.describe` takes it.
        abstract: Whether the function is there to be overridden.
    """
    if any(always for _, always in cases):
        return _always(exception, abstract)
    told: list[str] = []
    for case, _ in cases:
        text = _case(case, exception, parameters, types)
        if text not in told:
            told.append(text)
    return prose.sentence(_joined(told))


def _always(exception: str, abstract: bool) -> str:
    if exception.rpartition(".")[2] == "NotImplementedError":
        return (
            "Always; subclasses must override it." if abstract else "Always; it is not implemented."
        )
    return "Always."


def _joined(told: list[str]) -> str:
    shown, further = told[:MOST_CASES], len(told) - MOST_CASES
    if further > 0:
        count = "one further case" if further == 1 else f"{further} further cases"
        return ", ".join(shown) + f", or in {count}"
    if len(shown) == 1:
        return shown[0]
    complex_ = any("," in text or " or " in text for text in shown)
    return words.joined(shown, "or") if not complex_ or len(shown) > 2 else ", or ".join(shown)


def _case(case: Leaving, exception: str, parameters: frozenset[str], types: Types) -> str:
    guards = _telling(case.guards)
    clause = _guarded(guards, exception, types)
    if clause is not None and clause.plain:
        return f"if {clause.text}"
    from_message = messages.clause(case.message, parameters) if case.message else None
    if from_message:
        return f"if {from_message}"
    if clause is not None:
        return f"if {clause.text}"
    if case.message and (quoted := messages.quoted(case.message)):
        return f"with the message {quoted}"
    return "if a check fails" if guards else "unless it returns earlier"


def _telling(guards: Iterable[Guard]) -> list[Guard]:
    """Return the guards that say when: earlier exits only where nothing else is asked."""
    found = [g for g in guards if not (g.kind == "while" and g.condition in ("True", "1"))]
    asked = [g for g in found if g.kind not in ("after", "for")]
    if asked:
        found = [g for g in found if g.kind != "after"]
    return found


def _guarded(guards: list[Guard], exception: str, types: Types) -> Clause | None:
    if len(guards) > 4:
        guards = guards[-2:]
    clauses: list[Clause] = []
    loop: Guard | None = None
    for guard in guards:
        if guard.kind == "for":
            loop = guard
            continue
        clause = _CLAUSES[guard.kind](guard, exception, types)
        if clause is None:
            return None
        if clause not in clauses:
            clauses.append(clause)
    if not clauses:
        return None
    text = " and ".join(clause.text for clause in clauses)
    text += _loop(loop, text)
    if len(text) > conditions.LONGEST_CLAUSE + 40:
        return None
    return Clause(text, all(clause.plain for clause in clauses))


def _loop(guard: Guard | None, text: str) -> str:
    if guard is None:
        return ""
    target, found, iterable = guard.condition.partition(" in ")
    shown = prose.code(iterable)
    if not found or shown is None or not re.search(rf"\b{re.escape(target)}\b", text):
        return ""
    return f" for {words.with_article(f'`{target}`')} in {shown}"


def _if(guard: Guard, exception: str, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=True, types=types)


def _unless(guard: Guard, exception: str, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=False, types=types)


def _except(guard: Guard, exception: str, types: Types) -> Clause | None:
    names = caught(guard.condition)
    if names is None:
        return Clause("an exception occurs") if not guard.condition.strip() else None
    if exception in names:
        return Clause("it was caught and is passed on", plain=False)
    shown = [quoted for quoted in map(prose.code, names) if quoted]
    if not shown or len(shown) > 4:
        return None
    listing = words.joined([words.with_article(shown[0]), *shown[1:]], "or")
    return Clause(f"{listing} occurs")


def caught(condition: str) -> list[str] | None:
    """Return the names of the types an ``except`` catches, or None if they are no names."""
    node = expressions.parse(condition)
    if node is None:
        return None
    elements: list[object] = list(getattr(node, "elts", [node]))
    names = [expressions.dotted(item) for item in elements]  # type: ignore[arg-type]
    if not names or any(name is None for name in names):
        return None
    return [name for name in names if name]


def _case_guard(guard: Guard, exception: str, types: Types) -> Clause | None:
    quoted = prose.code(guard.condition)
    return Clause(f"the case {quoted} matches", plain=False) if quoted else None


_CLAUSES = {
    "if": _if, "while": _if, "else": _unless, "after": _unless, "assert": _unless,
    "except": _except, "case": _case_guard, "for": _if,
}  # fmt: skip


def grouped(raised: Iterable[object], key: str) -> Mapping[str, list[object]]:
    """Return raises or warnings by their type as written, in order."""
    groups: dict[str, list[object]] = {}
    for item in raised:
        groups.setdefault(getattr(item, key), []).append(item)
    return groups

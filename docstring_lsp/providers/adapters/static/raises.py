"""Raises and warnings in words: from guards and messages to "If ..." sentences."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Protocol

from docstring_lsp.providers.adapters.static import conditions, expressions, messages, prose, words
from docstring_lsp.providers.adapters.static.conditions import Clause
from docstring_lsp.source.facts import Guard

Types = tuple[tuple[str, str], ...]

MOST_CASES = 3
"""The most cases of one exception that are told; the others are counted."""

_LONGEST = 200


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
    unguarded: str = "unless it returns earlier",
) -> str:
    """Return one sentence for all the places that raise one exception.

    Args:
        cases: Each place and whether every path ends in it.
        exception: The exception's type as written.
        parameters: The names of the function's parameters.
        types: What is known of names, as `conditions.describe` takes it.
        abstract: Whether the function is there to be overridden.
        unguarded: What is said of a place that no condition guards.
    """
    if any(always for _, always in cases):
        return _always(exception, abstract)
    told: list[str] = []
    for case, _ in cases:
        text = _case(case, exception, parameters, types, unguarded)
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
    shown = told[:MOST_CASES]
    while len(shown) > 1 and sum(map(len, shown)) > _LONGEST:
        shown = shown[:-1]
    further = len(told) - len(shown)
    if further > 0:
        count = "one further case" if further == 1 else f"{further} further cases"
        return f"{', '.join(shown)}, or in {count}"
    if len(shown) == 2 and any(glue in text for text in shown for glue in (",", " or ", " and ")):
        return ", or ".join(shown)
    return words.joined(shown, "or")


def _case(
    case: Leaving, exception: str, parameters: frozenset[str], types: Types, unguarded: str
) -> str:
    if _is_passed_on(case, exception):
        said = messages.quoted(case.message) if case.message else None
        return f"with the message {said}" if said else "if it occurs here; it is then passed on"
    guards = _telling(case.guards)
    clause = _guarded(guards, types)
    if clause is not None and clause.plain and _is_told_by_names(guards, parameters):
        return f"if {clause.text}"
    from_message = messages.clause(case.message, parameters) if case.message else None
    if from_message:
        return f"if {from_message}"
    quoted = messages.quoted(case.message) if case.message else None
    if clause is not None and (clause.plain or not quoted) and len(clause.text) < _LONG:
        return f"if {clause.text}"
    if quoted:
        return f"with the message {quoted}"
    if clause is not None:
        return f"if {clause.text}"
    return "if a check fails" if guards else unguarded


_LONG = 90
_EVERYWHERE = frozenset(dir(builtins)) | sys.stdlib_module_names | {"self", "cls"}


def _is_told_by_names(guards: list[Guard], parameters: frozenset[str]) -> bool:
    """Return whether a reader of the signature knows every name in the guards.

    Local variables mean nothing to that reader, and an earlier exit is only part of a reason:
    in both cases a message says more.
    """
    if guards and all(guard.kind == "after" for guard in guards):
        return False
    if len(guards) > 3:
        return False
    known = set(parameters)
    for guard in guards:
        if guard.kind == "for":
            known |= expressions.names(guard.condition.partition(" in ")[0])
        elif guard.kind != "except":
            used = expressions.names(guard.condition) - known - _EVERYWHERE
            if any(name.lstrip("_")[:1].islower() for name in used):
                return False
    return True


def _is_passed_on(case: Leaving, exception: str) -> bool:
    handlers = [guard for guard in case.guards if guard.kind == "except"]
    if not handlers:
        return False
    return exception in (caught(handlers[-1].condition) or ())


def _telling(guards: Iterable[Guard]) -> list[Guard]:
    """Return the guards that say when.

    Loops, and what an earlier branch or exit has already dealt with, only surround the reason
    where there is one of its own.
    """
    found = [g for g in guards if not (g.kind == "while" and g.condition in ("True", "1"))]
    own = [at for at, guard in enumerate(found) if guard.kind in ("if", "except", "case")]
    if own:
        last = own[-1]
        found = [
            guard
            for at, guard in enumerate(found)
            if guard.kind not in ("after", "while") and not (guard.kind == "else" and at < last)
        ]
    elif any(guard.kind in ("else", "while") for guard in found):
        found = [guard for guard in found if guard.kind != "after"]
    return found


def _guarded(guards: list[Guard], types: Types) -> Clause | None:
    clauses: list[Clause] = []
    loop: Guard | None = None
    for guard in guards[-3:]:
        if guard.kind == "for":
            loop = guard
            continue
        clause = _CLAUSES[guard.kind](guard, types)
        if clause is None:
            return None
        if clause not in clauses:
            clauses.append(clause)
    if not clauses:
        return None
    mixed = any(" or " in clause.text for clause in clauses)
    texts = [clause.text for clause in clauses]
    text = ", and ".join(texts) if mixed else " and ".join(conditions.share_subject(texts))
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


def _if(guard: Guard, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=True, types=types)


def _unless(guard: Guard, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=False, types=types)


def _except(guard: Guard, types: Types) -> Clause | None:  # noqa: ARG001
    names = caught(guard.condition)
    if names is None:
        return Clause("an exception occurs") if not guard.condition.strip() else None
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


def _case_guard(guard: Guard, types: Types) -> Clause | None:  # noqa: ARG001
    subject, found, pattern = guard.condition.partition(": ")
    shown = prose.code(subject)
    if not found or shown is None:
        return None
    if pattern == "_":
        return Clause(f"no other case matches {shown}")
    quoted = prose.code(pattern)
    return Clause(f"{shown} matches {quoted}") if quoted else None


_CLAUSES = {
    "if": _if, "while": _if, "else": _unless, "after": _unless, "assert": _unless,
    "except": _except, "case": _case_guard, "for": _if,
}  # fmt: skip

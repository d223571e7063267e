"""Raises and warnings in words: from guards and messages to "If ..." sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from docstring_lsp.providers.adapters.static import guards, messages, prose, words
from docstring_lsp.providers.adapters.static.guards import Types
from docstring_lsp.source.facts import Guard

MOST_CASES = 3
"""The most cases of one exception that are told; the others are counted."""

_LONGEST = 200
_LONG = 90


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
        return _always(cases, exception, abstract)
    told = [_case(case, exception, parameters, types) for case, _ in cases]
    return prose.sentence(_joined(list(dict.fromkeys(told))))


def warned(cases: Sequence[Leaving], *, parameters: frozenset[str], types: Types) -> str:
    """Return one sentence for all the places that issue a warning of one category."""
    told = [
        _case(case, "", parameters, types) if case.guards else _unguarded(case) for case in cases
    ]
    return prose.sentence(_joined(list(dict.fromkeys(told))))


def _unguarded(case: Leaving) -> str:
    said = messages.quoted(case.message) if case.message else None
    return f"on each call, with the message {said}" if said else "on each call"


def _always(cases: Sequence[tuple[Leaving, bool]], exception: str, abstract: bool) -> str:
    if exception.rpartition(".")[2] != "NotImplementedError":
        return "Always."
    if any(case.message and not _NOT_THERE_YET.search(case.message) for case, _ in cases):
        return "Always."
    return "Always; subclasses must override it." if abstract else "Always; it is not implemented."


_NOT_THERE_YET = re.compile(r"(?i)implement|overrid|overwrit|subclass|abstract|must|should")
"""What a message says of a method that others are to write, and not of one that is forbidden."""


def _joined(told: list[str]) -> str:
    told = _together(sorted(told, key=_vagueness))
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


def _vagueness(told: str) -> int:
    """Return how little a case says, so that what says most comes first."""
    openings = ("if ", "with ", "only if ")
    return next((at for at, how in enumerate(openings) if told.startswith(how)), len(openings))


_OCCURS = re.compile(r"if (an? `[\w.]+`) occurs")


def _together(told: list[str]) -> list[str]:
    """Return cases with those joined that only name what occurs."""
    found = [match for text in told if (match := _OCCURS.fullmatch(text))]
    if len(found) < 2:
        return told
    joined = f"if {words.joined([match[1] for match in found], 'or')} occurs"
    at = told.index(found[0][0])
    rest = [text for text in told if not _OCCURS.fullmatch(text)]
    return [*rest[:at], joined, *rest[at:]]


def _case(case: Leaving, exception: str, parameters: frozenset[str], types: Types) -> str:
    quoted = messages.quoted(case.message) if case.message else None
    with_message = f"with the message {quoted}" if quoted else None
    if _is_passed_on(case, exception):
        if case.message is None:
            return "if it is caught here and raised again"
        if with_message:
            return with_message
    told = guards.tell(case.guards, parameters, types)
    if told.plain and told.familiar and not told.empty:
        return told.text
    from_message = messages.clause(case.message, parameters) if case.message else None
    if from_message:
        return f"if {from_message}"
    if with_message and (told.empty or not told.plain or len(told.text) >= _LONG):
        return with_message
    return told.text


def _is_passed_on(case: Leaving, exception: str) -> bool:
    handlers = [guard for guard in case.guards if guard.kind == "except"]
    return bool(handlers) and exception in (guards.caught(handlers[-1].condition) or ())

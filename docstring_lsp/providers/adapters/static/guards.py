"""Guards in words: what must hold, told whole or not claimed to be whole."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docstring_lsp.providers.adapters.static import conditions, expressions, prose, words
from docstring_lsp.providers.adapters.static.clauses import Clause, share_subject
from docstring_lsp.source.facts import Guard

Types = tuple[tuple[str, str], ...]

MOST_CLAUSES = 3
"""The most conditions that one sentence joins."""


@dataclass(frozen=True, slots=True)
class Told:
    """What guards say.

    Attributes:
        text: A clause that opens with "if" or "only if", or says that nothing is asked.
        plain: Whether it reads as prose; otherwise it quotes code.
        familiar: Whether a reader of the signature knows every name in it.
        empty: Whether it says no condition.
    """

    text: str
    plain: bool = True
    familiar: bool = True
    empty: bool = False


def tell(guards: Sequence[Guard], parameters: frozenset[str], types: Types) -> Told:
    """Return what guards say, as much of it as is sure.

    Where some guard cannot be told, the others are only necessary: then "only if" opens the
    clause, which claims no more than that.
    """
    wanted = _without_implied(
        [guard for guard in guards if guard.condition or guard.kind == "except"]
    )
    unmatched = any(guard.kind == "unmatched" for guard in guards)
    doubtful = any(guard.kind == "maybe" for guard in guards)
    leaves = any(guard.kind == "after" and not guard.condition for guard in guards)
    loops = [guard for guard in wanted if guard.kind == "for"]
    asking = [guard for guard in wanted if guard.kind != "for"]
    clauses = [_clause(guard, types) for guard in asking[-MOST_CLAUSES:]]
    found = list(dict.fromkeys(clause for clause in clauses if clause is not None))
    whole = len(asking) <= MOST_CLAUSES and None not in clauses and not doubtful
    familiar = _is_familiar(wanted, parameters)
    text = _joined([clause.text for clause in found]) + _reassigned(asking)
    told_loops = _loops(loops, text)
    if unmatched:
        text += " and no earlier case matches"
    if not found or len(text) > conditions.LONGEST_CLAUSE + 40:
        return _unasked(leaves=leaves, doubtful=doubtful or bool(wanted), loop=loops)
    text = f"{'if' if whole else 'only if'} {text}{told_loops}"
    if leaves:
        text += ", unless it returns earlier"
    return Told(text, all(clause.plain for clause in found), familiar and whole)


def _unasked(*, leaves: bool, doubtful: bool, loop: Sequence[Guard]) -> Told:
    if len(loop) == 1 and (iterable := _iterated(loop[0])):
        return Told(f"in some cases while it goes through {iterable}", empty=True)
    if leaves and not doubtful:
        return Told("unless it returns earlier", empty=True)
    return Told(
        "in some cases" if doubtful else "unless an exception is raised earlier", empty=True
    )


def _without_implied(guards: list[Guard]) -> list[Guard]:
    """Return guards without the ones that a later one implies: what is less is not None."""
    kept: list[Guard] = []
    for at, guard in enumerate(guards):
        if guard.kind == "while" and guard.condition in ("True", "1"):
            continue
        name = _not_none(guard)
        if name and any(_orders(later, name) for later in guards[at + 1 :]):
            continue
        kept.append(guard)
    return kept


_IS_NONE = re.compile(r"([\w.]+) is None")
_IS_NOT_NONE = re.compile(r"([\w.]+) is not None")


def _not_none(guard: Guard) -> str | None:
    pattern = {"after": _IS_NONE, "else": _IS_NONE, "if": _IS_NOT_NONE}.get(guard.kind)
    found = pattern.fullmatch(guard.condition) if pattern else None
    return found[1] if found else None


def _orders(guard: Guard, name: str) -> bool:
    name = re.escape(name)
    return guard.kind in ("if", "after", "else") and bool(
        re.fullmatch(
            rf"{name} [<>]=? [\w.]+|[\w.]+ [<>]=? {name}|len\({name}\) .*", guard.condition
        )
    )


def _joined(texts: list[str]) -> str:
    if len(texts) > 1 and any(", or " in text or ", and " in text for text in texts):
        return "; and ".join(texts)
    if any(" or " in text for text in texts):
        return ", and ".join(texts)
    return words.joined(share_subject(texts)) if len(texts) < 3 else words.joined(texts)


_EVERYWHERE = frozenset(dir(builtins)) | sys.stdlib_module_names | {"self", "cls"}


def _is_familiar(guards: Sequence[Guard], parameters: frozenset[str]) -> bool:
    """Return whether a reader of the signature knows every name in the guards.

    Local variables mean nothing to that reader, and several earlier exits are only what is left
    over: in both cases a message says more.
    """
    if len(guards) > 1 and all(guard.kind == "after" for guard in guards):
        return False
    known = set(parameters)
    for guard in guards:
        if guard.rebound:
            return False
        if guard.kind == "for":
            known |= expressions.names(guard.condition.partition(" in ")[0])
        elif guard.kind not in ("except", "case"):
            used = expressions.names(guard.condition) - known - _EVERYWHERE
            if any(name.lstrip("_")[:1].islower() for name in used):
                return False
    return True


def _loops(loops: Sequence[Guard], text: str) -> str:
    if not loops:
        return ""
    target = loops[-1].condition.partition(" in ")[0]
    iterable = _iterated(loops[-1])
    if iterable is None:
        return " in a loop"
    if target.isidentifier() and re.search(rf"(?<![\w.]){target}\b", text):
        return f" for {words.with_article(f'`{target}`')} in {iterable}"
    return f" while it goes through {iterable}"


def _iterated(guard: Guard) -> str | None:
    return prose.code(guard.condition.partition(" in ")[2])


def _clause(guard: Guard, types: Types) -> Clause | None:
    return _CLAUSES[guard.kind](guard, types)


def _reassigned(guards: Sequence[Guard]) -> str:
    names = list(dict.fromkeys(name for guard in guards for name in guard.rebound))
    if not names:
        return ""
    return f" after {prose.codes(names)} {'are' if len(names) > 1 else 'is'} reassigned"


def _if(guard: Guard, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=True, types=types)


def _unless(guard: Guard, types: Types) -> Clause | None:
    return conditions.describe(guard.condition, holds=False, types=types)


def _except(guard: Guard, types: Types) -> Clause | None:  # noqa: ARG001
    names = caught(guard.condition)
    if names is None:
        return None if guard.condition else Clause("an exception occurs")
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


def _case(guard: Guard, types: Types) -> Clause | None:  # noqa: ARG001
    subject, found, pattern = guard.condition.partition(": ")
    shown = prose.code(subject)
    if not found or shown is None:
        return None
    if pattern == "_":
        return Clause(f"no other case matches {shown}")
    quoted = prose.code(pattern)
    return Clause(f"{shown} matches {quoted}") if quoted else None


_CLAUSES: dict[str, Callable[[Guard, Types], Clause | None]] = {
    "if": _if, "while": _if, "else": _unless, "after": _unless, "assert": _if,
    "except": _except, "case": _case,
}  # fmt: skip

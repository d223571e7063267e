"""Summaries of modules: from the name and what stands at the top."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import phrases, prose, words
from docstring_lsp.source.facts import ModuleFacts


def summary(facts: ModuleFacts) -> str:
    """Return the summary of a module."""
    return prose.shortest_fit(_candidates(facts)) or "A module."


def _candidates(facts: ModuleFacts) -> Iterator[str | None]:
    parts = words.split(facts.name or "")
    if facts.is_test:
        rest = tuple(p for p in parts if p not in ("test", "tests"))
        yield f"tests of {phrases.noun(rest)}" if rest else "tests"
    classes, functions = _public(facts.classes, facts), _public(facts.functions, facts)
    if classes and functions:
        yield f"{_listed('class', classes)} and {_listed('function', functions)}"
    elif classes or functions:
        yield _listed("class", classes) if classes else _listed("function", functions)
    quoted = prose.code(facts.name or "")
    yield f"the {'package' if facts.is_package else 'module'} {quoted}" if quoted else None


def _public(names: tuple[str, ...], facts: ModuleFacts) -> list[str]:
    if facts.exports:
        return [name for name in names if name in facts.exports]
    return [name for name in names if not name.startswith("_")]


def _listed(kind: str, names: list[str]) -> str:
    if len(names) == 1:
        return f"the {kind} {prose.codes(names)}"
    if len(names) <= 3:
        return f"the {words.plural(kind)} {prose.codes(names)}"
    return f"{len(names)} {words.plural(kind)}"

"""Summaries of modules: from the name and what stands at the top."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import phrases, prose, words
from docstring_lsp.source.facts import ModuleFacts

_MOST_SHOWN = 3
"""The most names of a kind that are listed; otherwise they are counted."""


def summary(facts: ModuleFacts) -> str:
    """Return the summary of a module."""
    return prose.shortest_fit(_candidates(facts)) or "A module."


def _candidates(facts: ModuleFacts) -> Iterator[str | None]:
    name = (facts.name or "").strip("_")
    if facts.name == "__init__":
        name = ""
    parts = words.split(name)
    if name == "conftest":
        yield "fixtures and hooks for the tests beside and below"
    if facts.is_test:
        rest = tuple(part for part in parts if part not in ("test", "tests"))
        if rest and phrases.stands_alone(rest):
            yield f"tests of `{'_'.join(rest)}`"
        yield f"tests of {phrases.noun(rest)}" if rest else "tests"
    if facts.name == "__main__" or (name == "main" and facts.is_script):
        yield "run the package as a program"
    yield from _holding(facts, parts)
    quoted = prose.code(facts.name or "") if facts.name != "__init__" else None
    kind = "package" if facts.is_package else "module"
    yield f"the {kind} {quoted}" if quoted else None


def _holding(facts: ModuleFacts, parts: phrases.Words) -> Iterator[str | None]:
    classes, functions = _public(facts.classes, facts), _public(facts.functions, facts)
    constants = [a.name for a in facts.constants if not a.name.startswith("_")]
    listings = [
        (_listed(kind, names), _counted(kind, names))
        for kind, names in (("class", classes), ("function", functions))
        if names
    ]
    if not listings and constants:
        listings = [(_listed("constant", constants), _counted("constant", constants))]
    if not listings:
        return
    topic = _topic(parts, [*classes, *functions])
    held = words.joined([listing[0] for listing in listings])
    counted = words.joined([listing[1] for listing in listings])
    named = _first([*classes, *functions])
    many = max(len(classes), len(functions)) > _MOST_SHOWN
    for listing in (named, held, counted) if many else (held, named, counted):
        if listing and topic:
            yield f"{topic}: {listing}"
        yield listing


def _first(names: list[str]) -> str | None:
    names = sorted(names, key=lambda name: name.endswith(("Error", "Exception", "Warning")))
    shown = [quoted for quoted in map(prose.code, names[:2]) if quoted]
    if len(shown) < 2 or len(names) < 4:
        return None
    return f"{shown[0]}, {shown[1]}, and {len(names) - 2} more"


def _is_word(part: str) -> bool:
    return words.is_known(part.lower()) or (
        part.isalpha() and len(part) > 3 and part.islower() and not _VOWELS.isdisjoint(part)
    )


_VOWELS = frozenset("aeiouy")


def _topic(parts: phrases.Words, names: list[str]) -> str | None:
    """Return the module's name in words, where it says more than the names it holds."""
    if not parts or len(parts) > 4 or not all(map(_is_word, parts)):
        return None
    topic = phrases.noun(parts, "")
    if len(names) == 1 and " ".join(words.split(names[0])) == " ".join(parts):
        return None
    return topic[0].upper() + topic[1:]


def _public(names: tuple[str, ...], facts: ModuleFacts) -> list[str]:
    if facts.exports:
        shown = [name for name in names if name in facts.exports]
    else:
        shown = [name for name in names if not name.startswith("_")]
    return shown or list(names)


def _listed(kind: str, names: list[str]) -> str:
    if len(names) > _MOST_SHOWN:
        return _counted(kind, names)
    shown = prose.codes(names)
    if not shown:
        return _counted(kind, names)
    return f"the {kind if len(names) == 1 else words.plural(kind)} {shown}"


def _counted(kind: str, names: list[str]) -> str:
    if len(names) == 1:
        return f"one {kind}"
    return f"{len(names)} {words.plural(kind)}"

"""Summaries of classes: noun phrases by the kind of class, its fields and its methods."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.providers.adapters.static import phrases, prose, words
from docstring_lsp.source.facts import ClassFacts


def summary(facts: ClassFacts) -> str:
    """Return the summary of a class."""
    return prose.shortest_fit(_candidates(facts)) or "A class."


def _candidates(facts: ClassFacts) -> Iterator[str | None]:
    parts = words.split(facts.name)
    thing = phrases.noun(parts, "a") or f"`{facts.name}`"
    if facts.class_kind == "exception":
        yield _exception(parts)
    fields = [a.name for a in facts.attributes if a.kind == "field" and not a.name.startswith("_")]
    if fields:
        yield f"{thing} with {prose.codes(fields)}"
        yield f"{thing} with {len(fields)} fields"
    bases = [
        b for b in facts.bases if b.split("[")[0] not in ("object", "Generic", "Protocol", "ABC")
    ]
    if bases:
        yield f"{thing} based on {prose.codes(bases[:2])}"
    methods = [m for m in facts.methods if not m.startswith("_")]
    if methods and len(methods) < 4:
        yield f"{thing} that offers {prose.codes(methods)}"
    yield thing


def _exception(parts: phrases.Words) -> str:
    named = parts[:-1] if parts[-1:] in (("error",), ("exception",)) else parts
    return f"raised for {phrases.noun((*named, 'error'), 'a')}"

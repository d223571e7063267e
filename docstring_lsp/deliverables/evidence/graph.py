"""Who imports whom: modules in, the edges between them or between the packages above them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from docstring_lsp.deliverables.evidence.model import Evidence, Module


def edges(evidence: Evidence) -> Mapping[tuple[str, str], int]:
    """Return which shipped module imports which other, and how many names of it."""
    own = {module.name for module in evidence.own}
    found: Counter[tuple[str, str]] = Counter()
    for module in evidence.own:
        for dotted in module.imports:
            other = evidence.module_of(dotted)
            if other is not None and other is not module and other.name in own:
                found[module.name, other.name] += 1
    return found


def groups(evidence: Evidence, most: int = 40) -> Mapping[str, str]:
    """Return the group that each shipped module is drawn in: itself, or a package above it.

    Args:
        evidence: The project.
        most: How many groups there may be; packages stand for what is in them until it is so.
    """
    names = [module.name for module in evidence.own]
    deepest = max((name.count(".") for name in names), default=0)
    for depth in range(deepest + 1, 0, -1):
        found = {name: ".".join(name.split(".")[:depth]) for name in names}
        if len(set(found.values())) <= most:
            return found
    return {name: name.split(".")[0] for name in names}


def grouped(evidence: Evidence, by: Mapping[str, str]) -> Mapping[tuple[str, str], int]:
    """Return which group imports from which other, and how many names."""
    found: Counter[tuple[str, str]] = Counter()
    for (one, other), count in edges(evidence).items():
        if by[one] != by[other]:
            found[by[one], by[other]] += count
    return found


def importers(evidence: Evidence) -> tuple[tuple[Module, int], ...]:
    """Return the shipped modules that others import, those that most import first."""
    counts = Counter(other for _, other in edges(evidence))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple((evidence.by_name[name], count) for name, count in ordered)

"""Who imports whom: modules in, the edges between them or between the packages above them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from docstring_lsp.deliverables.evidence.model import Evidence, Module

FEWEST = 3
"""Of how many groups a picture is one."""


def edges(evidence: Evidence, *, deferred: bool = True) -> Mapping[tuple[str, str], int]:
    """Return which shipped module imports which other, and how many names of it.

    Args:
        evidence: The project.
        deferred: Whether what is imported inside functions or for types alone counts.
    """
    own = {module.name for module in evidence.own}
    found: Counter[tuple[str, str]] = Counter()
    for module in evidence.own:
        for dotted in module.imports:
            if dotted in module.deferred and not deferred:
                continue
            other = evidence.module_of(dotted)
            if other is not None and other is not module and other.name in own:
                found[module.name, other.name] += 1
    return found


def groups(evidence: Evidence, most: int = 40) -> Mapping[str, str]:
    """Return the group that each shipped module is drawn in: itself, or a package above it.

    Args:
        evidence: The project.
        most: How many groups there may be; packages stand for what is in them until it is so,
            but for what would leave fewer than `FEWEST`.
    """
    names = [module.name for module in evidence.own]
    deepest = max((name.count(".") for name in names), default=0)
    found = {name: name for name in names}
    for depth in range(deepest, 0, -1):
        if len(set(found.values())) <= most:
            return found
        coarser = {name: ".".join(name.split(".")[:depth]) for name in names}
        if len(set(coarser.values())) < FEWEST:
            return found
        found = coarser
    return found


def grouped(
    evidence: Evidence, by: Mapping[str, str], *, deferred: bool = True
) -> Mapping[tuple[str, str], int]:
    """Return which group imports from which other, and how many names.

    Args:
        evidence: The project.
        by: The group of each module.
        deferred: Whether what is imported inside functions or for types alone counts.
    """
    found: Counter[tuple[str, str]] = Counter()
    for (one, other), count in edges(evidence, deferred=deferred).items():
        if by[one] != by[other]:
            found[by[one], by[other]] += count
    return found


def importers(evidence: Evidence) -> tuple[tuple[Module, int], ...]:
    """Return the shipped modules that others import, those that most import first."""
    counts = Counter(other for _, other in edges(evidence))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple((evidence.by_name[name], count) for name, count in ordered)

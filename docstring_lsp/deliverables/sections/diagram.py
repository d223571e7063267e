"""The modules and who imports whom, as a Mermaid diagram made from the imports."""

from __future__ import annotations

from collections import Counter

from docstring_lsp.deliverables.evidence.graph import grouped, groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, joined

_MOST_NODES = 60
_MOST_EDGES = 400
"""Mermaid draws no more than 500."""


def diagram(evidence: Evidence) -> str:
    """Return the diagram; packages stand for their modules where there are many."""
    by = groups(evidence)
    edges = grouped(evidence, by)
    ends = Counter(end for edge in edges for end in edge)
    every = sorted(set(by.values()), key=lambda name: (-ends[name], name))
    names = sorted(every[:_MOST_NODES])
    if not edges:
        return ""
    among = [each for each in edges.items() if {*each[0]} <= {*names}]
    counted = sorted(among, key=lambda each: (-each[1], each[0]))
    drawn = sorted(edge for edge, _ in counted[:_MOST_EDGES])
    keys = {name: f"n{number}" for number, name in enumerate(names)}
    lines = [
        "---",
        "title: An arrow goes from who imports to what is imported",
        "---",
        "flowchart TD",
    ]
    lines += [f'    {keys[name]}["{name}"]' for name in names]
    lines += [f"    {keys[one]} --> {keys[other]}" for one, other in drawn]
    less = {
        "rarer imports": len(counted) - len(drawn),
        "least bound parts": len(every) - len(names),
    }
    said = (f"{left} of the {what} are left out." for what, left in less.items() if left)
    return joined(block("\n".join(lines), "mermaid"), " ".join(said))


SECTION = diagram

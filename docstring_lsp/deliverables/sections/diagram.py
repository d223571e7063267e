"""The modules and who imports whom, as a Mermaid diagram made from the imports."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.graph import grouped, groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, joined

_MOST_EDGES = 400
"""Mermaid draws no more than 500."""


def diagram(evidence: Evidence) -> str:
    """Return the diagram; packages stand for their modules where there are many."""
    by = groups(evidence)
    names = sorted(set(by.values()))
    if not names:
        return ""
    counted = sorted(grouped(evidence, by).items(), key=lambda each: (-each[1], each[0]))
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
    left = len(counted) - len(drawn)
    more = f"{left} of the rarer imports are left out." if left else ""
    return joined(block("\n".join(lines), "mermaid"), more)


SECTION = diagram

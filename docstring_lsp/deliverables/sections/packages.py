"""What leans on what: each module or package with what it imports and who imports it."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.graph import grouped, groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, listed, table


def packages(evidence: Evidence) -> str:
    """Return the table, and which of them import each other in a circle."""
    by = groups(evidence)
    edges = set(grouped(evidence, by))
    rows = []
    for name in sorted(set(by.values())):
        needs = sorted(other for one, other in edges if one == name)
        users = sorted(one for one, other in edges if other == name)
        rows.append((code(name), ", ".join(map(code, needs)), ", ".join(map(code, users))))
    mutual = sorted({tuple(sorted(edge)) for edge in edges if edge[::-1] in edges})
    said = [f"{listed([code(a), code(b)])} import each other." for a, b in mutual]
    return joined(table(("Module or package", "Imports", "Imported by"), rows), " ".join(said))


SECTION = packages

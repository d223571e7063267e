"""What leans on what: each module or package with what it imports and who imports it."""

from __future__ import annotations

from collections.abc import Collection

from docstring_lsp.bible import PLACE
from docstring_lsp.deliverables.evidence.graph import grouped, groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, joined, listed, prose, table


def packages(evidence: Evidence) -> str:
    """Return the table, and which of them import each other in a circle."""
    by = groups(evidence)
    edges = set(grouped(evidence, by))
    if by and not edges:
        return "No part imports another one."
    rows = []
    for name in sorted(set(by.values())):
        needs = sorted(other for one, other in edges if one == name)
        users = sorted(one for one, other in edges if other == name)
        rows.append((code(name), ", ".join(map(code, needs)), ", ".join(map(code, users))))
    at_once = set(grouped(evidence, by, deferred=False))
    mutual = sorted({tuple(sorted(edge)) for edge in edges if edge[::-1] in edges})
    said = [
        f"{listed([code(a), code(b)])} import each other{_later(a, b, at_once)}." for a, b in mutual
    ]
    named = table(
        ("Component", "What it is"),
        ((prose(e.name), prose(e.meaning)) for e in evidence.bible.of("component")),
    )
    return joined(
        table(("Module or package", "Imports", "Imported by"), rows),
        bullets(said),
        joined(f"As {code(PLACE)} names them:", named) if named else "",
    )


def _later(one: str, other: str, at_once: Collection[tuple[str, str]]) -> str:
    """Return which of two does not import the other when it is loaded."""
    later = [a for a, b in ((one, other), (other, one)) if (a, b) not in at_once]
    if len(later) == 2:
        return ", both inside functions or for types alone"
    return f", {code(later[0])} inside functions or for types alone" if later else ""


SECTION = packages

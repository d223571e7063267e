"""Where the project is entered: programs, plug-in groups, modules that can be run."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, joined, table
from docstring_lsp.deliverables.showing import is_run


def entry_points(evidence: Evidence) -> str:
    """Return the entry points that the metadata declares, and the modules with a main part."""
    points = evidence.metadata.entry_points
    rows = [(code(e.name), code(e.target), code(e.group), code(e.source)) for e in points]
    runs = [m for m in evidence.own if is_run(m)]
    return joined(
        table(("Name", "Starts", "Group", "Declared in"), rows),
        bullets(f"{code(m.name)} can be run as a module ({code(m.path)})" for m in runs),
    )


SECTION = entry_points

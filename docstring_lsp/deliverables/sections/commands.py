"""The commands at a glance: each with its one line and the number of its options."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, summary, table


def commands(evidence: Evidence) -> str:
    """Return the programs and the commands that the code declares."""
    programs = table(
        ("Program", "Starts"), ((code(e.name), code(e.target)) for e in evidence.scripts)
    )
    rows = [
        (code(c.name), summary(c.help), str(len(c.options)), code(f"{m.path}:{c.line}"))
        for m in evidence.own
        for c in m.commands
        if c.name
    ]
    return joined(programs, table(("Command", "What it does", "Options", "Declared in"), rows))


SECTION = commands

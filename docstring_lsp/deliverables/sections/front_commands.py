"""The commands for a front page: the programs, and the first commands that say what they do."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, count, joined, summary, table

_MOST = 12


def front_commands(evidence: Evidence) -> str:
    """Return the programs and some of their commands."""
    programs = table(
        ("Program", "Starts"), ((code(e.name), code(e.target)) for e in evidence.scripts)
    )
    named = [c for m in evidence.own for c in m.commands if c.name]
    told = [c for c in named if c.help] or named
    rows = [(code(c.name), summary(c.help)) for c in told[:_MOST]]
    left = len(named) - len(rows)
    more = f"There {'is' if left == 1 else 'are'} {count(left, 'further command')}." if left else ""
    return joined(programs, table(("Command", "What it does"), rows), more if rows else "")


SECTION = front_commands

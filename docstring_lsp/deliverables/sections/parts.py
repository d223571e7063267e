"""The parts at a glance: the packages, or the modules where they are few, with what each is."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.graph import groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, summary, table

_MOST = 30


def parts(evidence: Evidence) -> str:
    """Return them as a table."""
    rows = []
    for name in sorted(set(groups(evidence, _MOST).values())):
        module = evidence.by_name.get(name)
        rows.append((code(name), summary(module.docstring) if module is not None else ""))
    return table(("Part", "What it is"), rows)


SECTION = parts

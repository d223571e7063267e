"""The parts at a glance: the packages, or the modules where they are few, with what each is."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.graph import groups
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, count, joined, summary, table

_MOST = 30
_FEWEST = 10
"""How many parts must say something of themselves for the others to stand back."""


def parts(evidence: Evidence) -> str:
    """Return them as a table."""
    rows = []
    for name in sorted(set(groups(evidence, _MOST).values())):
        module = evidence.by_name.get(name)
        if not any(part.startswith("_") for part in name.split(".")):
            rows.append((code(name), summary(module.docstring) if module is not None else ""))
    telling = [row for row in rows if row[1]] if len(rows) > _MOST else rows
    shown = (telling if len(telling) >= _FEWEST else rows)[:_MOST]
    left = len(rows) - len(shown)
    more = f"{count(left, 'further part')} {'is' if left == 1 else 'are'} left out." if left else ""
    return joined(table(("Part", "What it is"), shown), more)


SECTION = parts

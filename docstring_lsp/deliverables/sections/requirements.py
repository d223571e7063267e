"""The packages that the project needs, and where each is imported."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, table

_MOST = 4


def requirements(evidence: Evidence) -> str:
    """Return the table; a package that is imported under another name shows no modules."""
    rows = []
    for each in evidence.metadata.requirements:
        top = re.sub(r"[-.]+", "_", each.name).lower()
        users = [m.name for m in evidence.own if any(_top(i) == top for i in m.imports)]
        told = ", ".join(map(code, users[:_MOST])) + (", …" if len(users) > _MOST else "")
        rows.append((code(each.text), each.group or "always", told))
    return table(("Package", "Needed for", "Imported by"), rows)


def _top(dotted: str) -> str:
    return dotted.split(".")[0].lower()


SECTION = requirements

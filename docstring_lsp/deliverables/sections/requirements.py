"""The packages that the project needs, and where each is imported; of an extra what is not."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, table

_MOST = 4


def requirements(evidence: Evidence) -> str:
    """Return the table; a package that is imported under another name shows no modules."""
    rows: list[tuple[str, str, str]] = []
    unused: dict[str, list[str]] = {}
    for each in evidence.metadata.requirements:
        top = _module(each.name)
        # An extra that takes in another one names the project itself.
        if top == _module(evidence.name):
            continue
        users = [m.name for m in evidence.own if any(_top(i) == top for i in m.imports)]
        told = ", ".join(map(code, users[:_MOST])) + (", …" if len(users) > _MOST else "")
        if each.group and not users:
            unused.setdefault(each.group, []).append(code(each.text))
        else:
            rows.append((code(each.text), each.group or "always", told))
    rows += [(", ".join(texts), group, "") for group, texts in unused.items()]
    return table(("Package", "Needed for", "Imported by"), rows)


def _module(name: str) -> str:
    return re.sub(r"[-.]+", "_", name).lower()


def _top(dotted: str) -> str:
    return dotted.split(".")[0].lower()


SECTION = requirements

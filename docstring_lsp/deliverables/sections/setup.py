"""How to get going: what the project's own pages say under such headings, and its extras."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined, quoted

_HEADING = re.compile(
    r"\b(install|installing|installation|getting started|set ?up|setting up|quick ?start|minute|"
    r"development|develop|contributing|contribute|build|running)\b",
    re.IGNORECASE,
)
_MOST = 12


def setup(evidence: Evidence) -> str:
    """Return those passages with their places, and the extras that the metadata declares."""
    extras = sorted({r.group for r in evidence.metadata.requirements if r.group})
    told = f"Extras and groups: {', '.join(map(code, extras))}." if extras else ""
    return joined(*list(_passages(evidence))[:_MOST], told)


def _passages(evidence: Evidence) -> Iterator[str]:
    for page in evidence.pages:
        if page.path.upper().startswith(("CHANGE", "HISTORY")):
            continue
        for each in page.blocks:
            if not _HEADING.search(each.heading):
                continue
            if each.kind == "code":
                place = f"From {code(f'{page.path}:{each.line}')}."
                yield joined(block(each.text, each.language or "text"), place)
            else:
                yield quoted([page.quote(each)])


SECTION = setup

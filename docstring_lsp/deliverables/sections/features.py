"""What the project says it can do: the README's list of features."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import quoted

_HEADING = re.compile(r"\b(features?|highlights?|can do|promises?|capabilities)\b", re.IGNORECASE)
_MOST = 15
_ELSEWHERE = ("→", "»", "…")
"""What an invitation to read on somewhere else ends with."""


def features(evidence: Evidence) -> str:
    """Return what stands under such a heading, with its places."""
    page = evidence.readme
    if page is None:
        return ""
    found = [
        b
        for b in page.blocks
        if b.kind != "code" and _HEADING.search(b.heading) and not b.text.endswith(_ELSEWHERE)
    ]
    return quoted(page.quote(b) for b in found[:_MOST])


SECTION = features

"""What the project says of the trouble it takes away: the README's passages on why it is there."""

from __future__ import annotations

import re

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import quoted

_HEADING = re.compile(
    r"\b(why|motivation|rationale|background|problem|goals?|philosophy|about|promises?|purpose)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(problem|instead of|without having to|no longer|tired of|pain|designed to|aims? to|"
    r"its goal|makes? it (?:easy|possible|simple)|so that|helps? you|lets? you|allows? you)\b",
    re.IGNORECASE,
)
_MOST = 6


def problem(evidence: Evidence) -> str:
    """Return the passages that say why the project is there, with their places."""
    page = evidence.readme
    if page is None:
        return ""
    told = [b for b in page.blocks if b.kind != "code" and len(b.text) > 30]
    found = [b for b in told if _HEADING.search(b.heading) or _SENTENCE.search(b.text)]
    return quoted(page.quote(b) for b in found[:_MOST])


SECTION = problem

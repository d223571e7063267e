"""What the project says of the trouble it takes away: the README's passages on why it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Block, Evidence
from docstring_lsp.deliverables.markup import quoted
from docstring_lsp.deliverables.sections.purpose import ASIDE, opening

_HEADING = re.compile(
    r"\b(why|motivation|rationale|background|problem|goals?|philosophy|promises?|purpose)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(problem|without having to|no longer|tired of|pain|designed to|aims? to|the purpose of|"
    r"its goal|makes? it (?:easy|possible|simple)|helps? you|lets? you|allows? you)\b",
    re.IGNORECASE,
)
_MOST = 6


def problem(evidence: Evidence) -> str:
    """Return the passages that say why the project is there, with their places.

    What the README opens with is told as what the project is, and not again.
    """
    page = evidence.readme
    if page is None:
        return ""
    told = [block for block in _said(page.blocks) if block not in opening(page)]
    return quoted(page.quote(block) for block in told[:_MOST])


def _said(blocks: tuple[Block, ...]) -> Iterator[Block]:
    begun = False
    for block in blocks:
        begun = begun or ASIDE.search(block.heading) is not None
        if block.kind == "code" or len(block.text) <= 30:
            continue
        if _HEADING.search(block.heading) or (not begun and _SENTENCE.search(block.text)):
            yield block


SECTION = problem

"""What the project says it is: its one line, its README's opening, its main package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.deliverables import markup
from docstring_lsp.deliverables.evidence.model import Block, Evidence, Page, Quote
from docstring_lsp.deliverables.markup import quoted

_MOST = 3
_SHORT = 20
_URL = re.compile(r"https?://\S+")
ASIDE = re.compile(
    r"\b(install\w*|usage|use|using|quick ?start|getting started|examples?|upgrad\w*|sponsors?|"
    r"backers?|donat\w*|fund\w*|support\w*|contribut\w*|licen[sc]e|tests?|requirements?|credits?)\b",
    re.IGNORECASE,
)
"""Headings below which a README tells of something else than what the project is."""
_POINTER = re.compile(
    r"(?:please )?(?:see|read|visit|follow|and follow|check out|have a look|if you|"
    r"for (?:a|an|more|detailed|further|the)|(?:online |full |the )?documentation|source|"
    r"home ?page)\b",
    re.IGNORECASE,
)
"""What a paragraph begins with that sends the reader on."""


def purpose(evidence: Evidence) -> str:
    """Return what the project says it is, each sentence with its place."""
    seen: dict[str, Quote] = {}
    for quote in _said(evidence):
        seen.setdefault(quote.text.rstrip(".").casefold(), quote)
    return quoted(seen.values())


def _said(evidence: Evidence) -> Iterator[Quote]:
    about = evidence.metadata
    if about.summary:
        yield Quote(about.summary, about.said_in("summary"))
    if evidence.readme is not None:
        for block in opening(evidence.readme):
            yield evidence.readme.quote(block)
    tops = [m for m in evidence.own if m.is_package and "." not in m.name and m.docstring]
    for module in tops:
        first = markup.opening(module.docstring)
        if len(first) > _SHORT:
            yield Quote(first, module.path)


def opening(page: Page) -> list[Block]:
    """Return the paragraphs that a page opens with, but for those that point somewhere else."""
    told = [b for b in page.blocks if b.kind == "prose" and len(_URL.sub("", b.text)) > 2 * _SHORT]
    said = [b for b in told if not (_POINTER.match(b.text) or ASIDE.search(b.heading))]
    return [b for b in said if b.heading == said[0].heading][:_MOST]


SECTION = purpose

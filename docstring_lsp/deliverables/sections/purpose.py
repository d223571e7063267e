"""What the project says it is: its one line, its README's opening, its main package's docstring."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Evidence, Quote
from docstring_lsp.deliverables.markup import quoted

_MOST = 3


def purpose(evidence: Evidence) -> str:
    """Return what the project says it is, each sentence with its place."""
    seen: dict[str, Quote] = {}
    for quote in _said(evidence):
        seen.setdefault(quote.text.rstrip(".").casefold(), quote)
    return quoted(seen.values())


def _said(evidence: Evidence) -> Iterator[Quote]:
    about = evidence.metadata
    if about.summary:
        yield Quote(about.summary, about.source)
    if evidence.readme is not None:
        told = [b for b in evidence.readme.blocks if b.kind == "prose" and len(b.text) > 40]
        opening = [b for b in told if b.heading == told[0].heading]
        for block in opening[:_MOST]:
            yield evidence.readme.quote(block)
    tops = [m for m in evidence.own if m.is_package and "." not in m.name and m.docstring]
    for module in tops:
        first = " ".join(module.docstring.split("\n\n")[0].split())
        if len(first) > 20:
            yield Quote(first, module.path)


SECTION = purpose

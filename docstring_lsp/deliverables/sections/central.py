"""Where to begin reading: the entry points, and the modules that most others import."""

from __future__ import annotations

from docstring_lsp.deliverables import showing
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, summary, table

_MOST = 10


def central(evidence: Evidence) -> str:
    """Return the modules that most import, with what each says of itself."""
    rows = [
        (code(module.name), str(number or ""), summary(module.docstring), code(module.path))
        for module, number in showing.central(evidence, _MOST)
    ]
    starts = table(
        ("Program", "Begins in"), ((code(e.name), code(e.target)) for e in evidence.scripts)
    )
    return joined(starts, table(("Module", "Imported by", "What it is", "File"), rows))


SECTION = central

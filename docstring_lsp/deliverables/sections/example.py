"""The project in use: the first examples of its README, else of its docstrings."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined

_MOST = 3


def example(evidence: Evidence) -> str:
    """Return them with their places."""
    page = evidence.readme
    found = [b for b in page.blocks if b.kind == "code" and b.text.strip()] if page else []
    if page is not None and found:
        return joined(
            *(
                joined(
                    block(b.text, b.language or "text"), f"From {code(f'{page.path}:{b.line}')}."
                )
                for b in found[:_MOST]
            )
        )
    for module in evidence.own:
        for symbol in module.public:
            if ">>> " in symbol.docstring:
                shown = symbol.docstring[symbol.docstring.index(">>> ") :].split("\n\n")[0]
                place = f"From {code(f'{module.path}:{symbol.line}')}."
                return joined(block(shown, "pycon"), place)
    return ""


SECTION = example

"""The project in use: the first examples of its README, else of its docstrings."""

from __future__ import annotations

from textwrap import dedent

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined
from docstring_lsp.deliverables.showing import examples

_MOST = 3


def example(evidence: Evidence) -> str:
    """Return them with their places; how it is installed is told elsewhere."""
    shown = [each for each in examples(evidence) if not each.is_install]
    if shown:
        return joined(
            *(
                joined(block(each.text, each.language or "text"), f"From {code(each.source)}.")
                for each in shown[:_MOST]
            )
        )
    for module in evidence.own:
        for symbol in module.public:
            if ">>> " in symbol.docstring:
                place = f"From {code(f'{module.path}:{symbol.line}')}."
                return joined(block(_doctest(symbol.docstring), "pycon"), place)
    return ""


def _doctest(docstring: str) -> str:
    """Return the first doctests of a docstring, up to an empty line, from the margin on."""
    start = docstring.index(">>> ")
    margin = docstring[docstring.rfind("\n", 0, start) + 1 : start]
    return dedent(margin + docstring[start:].split("\n\n")[0])


SECTION = example

"""The project in use: the first examples of its README, else of its docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined
from docstring_lsp.deliverables.showing import central, examples

_MOST = 3
_MOST_MODULES = 5


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
    for docstring, place in _docstrings(evidence):
        if ">>> " in docstring:
            return joined(block(_doctest(docstring), "pycon"), f"From {code(place)}.")
    return ""


def _docstrings(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the docstrings that a front page may show: of packages, then of what is used most."""
    packages = [m for m in evidence.own if m.is_package and m.is_public]
    middle = [module for module, _ in central(evidence, _MOST_MODULES)]
    for module in sorted(packages, key=lambda m: m.name.count(".")) + middle:
        yield module.docstring, module.path
    for module in middle:
        for symbol in module.public:
            yield symbol.docstring, f"{module.path}:{symbol.line}"


def _doctest(docstring: str) -> str:
    """Return the first doctests of a docstring, up to an empty line, from the margin on."""
    start = docstring.index(">>> ")
    margin = docstring[docstring.rfind("\n", 0, start) + 1 : start]
    return dedent(margin + docstring[start:].split("\n\n")[0])


SECTION = example

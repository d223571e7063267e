"""The tests there are: each module of them with its number and what of the project it imports."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence, Module
from docstring_lsp.deliverables.markup import code, summary, table


def tests(evidence: Evidence) -> str:
    """Return the table of test modules."""
    own = {module.name for module in evidence.own}
    rows = []
    for module in evidence.tests:
        number = sum(_is_test(s.qualname) for s in module.symbols)
        if number:
            found = (evidence.module_of(dotted) for dotted in module.imports)
            used = sorted({m.name for m in found if m is not None and m.name in own})
            told = ", ".join(map(code, used[:6])) + (", …" if len(used) > 6 else "")
            rows.append((code(module.path), str(number), told, _said(module)))
    return table(("Test module", "Tests", "Imports", "What it says"), rows)


def _said(module: Module) -> str:
    return summary(module.docstring)


def _is_test(qualname: str) -> bool:
    return qualname.rpartition(".")[2].startswith("test")


SECTION = tests

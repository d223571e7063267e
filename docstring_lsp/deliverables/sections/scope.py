"""What there is: how many modules, definitions, commands, tests, and what is not documented."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, count, listed


def scope(evidence: Evidence) -> str:
    """Return the counts."""
    own = evidence.own
    public = [symbol for module in own for symbol in module.public]
    documented = sum(bool(symbol.docstring) for symbol in public)
    tops = sorted({_top(module.name, evidence) for module in own})
    told = (
        [f"Shipped: {count(len(own), 'module')} of {listed([code(t) for t in tops])}"]
        if own
        else []
    )
    if public:
        told.append(f"Public definitions: {len(public)}, of which {documented} have a docstring")
    if evidence.scripts:
        told.append(f"Programs: {listed([code(e.name) for e in evidence.scripts])}")
    if evidence.tests:
        number = sum(_is_test(s.qualname) for m in evidence.tests for s in m.symbols)
        told.append(f"Tests: {number} in {count(len(evidence.tests), 'module')}")
    return bullets(told)


def _top(name: str, evidence: Evidence) -> str:
    """Return the outermost package of a module that is one: a namespace is nobody's."""
    parts = name.split(".")
    above = (".".join(parts[:end]) for end in range(1, len(parts)))
    return next((each for each in above if each in evidence.by_name), name)


def _is_test(qualname: str) -> bool:
    return qualname.rpartition(".")[2].startswith("test")


SECTION = scope

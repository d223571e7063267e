"""The project's words: those of its bible, and its public classes with their first sentences."""

from __future__ import annotations

from docstring_lsp.bible import PLACE
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, prose, table


def terms(evidence: Evidence) -> str:
    """Return the words in alphabetical order, with what is said of each and where."""
    glossary = evidence.bible.glossary
    rows = [(prose(name), prose(said), code(PLACE)) for name, said in glossary.items()]
    bare: list[str] = []
    for module in evidence.own:
        for symbol in module.public:
            if symbol.definition.kind != "class" or symbol.definition.scopes:
                continue
            said = _first(symbol.docstring)
            if said:
                rows.append((code(symbol.qualname), said, code(f"{module.path}:{symbol.line}")))
            elif module.is_public:
                bare.append(f"{module.name}.{symbol.qualname}")
    rows.sort(key=lambda row: row[0].strip("`").casefold())
    more = f"Without a docstring: {', '.join(map(code, bare))}." if bare else ""
    return joined(table(("Word", "Meaning", "Where"), rows), more)


def _first(docstring: str) -> str:
    from docstring_lsp.deliverables.markup import summary

    return summary(docstring)


SECTION = terms

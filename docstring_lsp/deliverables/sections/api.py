"""The public definitions in full: signature, docstring's summary, parameters, what is raised."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from textwrap import dedent

from docstring_lsp.deliverables.entries import entries
from docstring_lsp.deliverables.evidence.model import Evidence, Module, Symbol
from docstring_lsp.deliverables.markup import block, bullets, code, joined, summary
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import ClassFacts, Facts, FunctionFacts, ModuleFacts

_FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
_TELLING = ("raise", "yield", "async")
"""What stands in a function that there is something to say of beside its signature."""
_LONGEST = 60
"""How long a decorator may be that is shown."""


def api(evidence: Evidence) -> str:
    """Return a heading for each public module and one for each public definition in it."""
    return joined(*(_module(m) for m in evidence.own if m.is_public and m.public))


def _module(module: Module) -> str:
    place = f"In {code(module.path)}."
    entries = (_symbol(module, symbol) for symbol in module.public)
    return joined(f"### {code(module.name)}", summary(module.docstring), place, *entries)


def _symbol(module: Module, symbol: Symbol) -> str:
    title = f"#### {code(f'{module.name}.{symbol.qualname}')}"
    above = [f"@{d}" for d in symbol.definition.decorators if len(d) <= _LONGEST]
    shown = block("\n".join([*above, _header(module, symbol)]), "python")
    tables = list(entries(symbol))
    known = frozenset(_FIRST_CELL.findall("\n".join(tables)))
    return joined(title, shown, summary(symbol.docstring), *tables, told(module, symbol, known))


def _header(module: Module, symbol: Symbol) -> str:
    """Return a signature as it is written, from the margin on."""
    written = symbol.definition.header.of(module.text).rstrip().removesuffix(":").rstrip()
    return dedent(symbol.definition.indent + written)


def told(module: Module, symbol: Symbol, known: Collection[str] = ()) -> str:
    """Return what the code of a definition says beside its signature, as a list.

    Args:
        module: Where it stands.
        symbol: The definition.
        known: The errors of which more is said already.
    """
    source = symbol.source(module)
    if symbol.definition.kind == "function" and not any(word in source for word in _TELLING):
        return ""
    try:
        facts = extract(module.text, symbol.definition, module=module.name)
    except DocstringLspError:
        return ""
    return bullets(_told(facts, known))


def _told(facts: Facts, known: Collection[str]) -> Iterator[str]:
    if isinstance(facts, ModuleFacts):
        return
    if isinstance(facts, ClassFacts):
        fields = [a for a in facts.attributes if not a.name.startswith("_")]
        for each in fields:
            kind = f": {code(each.annotation)}" if each.annotation else ""
            default = f", {code(each.default)} by default" if each.default else ""
            said = f" — {summary(each.comment)}" if each.comment else ""
            yield f"Attribute {code(each.name)}{kind}{default}{said}"
    for raised in dict.fromkeys(each.exception for each in facts.raises):
        if raised in known:
            continue
        yield f"Raises {code(raised)}"
    if isinstance(facts, FunctionFacts):
        if facts.yields is not None:
            yield "Is a generator" if not facts.is_context_manager else "Is a context manager"
        if facts.is_async:
            yield "Is to be awaited" if facts.yields is None else "Is asynchronous"


SECTION = api

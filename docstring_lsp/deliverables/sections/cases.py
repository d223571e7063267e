"""What is to be tried: for each command and each public function that raises, what it calls for."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import bullets, code, joined, table
from docstring_lsp.errors import DocstringLspError
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import FunctionFacts


def cases(evidence: Evidence) -> str:
    """Return the cases that the code itself names: errors it raises, choices options give."""
    rows = []
    for module in evidence.own:
        if not module.is_public:
            continue
        for symbol in module.public:
            # What raises says so; to look closer takes a thousand times as long.
            if symbol.definition.kind != "function" or "raise" not in symbol.source(module):
                continue
            try:
                facts = extract(module.text, symbol.definition, module=module.name)
            except DocstringLspError:
                continue
            if isinstance(facts, FunctionFacts) and facts.raises:
                raised = dict.fromkeys(each.exception for each in facts.raises)
                name = f"{module.name}.{symbol.qualname}"
                rows.append((code(name), ", ".join(map(code, raised))))
    choices = bullets(
        f"{code(option.names[0])} with {', '.join(map(code, option.choices))}"
        for module in evidence.own
        for command in module.commands
        for option in command.options
        if option.choices
    )
    return joined(table(("Call", "Make it raise"), rows), choices)


SECTION = cases

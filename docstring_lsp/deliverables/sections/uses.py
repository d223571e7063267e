"""What is done with the project: its commands, its README's examples, its example programs."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, joined, prose, summary
from docstring_lsp.deliverables.showing import examples
from docstring_lsp.deliverables.unsaid import unsaid

_MOST = 12


def uses(evidence: Evidence) -> str:
    """Return a use case for each, with its place and what only a person can add."""
    found = list(_found(evidence))[:_MOST]
    told = []
    for number, (title, body) in enumerate(found, 1):
        more = unsaid(f"use-case-{number}", "who wants this, when, and what they have afterwards")
        told.append(joined(f"### {number}. {title}", body, more))
    return joined(*told)


def _found(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for module in evidence.own:
        for command in module.commands:
            if command.name and (command.function or command.help):
                said = summary(command.help) or "The command says nothing of itself."
                place = f"Declared in {code(f'{module.path}:{command.line}')}."
                yield f"Run {code(command.name)}", joined(said, place)
    for example in examples(evidence):
        title = prose(example.title) or "An example"
        shown = block(example.text, example.language or "text")
        yield title, joined(shown, f"From {code(example.source)}.")
    for module in evidence.modules:
        if module.role == "example" and (said := summary(module.docstring)):
            yield f"Example {code(module.path)}", said


SECTION = uses

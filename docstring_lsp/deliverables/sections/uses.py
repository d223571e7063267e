"""What is done with the project: its commands, its README's examples, its example programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Block, Evidence
from docstring_lsp.deliverables.markup import block, code, joined, prose, summary
from docstring_lsp.deliverables.unsaid import unsaid

_MOST = 12
_LONGEST = 100
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


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
    if evidence.readme is not None:
        before = None
        for example in evidence.readme.blocks:
            introduced, before = before, example
            if example.kind != "code" or not example.text.strip():
                continue
            place = f"From {code(f'{evidence.readme.path}:{example.line}')}."
            title = _introduced(example, introduced) or prose(example.heading) or "An example"
            yield title, joined(block(example.text, example.language or "text"), place)
    for module in evidence.modules:
        if module.role == "example" and (said := summary(module.docstring)):
            yield f"Example {code(module.path)}", said


def _introduced(example: Block, before: Block | None) -> str:
    """Return the words right before an example, where they introduce it."""
    if before is None or before.kind == "code" or before.heading != example.heading:
        return ""
    said = _SENTENCE_END.split(before.text.strip())[-1].rstrip(":").strip()
    return prose(said) if before.text.rstrip().endswith(":") and len(said) <= _LONGEST else ""


SECTION = uses

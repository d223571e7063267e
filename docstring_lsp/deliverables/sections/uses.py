"""What is done with the project: its commands, its README's examples, its example programs."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from itertools import chain, islice

from docstring_lsp.deliverables.evidence.model import Block, Evidence, Module
from docstring_lsp.deliverables.evidence.pages import page
from docstring_lsp.deliverables.markup import block, code, joined, prose, slugs, summary
from docstring_lsp.deliverables.showing import central, examples, holds, is_run
from docstring_lsp.deliverables.unsaid import unsaid

_MOST = 12
_MOST_COMMANDS = 6
_MOST_MODULES = 3
_MARKUP = frozenset({"md", "markdown", "rst", "html"})


def uses(evidence: Evidence) -> str:
    """Return a use case for each, with its place and what only a person can add."""
    found = list(_found(evidence))[:_MOST]
    told = []
    # What people write is found again by what the use case is, not by its number.
    keys = slugs(title for title, _ in found)
    for number, (key, (title, body)) in enumerate(zip(keys, found, strict=True), 1):
        more = unsaid(f"use-case-{key}", "who wants this, when, and what they have afterwards")
        told.append(joined(f"### {number}. {title}", body, more))
    return joined(*told)


def _found(evidence: Evidence) -> Iterator[tuple[str, str]]:
    commands = list(_commands(evidence))
    rest = chain(_shown(evidence), _programs(evidence))
    others = list(islice(rest, _MOST))
    room = max(_MOST_COMMANDS, _MOST - len(others))
    yield from commands[:room]
    yield from others
    if not commands and not others:
        yield from _built_on(evidence)


def _commands(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the commands, those last that say nothing of themselves."""
    every = ((m, c) for m in evidence.own for c in m.commands)
    named = [(m, c) for m, c in every if c.name and (c.function or c.help)]
    for module, command in sorted(named, key=lambda each: not each[1].help):
        said = summary(command.help) or "The command says nothing of itself."
        place = f"Declared in {code(f'{module.path}:{command.line}')}."
        yield f"Run {code(command.name)}", joined(said, place)


def _shown(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for example in examples(evidence):
        if not example.is_install and example.language.lower() not in _MARKUP:
            shown = block(example.text, example.language or "text")
            title = prose(example.title) or "An example"
            yield title, joined(shown, f"From {code(example.source)}.")


def _programs(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the example programs that say something of themselves."""
    for module in evidence.modules:
        if module.role == "example" and module.docstring.strip():
            blocks = page("docstring.rst", cleandoc(module.docstring)).blocks
            said = next((b.text for b in blocks if b.kind != "code" and b.text[-1:] != ":"), "")
            shown = next((b for b in blocks if b.kind == "code" and b.text.strip()), None)
            if said or shown:
                yield f"Example {code(module.path)}", joined(summary(said), _block(shown))


def _block(shown: Block | None) -> str:
    return block(shown.text, shown.language or "text") if shown is not None else ""


def _built_on(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield what can be done with the modules alone."""
    for module, _ in central(evidence, _MOST_MODULES):
        place = f"In {code(module.path)}."
        if is_run(module):
            run = f"python -m {module.name}"
            yield f"Run {code(run)}", joined(summary(module.docstring), place)
        if module.public:
            yield f"Build on {code(module.name)}", joined(_said(module), place)


def _said(module: Module) -> str:
    said = summary(module.docstring)
    ended = f"{said}." if said and said[-1] not in ".!?…" else said
    return f"{ended} {holds(module)}".strip()


SECTION = uses

"""A tour of the program: scenes with what is said, what the screen shows and what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.graph import importers
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, count, joined, prose, summary
from docstring_lsp.deliverables.showing import examples, holds
from docstring_lsp.source.commandline import DeclaredCommand

_MOST_COMMANDS = 8
_MOST_EXAMPLES = 5


def scenes(evidence: Evidence) -> str:
    """Return a scene for the opening, each program, each command and the code behind them."""
    found = list(_found(evidence))
    return joined(
        *(joined(f"### Scene {n}: {title}", *parts) for n, (title, parts) in enumerate(found, 1))
    )


def _found(evidence: Evidence) -> Iterator[tuple[str, list[str]]]:
    about = evidence.metadata
    said = prose(about.summary) or f"This is {prose(evidence.name)}."
    page = f"_Screen:_ {code(evidence.readme.path)}." if evidence.readme else ""
    yield "What it is", [_line(said), page]
    for program in evidence.scripts:
        shown = f"_Screen:_ a terminal; the program begins in {code(program.target)}."
        line = _line(f"It is run as {code(program.name)}.")
        yield code(program.name), [line, shown, block(f"$ {program.name} --help", "console")]
    programs = {program.name for program in evidence.scripts}
    named = [(m, c) for m in evidence.own for c in m.commands if c.name not in {"", *programs}]
    for module, command in named[:_MOST_COMMANDS] if programs else ():
        line = _line(summary(command.help) or f"{code(command.name)} says nothing of itself.")
        shown = f"_Screen:_ {_options(command)}{code(f'{module.path}:{command.line}')}."
        yield code(command.name), [line, shown]
    typed = [each for each in examples(evidence) if each.commands]
    for example in typed[:_MOST_EXAMPLES]:
        line = _line(f"{prose(example.title) or 'An example'}.".replace("..", "."))
        shown = f"_Screen:_ a terminal; from {code(example.source)}."
        console = "\n".join(f"$ {command}" for command in example.commands)
        yield prose(example.title) or "An example", [line, shown, block(console, "console")]
    for module, number in importers(evidence)[:3]:
        line = _line(summary(module.docstring) or holds(module))
        shown = f"_Screen:_ {code(module.path)}, which {count(number, 'module')} import."
        yield f"Inside, {code(module.name)}", [line, shown]


def _options(command: DeclaredCommand) -> str:
    number = len(command.options)
    return f"its {count(number, 'option')}, from " if number else ""


def _line(said: str) -> str:
    return f"**Narrator:** {said}"


SECTION = scenes

"""A tour of the program: scenes with what is said, what the screen shows and what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import block, code, count, joined, prose, summary
from docstring_lsp.deliverables.showing import Example, central, examples, holds
from docstring_lsp.source.commandline.declared import DeclaredCommand

_MOST_COMMANDS = 8
_MOST_EXAMPLES = 5
_MOST_MODULES = 3


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
        screen = f"_Screen:_ a terminal; the program begins in {code(program.target)}."
        line = _line(f"It is run as {code(program.name)}.")
        yield code(program.name), [line, screen, block(f"$ {program.name} --help", "console")]
    programs = {program.name for program in evidence.scripts}
    named = [(m, c) for m in evidence.own for c in m.commands if c.name not in {"", *programs}]
    named.sort(key=lambda each: not each[1].help)
    for module, command in named[:_MOST_COMMANDS] if programs else ():
        line = _line(summary(command.help) or f"{code(command.name)} says nothing of itself.")
        screen = f"_Screen:_ {_options(command)}{code(f'{module.path}:{command.line}')}."
        yield code(command.name), [line, screen]
    shown = [e for e in examples(evidence) if (e.commands or e.is_code) and not e.is_install]
    for example in shown[:_MOST_EXAMPLES]:
        yield _example(example)
    for module, number in central(evidence, _MOST_MODULES):
        line = _line(summary(module.docstring) or holds(module))
        verb = "imports" if number == 1 else "import"
        used = f", which {count(number, 'module')} {verb}" if number else ""
        yield f"Inside, {code(module.name)}", [line, f"_Screen:_ {code(module.path)}{used}."]


def _example(example: Example) -> tuple[str, list[str]]:
    title = prose(example.title) or "An example"
    line = _line(f"{title}.".replace("..", "."))
    if example.commands:
        console = "\n".join(f"$ {command}" for command in example.commands)
        screen = f"_Screen:_ a terminal; from {code(example.source)}."
        return title, [line, screen, block(console, "console")]
    screen = f"_Screen:_ an editor; from {code(example.source)}."
    return title, [line, screen, block(example.text, example.language)]


def _options(command: DeclaredCommand) -> str:
    number = len(command.options)
    return f"its {count(number, 'option')}, from " if number else ""


def _line(said: str) -> str:
    return f"**Narrator:** {said}"


SECTION = scenes

"""Which command a program is: modules and the metadata in, the modules out, commands named so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docstring_lsp.deliverables.evidence.model import Metadata, Module
from docstring_lsp.source.commandline.declared import DeclaredCommand


def with_programs(modules: Sequence[Module], about: Metadata) -> Iterator[Module]:
    """Yield the modules, a command that a program starts under the program's name.

    Args:
        modules: The project's modules.
        about: What says which programs there are, and where each begins.
    """
    programs = [e for e in about.entry_points if e.group in ("console_scripts", "gui_scripts")]
    imported = {module.name: module.imports for module in modules}
    starts: dict[str, str] = {}
    for entry in programs:
        where, _, what = entry.target.partition(":")
        starts.setdefault(f"{where}.{what}", entry.name)
        for dotted in imported.get(where, ()):
            if dotted.rpartition(".")[2] == what:
                starts.setdefault(dotted, entry.name)
    begun = Counter(entry.target.partition(":")[0] for entry in programs)
    for module in modules:
        own = {
            name.rpartition(".")[2]: program
            for name, program in starts.items()
            if name.rpartition(".")[0] == module.name
        }
        alone = next(iter(own.values())) if begun[module.name] == 1 and own else ""
        named = dict(_named(module, own, alone)) if own else {}
        commands = (replace(c, name=named.get(c, c.name)) for c in module.commands)
        yield replace(module, commands=tuple(commands))


def _named(
    module: Module, own: Mapping[str, str], alone: str
) -> Iterator[tuple[DeclaredCommand, str]]:
    """Yield the commands of a module that programs start, each with the program's name.

    Args:
        module: The module.
        own: The programs that begin in it, by the names they begin with.
        alone: The only program that begins in it; empty for several.
    """
    parsers = [c for c in module.commands if not (c.function or c.name)]
    for command in module.commands:
        started = [p for name, p in own.items() if _starts(module, name, command)]
        if command.function in own:
            yield command, own[command.function]
        elif started:
            yield command, started[0]
        elif alone and parsers == [command]:
            yield command, alone


def _starts(module: Module, name: str, command: DeclaredCommand) -> bool:
    """Return whether what a program begins with calls a command's function, or makes its parser."""
    begins = next((s for s in module.symbols if s.qualname == name), None)
    if begins is None or (command.name and not command.function):
        return False
    body = begins.definition.span.of(module.text)
    if command.function:
        return re.search(rf"(?<![\w.]){re.escape(command.function)}\(\)", body) is not None
    return begins.line <= command.line <= begins.line + body.count("\n")

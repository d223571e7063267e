"""The command line in full: every command with its arguments and options, as declared."""

from __future__ import annotations

from docstring_lsp.deliverables.evidence.model import Evidence, Module
from docstring_lsp.deliverables.markup import code, joined, prose, summary, table
from docstring_lsp.deliverables.showing import is_run
from docstring_lsp.source.commandline.declared import DeclaredCommand, DeclaredOption


def options(evidence: Evidence) -> str:
    """Return every command that the code declares; what is put together at run time is not seen."""
    return joined(
        *(
            _command(module, command)
            for module in evidence.own
            for command in module.commands
            if command.options or (command.name and command.function)
        )
    )


def _command(module: Module, command: DeclaredCommand) -> str:
    title = f"### {code(command.name)}" if command.name else f"### Options of {code(module.name)}"
    usage = " ".join(_usage(option) for option in command.options if not option.is_option)
    arguments = [o for o in command.options if not o.is_option]
    given = [o for o in command.options if o.is_option]
    runs = not command.name and is_run(module)
    return joined(
        title,
        summary(command.help),
        f"Run as {code(f'python -m {module.name}')}." if runs else "",
        f"Declared in {code(f'{module.path}:{command.line}' if command.line else module.path)}."
        + (f" Arguments: {code(usage)}." if usage else ""),
        table(("Argument", "What it is"), (_row(o) for o in arguments)),
        table(("Option", "What it does"), (_row(o) for o in given)),
    )


def _usage(option: DeclaredOption) -> str:
    return option.names[-1].upper()


def _row(option: DeclaredOption) -> tuple[str, str]:
    said = [prose(option.help)]
    said += [f"One of {', '.join(map(code, option.choices))}."] if option.choices else []
    said += [f"Default: {code(option.default)}."] if option.default not in ("", "None") else []
    said += ["Required."] if option.required else []
    return ", ".join(map(code, option.names)), " ".join(filter(None, said))


SECTION = options

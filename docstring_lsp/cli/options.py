"""The options that several subcommands share, and what is set by them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from docstring_lsp.cli import choices
from docstring_lsp.settings.sources import listed

Command = TypeVar("Command", bound=Callable[..., Any])

STDIN = Path("-")

_LISTS = frozenset({"select", "extend_select", "ignore", "per_file_ignores"})
"""What options give divided by commas, beside giving the option again."""

_INCLUDED = {
    "private": "private definitions (a leading underscore)",
    "tests": "tests",
    "magic": "methods such as __len__",
    "nested": "definitions inside functions",
}


def examples(*lines: str) -> str:
    """Return the end of a command's help: commands that one could type, a line each."""
    heading = "Example" if len(lines) == 1 else "Examples"
    return "\n".join(("\b", f"{heading}:", *(f"  docstring-lsp {line}" for line in lines)))


def style(command: Command) -> Command:
    """Add the style that docstrings are written in."""
    return click.option(
        "--style",
        cls=choices.NameOption,
        names=choices.styles_or_auto,
        metavar="NAME",
        help="{names}; auto, the default, is the project's own.",
    )(command)


def paths(command: Command) -> Command:
    """Add the files and folders a command is asked about, and which of them are left out."""
    command = click.option(
        "--force-exclude",
        is_flag=True,
        default=None,
        help="Let exclusions also hold for files that are named.",
    )(command)
    command = click.option(
        "--exclude",
        "extend_exclude",
        metavar="PATTERN",
        multiple=True,
        help="Leave out what a pattern names, as in .gitignore; may be repeated.",
    )(command)
    command = click.option(
        "--stdin-filename",
        metavar="PATH",
        type=click.Path(path_type=Path),
        help="The file that standard input stands for, with - as PATH.",
    )(command)
    return click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))(
        command
    )


_SELECTED = {
    "--select": "The rules that are asked: codes, or what they start with; ALL for every one.",
    "--extend-select": "Rules that are asked beside these.",
    "--ignore": "Rules that are not asked.",
    "--per-file-ignores": "Rules that are not asked of the files of a pattern: tests/**:DL1.",
}


def selected(command: Command) -> Command:
    """Add which rules are asked."""
    for name, what in reversed(_SELECTED.items()):
        by_file = name == "--per-file-ignores"
        metavar, callback = ("PATTERN:CODE", _by_file) if by_file else ("CODE,...", None)
        option = click.option(name, metavar=metavar, multiple=True, callback=callback, help=what)
        command = option(command)
    return command


def _by_file(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Refuse what names a file and no rule."""
    for each in given:
        pattern, colon, code = each.rpartition(":")
        if not (pattern and colon and code):
            raise click.BadParameter(f"{each!r} is not PATTERN:CODE, such as tests/**:DL1.")
    return given


def included(command: Command) -> Command:
    """Add of which definitions a docstring is asked beside the public ones, and of which not."""
    command = click.option(
        "--skip-short",
        metavar="N",
        type=click.IntRange(min=0),
        help="Not functions of at most so many lines of code.",
    )(command)
    for name, what in reversed(_INCLUDED.items()):
        command = click.option(
            f"--include-{name}/--no-include-{name}", default=None, help=f"Also {what}."
        )(command)
    return command


def models(command: Command) -> Command:
    """Add who writes the prose, and within which bounds."""
    for option in reversed(
        (
            click.option(
                "--provider",
                cls=choices.NameOption,
                names=choices.providers,
                metavar="NAME",
                help="Who writes the prose; auto for the best that is set up: {names}.",
            ),
            click.option("--model", metavar="NAME", help="The model it is asked for."),
            click.option(
                "--fallback",
                cls=choices.NameOption,
                names=choices.providers,
                metavar="NAME",
                help="Who joins when the provider is slow, and follows when it fails.",
            ),
            click.option(
                "--offline/--no-offline", default=None, help="Let nothing leave this machine."
            ),
            click.option(
                "--cache/--no-cache", default=None, help="Keep answers and use those kept."
            ),
            click.option(
                "--timeout", metavar="SECONDS", type=float, help="How long a provider may take."
            ),
            click.option(
                "--max-cost", metavar="USD", type=float, help="What the run may cost at most."
            ),
            click.option(
                "--concurrency",
                metavar="N",
                type=int,
                help="How many definitions a model is asked about at the same time.",
            ),
        )
    ):
        command = option(command)
    return command


def output_format(command: Command) -> Command:
    """Add the choice between text for people and JSON for tools."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people or JSON for tools.",
    )(command)


def as_settings(options: dict[str, Any]) -> dict[str, object]:
    """Return what options set, by the setting's name; an empty list sets nothing."""
    return {
        name: None if value == () else listed(name, ",".join(value)) if name in _LISTS else value
        for name, value in options.items()
    }

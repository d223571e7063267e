"""Commands and options are read as a module declares them."""

from __future__ import annotations

import pytest

from docstring_lsp.source.commandline.read import command_line

TYPER = """\
import typer
from typing import Annotated

app = typer.Typer()


@app.command()
def make({parameter}):
    pass
"""


@pytest.mark.parametrize(
    ("parameter", "names", "default", "required"),
    [
        ("name: str", ("name",), "", True),
        ("name: str = 'x'", ("--name",), "'x'", False),
        ("is_on: bool = False", ("--is-on", "--no-is-on"), "False", False),
        ("x: Annotated[str, typer.Option('--long', '-l')] = 'a'", ("--long", "-l"), "'a'", False),
        ("x: Annotated[str, typer.Option('-l')]", ("-l",), "", True),
        ("x: Annotated[str, typer.Argument()] = 'a'", ("x",), "'a'", False),
        ("x: str = typer.Option(..., '--way/--other')", ("--way", "--other"), "", True),
        ("x: int = typer.Argument(3)", ("x",), "3", False),
        ("ctx: typer.Context, *, x: int = 1", ("--x",), "1", False),
    ],
)
def test_parameters_of_typer(
    parameter: str, names: tuple[str, ...], default: str, required: bool
) -> None:
    (command,) = command_line(TYPER.format(parameter=parameter)).commands
    (option,) = command.options
    assert (option.names, option.default, option.required) == (names, default, required)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import click\n@click.command()\ndef f(): ...", ["f"]),
        ("from click import command\n@command\ndef f(): ...", ["f"]),
        ("import click\nfrom rich.console import group\n@group()\ndef f(): ...", []),
        ("from discord import bot  # click\n@bot.command()\ndef f(): ...", []),
    ],
)
def test_what_makes_a_command(text: str, names: list[str]) -> None:
    assert [c.name for c in command_line(text).commands] == names


def test_names_of_texts_and_of_methods_are_followed() -> None:
    text = (
        "import argparse\nHELP = 'How many.'\nparser = argparse.ArgumentParser(prog='box')\n"
        "add = parser.add_argument\nadd('--count', help=HELP)\n"
    )
    (command,) = command_line(text).commands
    assert [(o.names, o.help) for o in command.options] == [(("--count",), "How many.")]

"""``docstring-lsp compare``: what several models write, side by side, and one answer of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.actions.compare import Compared
    from docstring_lsp.settings.model import Settings

EPILOG = options.examples(
    "compare shop.py:Cart.add --models anthropic,openai",
    'compare --prompt "What is a docstring?" --models ollama:qwen3,gemini',
)


@click.command(epilog=EPILOG)
@click.argument("target", metavar="[FILE:QUALNAME]", required=False)
@click.option(
    "--models",
    "names",
    metavar="NAMES",
    required=True,
    help="Whom to ask, with commas between: PROVIDER or PROVIDER:MODEL.",
)
@click.option("--synthesize", "ultra", metavar="NAME", help="Who makes one answer of all.")
@click.option("--prompt", metavar="TEXT", help="Ask this in place of a definition's docstring.")
@options.style
@click.option("--offline/--no-offline", default=None, help="Let nothing leave this machine.")
@click.option("--timeout", metavar="SECONDS", type=float, help="How long each may take.")
@click.option("--max-cost", metavar="USD", type=float, help="What it may cost at most.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="A table for people, a page, or JSON for tools.",
)
def compare(
    target: str | None,
    names: str,
    ultra: str | None,
    prompt: str | None,
    output_format: str,
    **settings: Any,
) -> int:
    """Ask several models the same and show every answer.

    Nothing is written. Exits with 1 if one of the models did not answer, with 2 if none did.
    """
    import asyncio

    from docstring_lsp.cli import terminal

    if (target is None) == (prompt is None):
        raise click.UsageError("name either FILE:QUALNAME or --prompt")
    asked = [name.strip() for name in names.split(",") if name.strip()]
    if target is None:
        work = _of_prompt(str(prompt), asked, ultra, settings)
    else:
        work = _of_definition(target, asked, ultra, settings)
    found = asyncio.run(work)
    if output_format == "json":
        terminal.out(_as_json(found))
    elif output_format == "markdown":
        from docstring_lsp.actions.compare import markdown

        terminal.out(markdown(found).rstrip())
    else:
        _print(found)
    for name, error in found.errors.items():
        terminal.warning(f"{name} did not answer: {error}")
    return 2 if not found.voices else int(bool(found.errors))


async def _of_prompt(
    prompt: str, names: list[str], ultra: str | None, given: dict[str, Any]
) -> Compared:
    from docstring_lsp.actions.compare import compare_prompt
    from docstring_lsp.engine.models import Models
    from docstring_lsp.settings.load import load

    models = Models(_asking(load(Path(), command_line=options.as_settings(given)).settings, names))
    try:
        return await compare_prompt(prompt, models, names, ultra=ultra)
    finally:
        await models.aclose()


async def _of_definition(
    target: str, names: list[str], ultra: str | None, given: dict[str, Any]
) -> Compared:
    from docstring_lsp import files
    from docstring_lsp.actions.compare import compare
    from docstring_lsp.actions.place import Place
    from docstring_lsp.cli.projects import Projects
    from docstring_lsp.engine.models import Models
    from docstring_lsp.errors import UnknownNameError
    from docstring_lsp.source.scan import scan

    name, _, qualname = target.rpartition(":")
    if not name:
        raise click.UsageError("name the definition as FILE:QUALNAME")
    path = Path(name)
    text = files.read(path).text
    definitions = {d.qualname: d for d in reversed(scan(text))}
    if qualname not in definitions:
        raise UnknownNameError("symbol", qualname, definitions, str(path))
    project = Projects(options.as_settings(given), vote=True).of(path, path)
    models = Models(_asking(project.resolved.settings, names), project=project.root)
    place = Place.of_file(path, project.relative(path), around=True)
    try:
        return await compare(
            text,
            definitions[qualname],
            project.conventions,
            models,
            names,
            ultra=ultra,
            place=place,
        )
    finally:
        await models.aclose()


def _asking(settings: Settings, names: list[str]) -> Settings:
    """Return the settings with every named model asked at the same time."""
    from dataclasses import replace

    from docstring_lsp.settings.model import personal

    given = personal(settings)
    return replace(given, concurrency=max(given.concurrency, len(names)))


def _print(found: Compared) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from docstring_lsp.actions.compare import synthesized_title, took

    table = Table(title=found.subject, show_lines=True)
    cells = []
    for voice in found.voices:
        name, seconds, tokens, cost = took(voice)
        table.add_column(name, ratio=1, overflow="fold")
        cells.append(Text(f"{found.texts[voice.name]}\n\n{seconds} s, {tokens} tokens, ${cost}"))
    screen = Console(highlight=False)
    if cells:
        table.add_row(*cells)
        screen.print(table)
    if found.synthesis is not None:
        screen.print(Text(f"\n{synthesized_title(found.synthesis)}:\n", style="bold"))
        screen.print(Text(found.synthesized))


def _as_json(found: Compared) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(found), indent=2)


COMMAND = compare

"""``docstring-lsp providers``: who can write, what each lacks, and who would be asked and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.engine.models import Models
    from docstring_lsp.engine.survey import Picked, Surveyed
    from docstring_lsp.settings.model import Settings

EPILOG = options.examples(
    "providers --check",
    "providers --provider auto --format json",
)


@click.command(epilog=EPILOG)
@click.option("--check", is_flag=True, help="Ask each whether it answers; costs no tokens.")
@click.option("--models", "listed", is_flag=True, help="Also list the models that each offers.")
@options.models
@options.output_format
def providers(check: bool, listed: bool, output_format: str, **settings: Any) -> int:
    """Tell who can write docstrings, and who would be asked, and why.

    Exits with 1 if --check finds that a provider that is set up does not answer.
    """
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.connect import personal_of
    from docstring_lsp.settings.load import load

    given = personal_of(load(Path(), command_line=options.as_settings(settings)))
    rows, picked = asyncio.run(_surveyed(given, check or listed))
    if output_format == "json":
        terminal.out(_as_json(rows, picked))
    else:
        _print(rows, picked, check or listed)
        if listed:
            _list(rows)
    return int(any(row.set_up and row.available is False for row in rows))


async def _surveyed(settings: Settings, check: bool) -> tuple[Sequence[Surveyed], Sequence[Picked]]:
    from docstring_lsp.engine.models import Models
    from docstring_lsp.engine.survey import checked, picks, survey

    models: Models = Models(settings)
    try:
        rows = survey(models)
        return (await checked(rows, models) if check else rows), picks(settings, models)
    finally:
        await models.aclose()


def _print(rows: Sequence[Surveyed], picked: Sequence[Picked], check: bool) -> None:
    from docstring_lsp.cli import terminal

    head = ["provider", "state", "model", "tokens", "JSON", "stream", "batch", "as of", "address"]
    table = [head, *(_row(row, check) for row in rows)]
    for line in terminal.columns(table):
        terminal.out(line)
    terminal.out("")
    styles = [pick.style for pick in picked]
    marks = {"preferred": "best", "yes": "yes"}
    fits = [[row.name, *(marks.get(row.styles[s], "no") for s in styles)] for row in rows]
    for line in terminal.columns([["provider", *styles], *fits]):
        terminal.out(line)
    terminal.out("")
    asked = [[p.style, p.primary, p.fallback or "-", p.reason] for p in picked]
    for line in terminal.columns([["style", "asked", "fallback", "why"], *asked]):
        terminal.out(line)


def _list(rows: Sequence[Surveyed]) -> None:
    from docstring_lsp.cli import terminal

    terminal.out("")
    offered = [[row.name, model] for row in rows for model in row.models]
    for line in terminal.columns([["provider", "model"], *offered]):
        terminal.out(line)


def _row(row: Surveyed, check: bool) -> list[str]:
    able = row.capabilities
    state = "set up" if row.set_up else "not chosen"
    if row.missing:
        state = row.missing
    elif check and not row.available:
        state = row.reason.removeprefix(f"{row.name}: ")
    elif check:
        state = "answers" if row.set_up else "answers, not chosen"
    return [
        row.name,
        state,
        row.model or "-",
        f"{able.max_tokens:,}",
        able.json,
        "yes" if able.streaming else "no",
        "yes" if able.batch else "no",
        able.as_of,
        row.base_url or "-",
    ]


def _as_json(rows: Sequence[Surveyed], picked: Sequence[Picked]) -> str:
    import json
    from dataclasses import asdict

    told = {"providers": [asdict(row) for row in rows], "asked": [asdict(p) for p in picked]}
    return json.dumps(told, indent=2)


COMMAND = providers

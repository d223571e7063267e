"""``docstring-lsp stats``: what models have taken and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.engine.statistics import Statistics


@click.command(epilog=options.examples("stats --month 2026-11"))
@click.option("--month", metavar="YYYY-MM", help="Which month; this one if left out.")
@options.output_format
def stats(month: str | None, output_format: str) -> int:
    """Tell what models took and cost, and what caching saved.

    It is told by provider, project and day. Prices are those of the table that comes with the
    package genai-prices; without it (the extra `prices`) only tokens are told.
    """
    import json
    from dataclasses import asdict

    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.statistics import month_of, statistics

    found = statistics(month_of(month))
    if output_format == "json":
        terminal.out(json.dumps(asdict(found), indent=2))
        return 0
    _print(found)
    return 0


def _print(found: Statistics) -> None:
    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.statistics import HEAD, row

    if not found.groups:
        terminal.out(f"No model was asked in {found.month}.")
        return
    table = [["", *HEAD], [f"all of {found.month}", *row(found.total)]]
    for kind, totals in found.groups.items():
        table += [[f"{kind} {name or '-'}", *row(each)] for name, each in totals.items()]
    for line in terminal.columns(table):
        terminal.out(line)
    terminal.note(f"Prices: {found.prices or 'not known'}. Kept in {found.folder}.")


COMMAND = stats

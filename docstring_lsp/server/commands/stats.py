"""``docstringLsp.stats``: what models have taken and cost in a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Workspace


async def run(_workspace: Workspace, argument: Mapping[str, Any], _report: Progress) -> Effect:
    """Tell it as numbers, and as a Markdown page for people.

    Raises:
        UsageError: If what is named is no month.
    """
    from docstring_lsp.engine.statistics import month_of, page, statistics

    month = argument.get("month")
    if month is not None and not isinstance(month, str):
        raise UsageError("month is not a text such as 2026-11")
    found = statistics(month_of(month))
    return Effect(result={**asdict(found), "markdown": page(found)})


COMMAND = Command(name="docstringLsp.stats", run=run, known=("month",))

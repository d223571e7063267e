"""The same deliverable by several models, side by side: their documents and what each took."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.markup import code, joined, table
from docstring_lsp.deliverables.merge import merge
from docstring_lsp.deliverables.model import CompletionMode, Template, Written
from docstring_lsp.deliverables.modes import Outcome, Progress, make_all
from docstring_lsp.deliverables.online import Ask, online
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.engine.prices import price


async def compare(
    template: Template, evidence: Evidence, asks: Mapping[str, Ask], wish: Wish
) -> dict[str, Outcome]:
    """Return what came of each model's document, by its name.

    Args:
        template: The deliverable.
        evidence: What the project says of itself.
        asks: Who answers prompts, by what it is called.
        wish: How it is to be written.
    """

    async def one(ask: Ask) -> Outcome:
        async def make(asked: Template, _: Mapping[str, str]) -> Written:
            return await online(asked, evidence, ask, wish)

        found = await make_all([[template]], make, CompletionMode.SEQUENTIAL, progress=Progress())
        return found[0]

    outcomes = await asyncio.gather(*(one(ask) for ask in asks.values()))
    return dict(zip(asks, outcomes, strict=True))


def side_by_side(template: Template, outcomes: Mapping[str, Outcome]) -> str:
    """Return the comparison as one document: a table, and each document under its model's name."""
    rows = [_row(name, outcome) for name, outcome in outcomes.items()]
    head = ("Model", "Seconds", "Words", "Tokens", "Cost", "Names not found")
    parts = [
        (f"model-{number}", _named(name, outcome.written))
        for number, (name, outcome) in enumerate(outcomes.items(), 1)
        if outcome.written is not None
    ]
    failed = [(code(name), o.error) for name, o in outcomes.items() if o.written is None]
    overview = joined("# Comparison", table(head, rows))
    return merge(
        f"{template.title} by {len(outcomes)} models", [("all", overview), *parts], failed=failed
    )


def _named(name: str, written: Written) -> str:
    _, _, rest = written.body.partition("\n")
    return f"# {code(name)}\n{rest}"


def _row(name: str, outcome: Outcome) -> Sequence[str]:
    written = outcome.written
    seconds = f"{outcome.seconds:.1f}"
    if written is None:
        return code(name), seconds, "–", "–", "–", "–"
    usage = written.usage
    cost = price(usage, model=written.model, base_url="")
    return (
        code(name),
        seconds,
        str(len(written.body.split())),
        str(usage.input + usage.output),
        "not known" if cost is None else f"${cost:.4f}",
        ", ".join(map(code, written.doubts)) or "none",
    )

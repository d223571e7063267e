"""Statistics of the ledger: a month in, what it took by model, project, day and session out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

from docstring_lsp.engine import prices
from docstring_lsp.engine.ledger import Entry, Ledger, Total, now, total
from docstring_lsp.errors import UsageError

HEAD = ("calls", "in vain", "tokens in", "tokens out", "cost", "from cache", "saved")
"""What `row` tells."""

_BY: Mapping[str, Callable[[Entry], str]] = {
    "model": lambda entry: f"{entry.provider} {entry.model}".strip(),
    "project": lambda entry: entry.project,
    "day": lambda entry: entry.time[:10],
    "session": lambda entry: entry.session,
}
_MOST_SESSIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What a month took.

    Attributes:
        month: The month, as ``2026-11``.
        total: All of it.
        groups: By ``model``, ``project``, ``day`` and ``session`` (the last ones), by name.
        prices: Where the prices come from; empty where none are known.
        folder: Where it is kept.
    """

    month: str
    total: Total
    groups: Mapping[str, Mapping[str, Total]]
    prices: str
    folder: str


def statistics(month: datetime, ledger: Ledger | None = None) -> Statistics:
    """Return what a month took.

    Args:
        month: Any time in it.
        ledger: Where it is kept; the user's own if None.
    """
    ledger = ledger or Ledger()
    entries = list(ledger.entries(month))
    groups = {kind: _grouped(entries, name) for kind, name in _BY.items()} if entries else {}
    if "session" in groups:
        groups["session"] = dict(list(groups["session"].items())[-_MOST_SESSIONS:])
    return Statistics(
        month=f"{month:%Y-%m}",
        total=total(entries),
        groups=groups,
        prices=prices.source() if entries else "",
        folder=str(ledger.folder),
    )


def month_of(text: str | None) -> datetime:
    """Return a time in a month that is written as ``2026-11``; in this one if None.

    Raises:
        UsageError: If it is no month.
    """
    if text is None:
        return now()
    try:
        return datetime.strptime(text, "%Y-%m").replace(tzinfo=timezone.utc)
    except ValueError:
        raise UsageError(f"{text!r} is no month; write it as 2026-11") from None


def page(found: Statistics) -> str:
    """Return the statistics as a Markdown page."""
    lines = [f"# Models in {found.month}", ""]
    if not found.groups:
        return "\n".join([*lines, "No model was asked.", ""])
    lines += [f"| | {' | '.join(HEAD)} |", "|---|" + "---:|" * len(HEAD)]
    lines.append(f"| all | {' | '.join(row(found.total))} |")
    for kind, totals in found.groups.items():
        lines += [f"| {kind} `{n or '-'}` | {' | '.join(row(t))} |" for n, t in totals.items()]
    return "\n".join([*lines, "", f"Prices: {found.prices or 'not known'}.", ""])


def row(each: Total) -> tuple[str, ...]:
    """Return the columns of a total, as a table shows them."""
    cost = f"${each.cost:.4f}" + (f" + {each.unpriced} unpriced" if each.unpriced else "")
    cost += f" ({each.feeless} without the search fee)" if each.feeless else ""
    return (
        f"{each.calls:,}",
        f"{each.lost:,}",
        f"{each.input:,}",
        f"{each.output:,}",
        cost,
        f"{each.hits:,}",
        f"${each.saved:.4f}",
    )


def _grouped(entries: list[Entry], name: Callable[[Entry], str]) -> dict[str, Total]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name(entry), []).append(entry)
    return {group: total(of_group) for group, of_group in sorted(found.items())}

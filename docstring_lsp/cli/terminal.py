"""What is written to the terminal, and how: texts in, colours where they are wanted.

Results go to standard output, all that is about the work goes to standard error. Knows nothing
of what the texts say.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

from docstring_lsp.cli import streams

Item = TypeVar("Item")

_DIFF_COLORS = {"-": "red", "+": "green", "@": "cyan"}


def out(text: str) -> None:
    """Write a result and end the line."""
    for piece in streams.pieces(text + "\n"):
        click.echo(piece, nl=False, color=_colored())


def shown(text: str) -> str:
    """Return a text as it is written: its colours only where they are wanted."""
    return text if _colored() else click.unstyle(text)


def out_bytes(data: bytes) -> None:
    """Write a result as it is."""
    click.echo(data, nl=False)


def out_diff(diff: str) -> None:
    """Write a unified diff, coloured for people."""
    lines = diff.split("\n")[:-1]
    if _colored():
        lines = [_painted(line) for line in lines]
    click.echo("".join(f"{line}\n" for line in lines), nl=False, color=_colored())


def note(text: str) -> None:
    """Say something about the work."""
    click.echo(text, err=True)


def warning(text: str) -> None:
    """Say in one line that something was passed over, and why."""
    click.echo(f"docstring-lsp: warning: {_one_line(text)}", err=True)


def error(text: str) -> None:
    """Say in one line what could not be done, and why."""
    click.echo(f"docstring-lsp: error: {_one_line(text)}", err=True)


def progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield the items and show on standard error how many are done.

    Nothing is shown where nobody looks, for a single item, or where results already stream
    through the same terminal.
    """
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # Standard output is left alone: rich would send results to its own console.
    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, redirect_stdout=False) as shown:
        yield from shown.track(items, total, description=label)


def is_watched() -> bool:
    """Return whether somebody sees what is said about the work."""
    return sys.stderr.isatty()


def waiting(
    items: Iterable[Item], total: int, label: str, said: Callable[[], str]
) -> Iterator[Item]:
    """Yield items that take their time, and show on standard error what is said of them meanwhile.

    Nothing is shown where nobody looks, nor while an item is dealt with: results may stream
    through the same terminal.

    Args:
        items: The items.
        total: How many they are.
        label: What is done.
        said: Says how far it is.
    """
    if not is_watched():
        yield from items
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    screen = Console(stderr=True)
    coming, end = iter(items), object()
    for done in range(total + 1):
        begun = f"{label} ({done}/{total})" if total > 1 else label

        def line(begun: str = begun) -> Text:
            return Text(f"{begun}: {said()}" if said() else f"{begun}…", style="dim")

        with Live(
            get_renderable=line,
            console=screen,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        ):
            item = next(coming, end)
        if item is end:
            return
        yield item  # type: ignore[misc]


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def count(number: int, noun: str) -> str:
    """Return a number with its noun, ``1 file`` or ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _colored() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    # A stream that was closed before we began is None.
    return bool(os.environ.get("FORCE_COLOR")) or bool(sys.stdout and sys.stdout.isatty())


def _painted(line: str) -> str:
    if line.startswith(("--- ", "+++ ")):
        return click.style(line, bold=True)
    color = _DIFF_COLORS.get(line[:1])
    return click.style(line, fg=color) if color else line


def _one_line(text: str) -> str:
    return " ".join(text.split())

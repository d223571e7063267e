"""``docstring-lsp ask``: a sentence, handed to the service that it is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from docstring_lsp.tasks.model import Route, TaskResult

EPILOG = options.examples(
    'ask "Explain Cart.add"',
    'ask "Convert the docstrings of shop.py to numpy" --explain',
)


_ACTS = ("check", "convert", "deliverable", "docstring")
_SURE = 0.65
"""How likely a service must be to be told as one that was asked for, too."""


@click.command(epilog=EPILOG)
@click.argument("task")
@click.option("--explain", is_flag=True, help="Only tell which service it goes to, and why.")
@click.option("--service", metavar="NAME", help="The service, in place of the likeliest.")
@click.option(
    "--strategy",
    metavar="NAME",
    default="composite",
    show_default=True,
    help="How a task finds its service: keyword, capability, composite, or one of your own.",
)
@click.option("--write", is_flag=True, help="Change files as the shown diff says.")
@click.option(
    "--attach",
    metavar="FILE",
    multiple=True,
    help="A picture or PDF that goes with it; may be repeated.",
)
@click.option(
    "--at",
    metavar="FILE:LINE",
    help='The place that "this" stands for, as in "explain this".',
)
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The project's folder; the one around the current folder if not given.",
)
@options.models
@options.output_format
def ask(
    task: str,
    explain: bool,
    service: str | None,
    strategy: str,
    write: bool,
    attach: tuple[str, ...],
    at: str | None,
    project: Path | None,
    output_format: str,
    **settings: Any,
) -> int:
    """Have a TASK done: docstrings, checks, documents, questions.

    What would change files is shown as a diff; --write does it. Exits with 1 when the task
    failed or a change was shown and not written.
    """
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.deliverables.workspace import workspace

    if not task.strip():
        raise click.UsageError("TASK is empty: say what is to be done, such as 'explain Cart.add'.")
    root = project.absolute() if project is not None else workspace(Path.cwd())
    kwargs: dict[str, Any] = {"write": True} if write else {}
    if attach:
        kwargs["files"] = [str(Path(name).absolute()) for name in attach]
    told = options.as_settings(settings)
    way = _Way(service=service, strategy=strategy, explain=explain)
    done = asyncio.run(_done(root, task, told, way, at, kwargs))
    if output_format == "json":
        terminal.out(_json(done))
    elif explain:
        _explain(done)
    elif hasattr(done, "success"):
        _show(done)
        _tell_others(task, done)
    return 0 if explain else _status(done)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How a task finds its service, and whether only that is told."""

    service: str | None
    strategy: str
    explain: bool


async def _done(
    root: Path,
    task: str,
    command_line: dict[str, object],
    way: _Way,
    at: str | None,
    kwargs: dict[str, Any],
) -> TaskResult | Route:
    from dataclasses import replace

    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.settings.load import load
    from docstring_lsp.tasks.room import Room
    from docstring_lsp.tasks.workspace import orchestrator, routed

    resolved = load(root, command_line=command_line)
    async with Engine(resolved.settings, project=root) as engine:
        room = Room(root, resolved, engine, here=_here(root, at))
        hands = orchestrator(room, strategy=way.strategy)
        route = routed(hands, task, kwargs.get("files", ()))
        if way.explain:
            return route
        done = await hands.execute(task, service=way.service or route.service, **kwargs)
        return replace(done, route=None if way.service else route)


def _here(root: Path, at: str | None) -> tuple[Path, int] | None:
    from docstring_lsp import files

    if at is None:
        return None
    name, _, line = at.rpartition(":")
    if not (name and line.isdecimal()):
        raise click.UsageError(f"--at {at}: give FILE:LINE, such as shop.py:12")
    path = root / name
    text = files.read(path).text
    return path, sum(map(len, text.splitlines(keepends=True)[: int(line) - 1]))


def _explain(route: Any) -> None:
    from docstring_lsp.cli import terminal

    terminal.out(f"{route.service}: {route.reason}")
    for name, score in route.scores:
        terminal.out(f"  {name:<12} {score:.2f}")


def _show(result: Any) -> None:
    from docstring_lsp.cli import terminal

    if not result.success:
        terminal.error(f"{result.service_name}: {result.error}")
        return
    text = getattr(result.result, "text", str(result.result))
    diff = getattr(result.result, "diff", "")
    if diff:
        terminal.out_diff(diff)
        terminal.note(text)
    else:
        terminal.out(text)


def _tell_others(task: str, result: Any) -> None:
    """Tell what else a task asks for: one service does one thing."""
    import re

    from docstring_lsp.cli import terminal

    scores = result.route.scores if result.route is not None else ()
    also = [n for n, s in scores if n in _ACTS and n != result.service_name and s >= _SURE]
    if also and re.search(r"\b(?:and|then|und|dann)\b|[;,]", task):
        terminal.note(
            f"done by {result.service_name} alone; for {' and '.join(also)} ask once more"
        )


def _status(result: Any) -> int:
    if not result.success:
        return 1
    shown = bool(getattr(result.result, "diff", "")) and not getattr(result.result, "written", ())
    return 1 if shown else 0


def _json(done: TaskResult | Route) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(done), indent=2, default=str)


COMMAND = ask

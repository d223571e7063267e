"""``docstringLsp.ask``: a sentence, handed to the service that it is for; changes no file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import project
from docstring_lsp.server.snapshot import Workspace

NAME = "answer"
"""What a document is called that shows one."""


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Have a task done, or with ``explain`` only tell who would do it.

    Raises:
        UsageError: If there is no task.
    """
    from docstring_lsp.deliverables.growth import Growth
    from docstring_lsp.engine.generate import Engine
    from docstring_lsp.tasks.room import Room
    from docstring_lsp.tasks.workspace import orchestrator, routed

    shows = arguments.flag(argument, "show")
    task = arguments.text(argument, "task", "a text")
    if not task:
        raise UsageError("task is missing: say what is to be done")
    found = await project(workspace, argument)
    async with Engine(found.resolved.settings, project=found.root) as engine:
        here = await _here(workspace, argument)
        growth = Growth(partial(report.grow, NAME)) if shows else None
        hear = growth.hear if growth is not None else None
        opened = {d.path: d.text for d in workspace.documents.values() if d.path is not None}
        room = Room(found.root, found.resolved, engine, here=here, opened=opened, hear=hear)
        strategy = arguments.text(argument, "strategy", "the name of a strategy")
        hands = orchestrator(room, strategy=strategy or "composite")
        files = _files(argument)
        route = routed(hands, task, files)
        scores = [{"service": name, "score": score} for name, score in route.scores]
        told = {"service": route.service, "reason": route.reason, "scores": scores}
        if arguments.flag(argument, "explain"):
            return Effect(result=told)
        service = arguments.text(argument, "service", "the name of a service")
        report(0, 0, service or route.service)
        kwargs = {"files": files} if files else {}
        result = await hands.execute(task, service=service or route.service, **kwargs)
    diff = getattr(result.result, "diff", "")
    text = str(getattr(result.result, "text", result.result or ""))
    return Effect(
        result={
            **told,
            "service": result.service_name,
            "success": result.success,
            "error": result.error,
            "diff": diff,
            "markdown": f"{text}\n\n```diff\n{diff}```\n" if diff else text,
        },
        message=f"{result.service_name}: {result.error}" if result.error else "",
        untitled=NAME if shows and result.success else "",
    )


def _files(argument: Mapping[str, Any]) -> list[str]:
    told = argument.get("files") or []
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        raise UsageError("files is no list of paths")
    return told


async def _here(workspace: Workspace, argument: Mapping[str, Any]) -> tuple[Path, int] | None:
    place = arguments.place(argument)
    if place is None or argument.get("uri") is None:
        return None
    document = await arguments.document(workspace, argument)
    if document.path is None:
        return None
    return document.path, document.span(place, place, workspace.client.encoding).start


COMMAND = Command(
    name="docstringLsp.ask",
    run=run,
    known=("task", "service", "strategy", "explain", "files", "show", "uri", "position"),
    title="Asking",
)

"""``docstringLsp.deliver``: documents about the project, by the names of their types."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import page, project
from docstring_lsp.server.snapshot import Workspace

if TYPE_CHECKING:
    from docstring_lsp.deliverables.modes import Outcome


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write the documents; several become one. Those that failed are told in the result.

    Raises:
        UsageError: If no type is named, or one that there is not.
    """
    from docstring_lsp.deliverables.deliver import MERGED, Order
    from docstring_lsp.deliverables.gather import gather
    from docstring_lsp.deliverables.model import CompletionMode
    from docstring_lsp.deliverables.prompting import Wish
    from docstring_lsp.deliverables.workspace import delivered

    if arguments.flag(argument, "list"):
        return Effect(result={"types": await _known(workspace, argument)})
    names = _names(argument)
    about = arguments.text(argument, "about", "a text") or ""
    found = await project(workspace, argument)
    settings = found.resolved.settings
    report(0, len(names), names[0])
    done: list[str] = []

    def told(outcome: Outcome) -> None:
        done.append(outcome.template.name)
        report(len(done), len(names), outcome.template.title)

    def grown(text: str) -> None:
        report.grow(name, text)
        part = text[text.rfind("\n## ") + 4 :].split("\n")[0]
        report(len(done), len(names), part)

    notes: list[str] = []
    evidence = await asyncio.to_thread(gather, found.root, settings)
    merged = arguments.flag(argument, "merged") or len(names) > 1
    shows = arguments.flag(argument, "show")
    mode = CompletionMode.STREAMING if shows else CompletionMode.SEQUENTIAL
    order = Order(names=names, mode=mode, merged=merged, wish=Wish(said=about))
    name = MERGED if merged else names[0]
    delivery = await delivered(
        found.root,
        settings,
        order,
        note=notes.append,
        told=told,
        evidence=evidence,
        grown=grown,
    )
    failed = {outcome.template.name: outcome.error for outcome in delivery.failed}
    text = "\n".join(delivery.documents.values())
    if not text:
        raise UsageError("; ".join(f"{name}: {why}" for name, why in failed.items()))
    return await page(found.root, argument, name, text, {"failed": failed, "notes": notes})


async def _known(workspace: Workspace, argument: Mapping[str, Any]) -> list[dict[str, str]]:
    from docstring_lsp.deliverables.templates import templates

    found = await project(workspace, argument)
    known = await asyncio.to_thread(templates, found.root)
    return [{"name": n, "title": t.title, "summary": t.summary} for n, t in known.items()]


def _names(argument: Mapping[str, Any]) -> tuple[str, ...]:
    told = argument.get("types")
    if isinstance(told, str):
        told = [told]
    if not isinstance(told, list) or not told or not all(isinstance(n, str) for n in told):
        from docstring_lsp.deliverables.templates import templates

        raise UsageError(f"types is no list of names; known: {', '.join(templates())}")
    return tuple(dict.fromkeys(told))


COMMAND = Command(
    name="docstringLsp.deliver",
    run=run,
    known=("types", "list", "merged", "about", "output", "force", "show", "uri"),
    title="Writing documents",
)

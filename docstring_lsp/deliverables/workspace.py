"""Deliverables of a folder: settings and an order in, documents out; makes the engine."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from docstring_lsp import registry
from docstring_lsp.deliverables.compare import compare, side_by_side
from docstring_lsp.deliverables.deliver import Delivery, Order, deliver
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.growth import Grown
from docstring_lsp.deliverables.model import CompletionMode
from docstring_lsp.deliverables.modes import Progress, Told
from docstring_lsp.deliverables.online import Ask, Hear
from docstring_lsp.deliverables.prompting import Wish
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.deliverables.tokens import Note
from docstring_lsp.engine.connect import provider
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.folders import exists, upwards
from docstring_lsp.providers.base import Reply, Request
from docstring_lsp.settings.model import Settings

MOST_AT_ONCE = 16
"""How many documents or scenes are written at the same time, where the user sets nothing."""
EXPORTS = "docstring_lsp.deliverables.export"
_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", "PKG-INFO")


def workspace(start: Path) -> Path:
    """Return the project's folder around a place: the nearest that says what it is."""
    folders = list(upwards(start))
    return next((f for f in folders if any(exists(f / mark) for mark in _MARKS)), folders[-1])


async def delivered(
    root: Path,
    settings: Settings,
    order: Order,
    *,
    grown: Grown | None = None,
    note: Callable[[str], None] | None = None,
    told: Told | None = None,
    progress: Progress | None = None,
    evidence: Evidence | None = None,
) -> Delivery:
    """Return the documents that are asked for.

    Args:
        root: The project's folder.
        settings: Say who writes.
        order: What is asked for.
        grown: Is told the documents as they grow, where the mode streams.
        note: Is told what the user would not expect.
        told: Is told what came of each as soon as it did.
        progress: What was made before is taken from there.
        evidence: What the project says of itself; read here if None.

    Raises:
        UsageError: If there is no such deliverable, some need one another in a circle, or a
            batch is asked for and nobody takes one.
    """
    known = templates(root, order.names, note=note)
    found = evidence if evidence is not None else gather(root, settings)
    for line in found.unread:
        (note or _nobody)(line)
    async with _asking(root, settings, order, note or _nobody) as ask:
        return await deliver(
            order, found, known, ask, date=today(), grown=grown, told=told, progress=progress
        )


def at_once(settings: Settings, number: int) -> Settings:
    """Return settings with which as many are asked about at once as there are, within reason.

    What the user has set otherwise holds.

    Args:
        settings: The settings.
        number: How many there are.
    """
    if settings.concurrency != Settings().concurrency:
        return settings
    return replace(settings, concurrency=max(settings.concurrency, min(number, MOST_AT_ONCE)))


@asynccontextmanager
async def _asking(
    root: Path, settings: Settings, order: Order, note: Callable[[str], None]
) -> AsyncIterator[Ask | None]:
    """Give who answers prompts; None where the embedded author is to write."""
    if not order.later:
        if order.mode is CompletionMode.BATCH:
            settings = at_once(settings, len(order.names))
        async with Engine(settings, project=root) as engine:
            yield asking(engine, note)
        return
    from docstring_lsp.deliverables.batched import Batched, orders
    from docstring_lsp.engine.batch import Batches

    async with (
        Batches(settings, project=root, orders=orders()) as batches,
        Batched(batches, root, note) as ask,
    ):
        yield ask


def today() -> str:
    """Return the day, as ``2026-11-21``."""
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def asking(engine: Engine, note: Callable[[str], None]) -> Ask | None:
    """Return who answers prompts; None where the embedded author is to write."""
    if engine.models is None:
        return None
    try:
        engine.models.select("google")
    except UsageError as error:
        note(f"written from the project alone: {error}")
        return None
    return engine.ask


async def compared(
    root: Path, settings: Settings, name: str, models: Sequence[str], about: str = ""
) -> tuple[str, int]:
    """Return what several models write, side by side, and how many failed.

    Args:
        root: The project's folder.
        settings: Say how each is reached.
        name: The deliverable.
        models: Providers, each with a colon and a model where not the one that is set is meant.
        about: What they are told beside.

    Raises:
        UnknownNameError: If there is no such deliverable or provider.
        UsageError: If one of the models cannot be asked.
    """
    known = templates(root, [name])
    if name not in known:
        raise UnknownNameError("deliverable", name, known)
    first = models[0].partition(":")[0]
    async with Engine(replace(settings, provider=first), project=root) as engine:
        asks = {each: _only(engine, each) for each in models}
        outcomes = await compare(known[name], gather(root, settings), asks, Wish(said=about))
    failed = sum(outcome.written is None for outcome in outcomes.values())
    return side_by_side(known[name], outcomes), failed


def _only(engine: Engine, named: str) -> Ask:
    """Return who asks one model and no other."""
    name, _, model = named.partition(":")
    if engine.models is None:
        raise UsageError(f"{named} is no model; name PROVIDER or PROVIDER:MODEL")
    provider(name)
    models = engine.models

    async def ask(request: Request, hear: Hear | None = None) -> Reply:
        told = replace(request, model=model or request.model)
        return (await models.reply(told, hear, only=name)).reply

    return ask


def export(kind: str, document: str, note: Note | None = None) -> bytes:
    """Return a document in a format.

    Args:
        kind: The format's name.
        document: The document, as Markdown.
        note: Is told what a reader will miss.

    Raises:
        UnknownNameError: If there is no such format.
        UsageError: If the library that it takes is not installed.
    """
    write: Callable[[str, Note], bytes] = registry.load(EXPORTS, kind, "EXPORT", kind="format")
    return write(document, note or _nobody)


def _nobody(_: str) -> None:
    """Nobody is told."""

"""Deliverables of a folder: settings and an order in, documents out; makes the engine."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from docstring_lsp import registry
from docstring_lsp.deliverables.deliver import Delivery, Order, deliver
from docstring_lsp.deliverables.evidence.model import Evidence
from docstring_lsp.deliverables.gather import gather
from docstring_lsp.deliverables.modes import Progress, Told
from docstring_lsp.deliverables.online import Ask, Hear
from docstring_lsp.deliverables.templates import templates
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import UsageError
from docstring_lsp.folders import exists, upwards
from docstring_lsp.settings.model import Settings

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
    hear: Hear | None = None,
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
        hear: Is told pieces as they come, where the mode streams.
        note: Is told what the user would not expect.
        told: Is told what came of each as soon as it did.
        progress: What was made before is taken from there.
        evidence: What the project says of itself; read here if None.

    Raises:
        UsageError: If there is no such deliverable, or some need one another in a circle.
    """
    known = templates(root)
    found = evidence if evidence is not None else gather(root, settings)
    for line in found.unread:
        (note or _nobody)(line)
    async with Engine(settings, project=root) as engine:
        return await deliver(
            order,
            found,
            known,
            asking(engine, note or _nobody),
            date=today(),
            hear=hear,
            told=told,
            progress=progress,
        )


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


def export(kind: str, document: str) -> bytes:
    """Return a document in a format.

    Args:
        kind: The format's name.
        document: The document, as Markdown.

    Raises:
        UnknownNameError: If there is no such format.
        UsageError: If the library that it takes is not installed.
    """
    write: Callable[[str], bytes] = registry.load(EXPORTS, kind, "EXPORT", kind="format")
    return write(document)


def _nobody(_: str) -> None:
    """Nobody is told."""

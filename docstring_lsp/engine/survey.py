"""A survey of the providers: what each can do, what it lacks, who would be asked and why.

Takes settings, gives rows; asks a server only where it is told to check.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docstring_lsp.docstring.recognition import styles
from docstring_lsp.engine.connect import EMBEDDED, provider
from docstring_lsp.engine.models import Models, demand
from docstring_lsp.engine.select import Candidate, Demand, matrix
from docstring_lsp.errors import DocstringLspError, UsageError
from docstring_lsp.providers.base import Capabilities, Model
from docstring_lsp.settings.model import Settings

EMBEDDED_WORKS = "works from the code alone, with no model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """One provider.

    Attributes:
        name: Its name.
        model: The model it would be asked for; empty for its own choice.
        base_url: Where; empty for one that needs no network.
        set_up: Whether the user has said that it may be asked.
        missing: What it lacks to be asked, and what to do; empty if nothing.
        available: Whether it answers; None where nobody has asked.
        reason: Why it does not.
        capabilities: What it can do.
        models: The models it offers; empty where nobody has asked.
        styles: How it goes together with each style: ``preferred``, ``yes`` or why not.
    """

    name: str
    model: str = ""
    base_url: str = ""
    set_up: bool = False
    missing: str = ""
    available: bool | None = None
    reason: str = ""
    capabilities: Capabilities
    models: tuple[str, ...] = ()
    styles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Who would be asked for a style.

    Attributes:
        style: The style.
        primary: Who first.
        fallback: Who joins or follows; empty for nobody.
        reason: Why.
    """

    style: str
    primary: str
    fallback: str = ""
    reason: str = ""


def survey(models: Models) -> tuple[Surveyed, ...]:
    """Return every provider of models, whether it can be asked or not."""
    candidates = models.directory.candidates()
    fits = matrix(candidates, _demands())
    return tuple(
        Surveyed(
            name=each.name,
            model=models.directory.model(each.name),
            base_url=_address(models, each.name),
            set_up=each.chosen,
            missing=each.missing,
            capabilities=each.capabilities,
            styles=fits[each.name],
        )
        for each in candidates
    )


def picks(settings: Settings, models: Models) -> tuple[Picked, ...]:
    """Return who would be asked for each style."""
    return tuple(_pick(settings, models, name) for name in styles())


async def checked(rows: Sequence[Surveyed], models: Models) -> tuple[Surveyed, ...]:
    """Return the rows with whether each that can be asked answers; costs no tokens."""
    return tuple(await asyncio.gather(*(_checked(row, models) for row in rows)))


def _pick(settings: Settings, models: Models, style: str) -> Picked:
    if settings.provider == EMBEDDED:
        return Picked(style=style, primary=EMBEDDED, reason=f"as set; {EMBEDDED_WORKS}")
    try:
        chosen = models.select(style)
    except UsageError as error:
        return Picked(style=style, primary=EMBEDDED, reason=str(error))
    wanted = chosen.passed_over.get(settings.provider, "")
    reason = f"{chosen.reason}; not {settings.provider}: {wanted}" if wanted else chosen.reason
    return Picked(style=style, primary=chosen.primary, fallback=chosen.fallback, reason=reason)


def _address(models: Models, name: str) -> str:
    if provider(name).access is None:
        return ""
    try:
        return models.directory.base_url(name)
    except UsageError:
        return ""


async def _checked(row: Surveyed, models: Models) -> Surveyed:
    from dataclasses import replace

    if row.missing:
        return replace(row, available=False, reason=row.missing)
    try:
        found = await models.desk(row.name).provider.available()
        able, offered = row.capabilities, tuple[Model, ...]()
        if found.available:
            desk = await models.desks.seated(row.name)
            able, offered = desk.capabilities, await desk.provider.models()
    except DocstringLspError as error:
        return replace(row, available=False, reason=str(error))
    styles_of = matrix([Candidate(name=row.name, capabilities=able)], _demands())[row.name]
    return replace(
        row,
        available=found.available,
        reason=found.reason,
        capabilities=able,
        models=tuple(model.name for model in offered),
        styles=styles_of,
    )


def _demands() -> Sequence[Demand]:
    return [demand(name) for name in styles()]

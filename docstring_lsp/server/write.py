"""Computes the edits of a target in a document; shared by the requests and the commands."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docstring_lsp.server.author import author
from docstring_lsp.server.handler import DocumentEdit
from docstring_lsp.server.snapshot import Snapshot

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Outcome
    from docstring_lsp.actions.place import Place
    from docstring_lsp.actions.proposal import Target
    from docstring_lsp.engine.account import Hear
    from docstring_lsp.server.handler import Progress


async def write(
    snapshot: Snapshot, target: Target, hear: Hear | None = None
) -> tuple[Outcome, ...]:
    """Return what becomes of each definition of a target.

    Args:
        snapshot: The document.
        target: What to write docstrings for.
        hear: Is told pieces of a model's answers as they come, and whose they are.

    Raises:
        StaleDocumentError: If the target is no longer in the document.
        UnknownNameError: If it names a style that does not exist.
        UsageError: If it names a provider that the user has not set up.
    """
    from docstring_lsp.actions.generate import generate
    from docstring_lsp.engine.connect import EMBEDDED, asking

    document, project = snapshot.document, snapshot.project
    settings = asking(
        project.resolved.settings, target.provider or project.resolved.settings.provider
    )
    place = await placed(snapshot, around=settings.provider != EMBEDDED)
    write_prose = author(settings, project=project.root, hear=hear)
    outcomes = await generate(document.text, target, project.conventions, write_prose, place)
    if document.is_cell and target.scope == "file":
        return tuple(o for o in outcomes if o.definition.kind != "module")
    return outcomes


async def placed(snapshot: Snapshot, *, around: bool) -> Place:
    """Return where a document's text comes from.

    Args:
        snapshot: The document.
        around: Whether what stands around a definition is wanted, as a model is told it.
    """
    from docstring_lsp.actions.place import Place

    path, relative = snapshot.document.path, snapshot.project.relative(snapshot.document.path)
    if path is None:
        return Place(path=relative, lookup=_no_module if around else None)
    place = Place.of_file(path, relative, around=around)
    if calling := place.mentions:
        # The package is read beside the loop; what is asked of it then is there.
        await asyncio.to_thread(lambda: next(calling(snapshot.project.root.name), None))
    return place


def ahead(report: Progress, done: int, total: int) -> Hear:
    """Return what tells, as answers come, whose is ahead and how far.

    Args:
        report: Tells it to the user.
        done: How many targets are done.
        total: Of how many.
    """
    from docstring_lsp.engine.lead import Lead

    lead = Lead()

    def hear(who: str, piece: str) -> None:
        lead.hear(who, piece)
        report(done, total, str(lead))

    return hear


def _no_module(_name: str) -> None:
    """Give no module: what is not in a file has none beside it."""


def document_edit(snapshot: Snapshot, outcomes: Iterable[Outcome]) -> DocumentEdit:
    """Return the edits of a document's outcomes."""
    from docstring_lsp.actions.generate import edits

    return DocumentEdit(snapshot.document, edits(tuple(outcomes)))


def refusal(outcomes: Iterable[Outcome]) -> str:
    """Return why a definition was refused, or an empty string where none was."""
    refused = (o for o in outcomes if o.status == "refused")
    return next((f"{o.definition.qualname}: {o.reason}" for o in refused), "")


def message(outcomes: Iterable[Outcome], failures: Sequence[str] = ()) -> str:
    """Return what the user is told: empty where the edit itself shows that all was done.

    Args:
        outcomes: What became of the definitions.
        failures: Why files could not be read.
    """
    outcomes = tuple(outcomes)
    refused = [f"{o.definition.qualname}: {o.reason}" for o in outcomes if o.status == "refused"]
    left = [*refused, *failures]
    if left:
        more = f" (and {len(left) - 1} more)" if len(left) > 1 else ""
        return f"Left as it is: {left[0]}{more}"
    if notices := Counter(o.result.notice for o in outcomes if o.result and o.result.notice):
        notice, times = notices.most_common(1)[0]
        return f"{notice[:1].upper()}{notice[1:]}" + (f" ({times} docstrings)" if times > 1 else "")
    if any(outcome.status == "written" for outcome in outcomes):
        return ""
    if any(outcome.status == "unchanged" for outcome in outcomes):
        return "The docstrings are already what would be written."
    reasons = {o.reason for o in outcomes if o.status == "exempt" and o.definition.kind != "module"}
    if reasons == {"a test"}:
        return "No docstring is asked of tests; the setting include-tests asks for them."
    return "No docstring is missing."


def summary(outcomes: Iterable[Outcome]) -> dict[str, object]:
    """Return what became of the definitions, as a command answers it."""
    outcomes = tuple(outcomes)
    counts = Counter(outcome.status for outcome in outcomes)
    return {
        "written": counts["written"],
        "unchanged": counts["unchanged"],
        "standing": counts["standing"],
        "authors": dict(Counter(o.author for o in outcomes if o.status == "written")),
        "refused": [
            {"symbol": o.definition.qualname, "reason": o.reason}
            for o in outcomes
            if o.status == "refused"
        ],
    }

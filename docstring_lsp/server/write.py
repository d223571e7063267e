"""Computes the edits of a target in a document; shared by the requests and the commands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docstring_lsp.server.author import author
from docstring_lsp.server.handler import DocumentEdit
from docstring_lsp.server.snapshot import Snapshot

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Outcome
    from docstring_lsp.actions.proposal import Target


async def write(snapshot: Snapshot, target: Target) -> tuple[Outcome, ...]:
    """Return what becomes of each definition of a target.

    Raises:
        StaleDocumentError: If the target is no longer in the document.
        UnknownNameError: If it names a style that does not exist.
    """
    from docstring_lsp.actions.generate import generate
    from docstring_lsp.actions.outcome import Place
    from docstring_lsp.files import module_name

    document, project = snapshot.document, snapshot.project
    module = module_name(document.path) if document.path is not None else None
    place = Place(path=project.relative(document.path), module=module)
    write_prose = author(project.resolved.settings)
    outcomes = await generate(document.text, target, project.conventions, write_prose, place)
    if document.is_cell and target.scope == "file":
        return tuple(o for o in outcomes if o.definition.kind != "module")
    return outcomes


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
        "refused": [
            {"symbol": o.definition.qualname, "reason": o.reason}
            for o in outcomes
            if o.status == "refused"
        ],
    }

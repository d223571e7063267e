"""Takes a snapshot and gives the diagnostics of its document; sends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from docstring_lsp.checks.finding import Finding
    from docstring_lsp.checks.neighbourhood import Neighbourhood
    from docstring_lsp.checks.recollection import Recollection
    from docstring_lsp.source.definition import Definition


def diagnose(snapshot: Snapshot) -> list[types.Diagnostic]:
    """Return what is to be shown of the document."""
    from docstring_lsp.source.scan import scan

    document, project = snapshot.document, snapshot.project
    if not (project.diagnostics.enable and document.is_python) or project.excludes(document.path):
        return []
    found = _checked(snapshot, scan(document.text), neighbourhood(document.path))
    return [
        convert.to_diagnostic(f, document.index, project.diagnostics, snapshot.client)
        for f in _known_nowhere(snapshot, found)
    ]


def findings(
    snapshot: Snapshot, definitions: Iterable[Definition], around: Neighbourhood | None
) -> tuple[Finding, ...]:
    """Return what the rules find in some of the document's definitions, shown or not.

    Without what other files may take back: that mends nothing, and would have to be looked up.

    Args:
        snapshot: The document.
        definitions: The definitions.
        around: The way to the project's other modules.
    """
    found = _checked(snapshot, definitions, around)
    return tuple(finding for finding in found if not finding.unless)


def misquoted(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Return what the rules find in the document where something else may be meant."""
    from docstring_lsp.source.scan import scan

    document = snapshot.document
    found = _checked(snapshot, scan(document.text), neighbourhood(document.path))
    return tuple(finding for finding in found if finding.instead)


def _known_nowhere(snapshot: Snapshot, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield the findings without those that another file of the project takes back."""
    wanted = {finding.unless for finding in found if finding.unless}
    lacking: frozenset[str] = frozenset()
    path, project = snapshot.document.path, snapshot.project
    if wanted and path is not None:
        from docstring_lsp.server.words import of_project

        lacking = of_project(project.root).lacking(wanted, path, project.resolved.settings)
    yield from (finding for finding in found if not finding.unless or finding.unless in lacking)


def neighbourhood(path: Path | None) -> Neighbourhood | None:
    """Return the way to the other modules of a file's project, as they are on disk."""
    if path is None:
        return None
    from docstring_lsp.neighbours import Neighbours

    return Neighbours(path)


def _checked(
    snapshot: Snapshot, definitions: Iterable[Definition], around: Neighbourhood | None
) -> tuple[Finding, ...]:
    from docstring_lsp.checks.run import check

    document, project = snapshot.document, snapshot.project
    return check(
        document.text,
        project.conventions.policy,
        path=project.relative(document.path),
        definitions=tuple(d for d in definitions if not (document.is_cell and d.kind == "module")),
        style_name=project.conventions.style_name,
        style_is_told=project.conventions.style_is_told,
        selection=project.selection,
        unwanted=project.conventions.bible.forbidden,
        recollection=_recollection(),
        neighbourhood=around,
    )


@cache
def _recollection() -> Recollection:
    """Return what was read of the definitions that are checked at each change of a document."""
    from docstring_lsp.checks.recollection import Recollection

    return Recollection()


def identity(snapshot: Snapshot) -> str:
    """Return a name for the document's diagnostics: the same for the same text and settings."""
    project = snapshot.project
    parts = (
        snapshot.document.text,
        project.conventions.policy,
        project.conventions.style_name,
        project.conventions.bible.forbidden,
        project.selection,
        project.diagnostics,
    )
    told = "\0".join(str(part) for part in parts)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

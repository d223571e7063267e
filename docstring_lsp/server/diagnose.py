"""Takes a snapshot and gives the diagnostics of its document; sends nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.snapshot import Snapshot

if TYPE_CHECKING:
    from docstring_lsp.checks.finding import Finding
    from docstring_lsp.checks.recollection import Recollection
    from docstring_lsp.source.definition import Definition


def diagnose(snapshot: Snapshot) -> list[types.Diagnostic]:
    """Return what is to be shown of the document."""
    from docstring_lsp.source.scan import scan

    document, project = snapshot.document, snapshot.project
    if not (project.diagnostics.enable and document.is_python) or project.excludes(document.path):
        return []
    return [
        convert.to_diagnostic(f, document.index, project.diagnostics, snapshot.client)
        for f in findings(snapshot, scan(document.text))
    ]


def findings(snapshot: Snapshot, definitions: Iterable[Definition]) -> tuple[Finding, ...]:
    """Return what the rules find in some of the document's definitions, shown or not."""
    from docstring_lsp.checks.run import check

    document, project = snapshot.document, snapshot.project
    found = check(
        document.text,
        project.conventions.policy,
        path=project.relative(document.path),
        definitions=tuple(d for d in definitions if not (document.is_cell and d.kind == "module")),
        style=project.conventions.style,
        style_is_told=project.conventions.style_is_told,
        selection=project.selection,
        unwanted=project.conventions.bible.forbidden,
        recollection=_recollection(),
    )
    # To look a word up in the whole project takes longer than somebody who types waits.
    return tuple(finding for finding in found if not finding.unless)


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
        project.conventions.style.name,
        project.conventions.bible.forbidden,
        project.selection,
        project.diagnostics,
    )
    told = "\0".join(str(part) for part in parts)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

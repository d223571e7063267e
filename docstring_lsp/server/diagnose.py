"""Takes a snapshot and gives the diagnostics of its document; sends nothing."""

from __future__ import annotations

from hashlib import blake2b

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.snapshot import Snapshot


def diagnose(snapshot: Snapshot) -> list[types.Diagnostic]:
    """Return what is to be shown of the document."""
    from docstring_lsp.checks.run import check
    from docstring_lsp.source.scan import scan

    document, project = snapshot.document, snapshot.project
    if not (project.diagnostics.enable and document.is_python) or project.excludes(document.path):
        return []
    definitions = scan(document.text)
    if document.is_cell:
        definitions = tuple(d for d in definitions if d.kind != "module")
    findings = check(
        document.text,
        project.conventions.policy,
        path=project.relative(document.path),
        definitions=definitions,
    )
    return [
        convert.to_diagnostic(f, document.index, project.diagnostics, snapshot.client)
        for f in findings
    ]


def identity(snapshot: Snapshot) -> str:
    """Return a name for the document's diagnostics: the same for the same text and settings."""
    project = snapshot.project
    parts = (snapshot.document.text, project.conventions.policy, project.diagnostics)
    told = "\0".join(str(part) for part in parts)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

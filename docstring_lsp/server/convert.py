"""The one place where the protocol's values meet ours; computes nothing else.

``*_of`` gives ours for the protocol's, ``to_*`` the protocol's for ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from docstring_lsp.actions.proposal import Only, Proposal, Scope, Target
from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.page import path as rule_page
from docstring_lsp.errors import UsageError
from docstring_lsp.server.capabilities import FIX_ALL, Client
from docstring_lsp.server.handler import DocumentEdit
from docstring_lsp.server.options import DiagnosticOptions
from docstring_lsp.server.snapshot import CELL_SCHEMES, Change, Document, Place
from docstring_lsp.source.span import Span
from docstring_lsp.source.text import LineIndex, PositionEncoding

SOURCE = "docstring-lsp"
GENERATE = "docstringLsp.generate"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def document_of(item: types.TextDocumentItem) -> Document:
    """Return the document that the editor opened."""
    return Document(
        uri=item.uri,
        version=item.version,
        language=item.language_id,
        index=LineIndex(item.text),
        path=path_of(item.uri),
    )


def path_of(uri: str) -> Path | None:
    """Return the file of an address, or None where it has none; a cell's is its notebook."""
    scheme, colon, rest = uri.partition(":")
    if not colon or scheme.lower() not in ("file", *CELL_SCHEMES):
        return None
    path = to_fs_path(f"file:{rest.partition('#')[0]}")
    return Path(path) if path else None


def folders_of(uris: Iterable[str]) -> dict[str, Path]:
    """Return the folders that are on disk, by address."""
    paths = {uri: path_of(uri) for uri in uris}
    return {uri: path for uri, path in paths.items() if path is not None}


def to_uri(path: Path) -> str:
    """Return the address of a file."""
    uri = from_fs_path(str(path))
    return uri if uri is not None else path.as_uri()


def changes_of(events: Iterable[types.TextDocumentContentChangeEvent]) -> tuple[Change, ...]:
    """Return the changes that the editor tells of."""
    return tuple(_change_of(event) for event in events)


def _change_of(event: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(event, types.TextDocumentContentChangePartial):
        return Change(place_of(event.range.start), place_of(event.range.end), event.text)
    return Change(None, None, event.text)


def place_of(position: types.Position) -> Place:
    """Return a place."""
    return Place(position.line, position.character)


def span_of(range_: types.Range, document: Document, encoding: PositionEncoding) -> Span:
    """Return a range as offsets."""
    return document.span(place_of(range_.start), place_of(range_.end), encoding)


def to_range(span: Span, index: LineIndex, encoding: PositionEncoding) -> types.Range:
    """Return offsets as a range."""
    start = types.Position(*index.position(span.start, encoding))
    end = start if span.end == span.start else types.Position(*index.position(span.end, encoding))
    return types.Range(start, end)


def to_diagnostic(
    finding: Finding, index: LineIndex, options: DiagnosticOptions, client: Client
) -> types.Diagnostic:
    """Return a finding as the editor shows it."""
    page = rule_page(finding.code) if client.diagnostic_links else None
    return types.Diagnostic(
        range=to_range(finding.span, index, client.encoding),
        message=finding.message,
        severity=_SEVERITIES[options.severity],
        source=SOURCE,
        code=finding.code,
        code_description=None if page is None else types.CodeDescription(href=to_uri(page)),
    )


def to_workspace_edit(changes: Iterable[DocumentEdit], client: Client) -> types.WorkspaceEdit:
    """Return edits as the editor applies them: versioned where it can."""
    edited = [(c.document, _text_edits(c, client.encoding)) for c in changes if c.edits]
    if not client.document_changes:
        return types.WorkspaceEdit(changes={document.uri: edits for document, edits in edited})
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                text_document=types.OptionalVersionedTextDocumentIdentifier(
                    uri=document.uri, version=document.version
                ),
                edits=edits,
            )
            for document, edits in edited
        ]
    )


def _text_edits(change: DocumentEdit, encoding: PositionEncoding) -> list[Any]:
    index = change.document.index
    return [
        types.TextEdit(range=to_range(edit.span, index, encoding), new_text=edit.new_text)
        for edit in change.edits
    ]


def to_code_action(
    proposal: Proposal, kind: str, document: Document, diagnostics: list[types.Diagnostic]
) -> types.CodeAction:
    """Return a proposal as an action whose edit is still to be computed.

    One that asks a model is computed by a command, which can be watched and stopped.
    """
    action = types.CodeAction(
        title=proposal.title,
        kind=kind,
        diagnostics=diagnostics or None,
        is_preferred=True if proposal.preferred else None,
    )
    if proposal.needs_model:
        action.command = to_command(proposal, document)
    else:
        action.data = to_data(proposal.target, document)
    return action


def to_command(proposal: Proposal, document: Document) -> types.Command:
    """Return a proposal as a command that carries it out."""
    data = to_data(proposal.target, document)
    return types.Command(title=proposal.title, command=GENERATE, arguments=[data])


def to_data(target: Target, document: Document) -> dict[str, object]:
    """Return a target as plain values, by which it is found again."""
    return {
        "uri": document.uri,
        "version": document.version,
        "scope": target.scope,
        "anchor": target.anchor,
        "last": target.last,
        "style": target.style,
        "replace": target.replace,
        "only": target.only,
        "provider": target.provider,
    }


def target_of(data: Mapping[str, Any]) -> Target:
    """Return the target that an action's data or a command's argument names.

    Raises:
        UsageError: If it names none.
    """
    scope = data.get("scope", "definition")
    only: Any = data.get("only") or "missing"
    anchors = data.get("anchor", 0), data.get("last", -1)
    style, rewrite = data.get("style"), data.get("replace") or False
    if scope not in get_args(Scope):
        raise UsageError(f"scope {scope!r} is none of {', '.join(get_args(Scope))}")
    if only not in get_args(Only):
        raise UsageError(f"only {only!r} is none of {', '.join(get_args(Only))}")
    if not all(isinstance(a, int) and not isinstance(a, bool) for a in anchors):
        raise UsageError("anchor or last is not a whole number")
    provider = data.get("provider")
    for name, value in (("style", style), ("provider", provider)):
        if value is not None and not isinstance(value, str):
            raise UsageError(f"{name} is not a string")
    if not isinstance(rewrite, bool):
        raise UsageError("replace is neither true nor false")
    first, last = anchors
    return Target(
        scope=scope,
        anchor=first,
        last=last,
        style=style,
        replace=rewrite,
        only=only,
        provider=provider,
    )


KINDS: Mapping[str, tuple[str, ...]] = {
    "fix": (types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite),
    "rewrite": (types.CodeActionKind.RefactorRewrite,),
    "fix-all": (FIX_ALL,),
}
"""The kinds of action that a kind of proposal can be offered as, the best first."""


def admits(only: Iterable[str], kind: str) -> bool:
    """Return whether a list of kinds, each with all below it, holds a kind."""
    return any(wanted in ("", kind) or kind.startswith(f"{wanted}.") for wanted in only)

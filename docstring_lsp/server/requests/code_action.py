"""``textDocument/codeAction``: what can be done at the cursor or with the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lsprotocol import types

from docstring_lsp.server import convert
from docstring_lsp.server.diagnose import findings, misquoted, neighbourhood
from docstring_lsp.server.handler import DocumentEdit, DocumentRequest
from docstring_lsp.server.snapshot import Snapshot
from docstring_lsp.server.write import document_edit, write

if TYPE_CHECKING:
    from docstring_lsp.actions.proposal import Proposal
    from docstring_lsp.checks.finding import Finding
    from docstring_lsp.source.span import Span

_FIXES = {
    "missing": "generate",
    "stale": "update",
    "convert": "convert",
    "untidy": "tidy",
    "unwanted": "reword",
    "unfinished": "finish",
    "gone": "",
    "all": "",
}
"""Which fix an action makes, by what it is asked for."""

Actions = list[types.CodeAction | types.Command]


async def answer(snapshot: Snapshot, params: types.CodeActionParams) -> Actions:
    """Return the actions, their edits left to ``codeAction/resolve`` where the editor asks it."""
    document, client = snapshot.document, snapshot.client
    if not document.is_python:
        return []
    actions: Actions = []
    for proposal, kind, diagnostics in _offers(snapshot, params):
        if not client.action_literals:
            actions.append(convert.to_command(proposal, document))
            continue
        action = convert.to_code_action(proposal, kind, document, diagnostics)
        if proposal.needs_model or client.resolves_edits:
            actions.append(action)
            continue
        edit = document_edit(snapshot, await write(snapshot, proposal.target))
        if edit.edits:
            action.edit = convert.to_workspace_edit([edit], client)
            action.data = None
            actions.append(action)
    return [*actions, *_meant(snapshot, params)]


def _meant(
    snapshot: Snapshot, params: types.CodeActionParams
) -> Iterator[types.CodeAction | types.Command]:
    """Yield what a misspelled name may be meant to be, which only a person can tell."""
    from docstring_lsp.source.edit import TextEdit

    document, client, only = snapshot.document, snapshot.client, params.context.only
    told = {
        convert.span_of(each.range, document, client.encoding): each
        for each in params.context.diagnostics
        if each.source == convert.SOURCE and each.code == "DL300"
    }
    asked = only is None or convert.admits(only, types.CodeActionKind.QuickFix)
    for finding in misquoted(snapshot) if told and asked and client.action_literals else ():
        if finding.span not in told or not _is_plain(finding.span.of(document.text)):
            continue
        edit = DocumentEdit(document, (TextEdit(finding.span, finding.instead),))
        yield types.CodeAction(
            title=f"Change to `{finding.instead}`",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[told[finding.span]],
            edit=convert.to_workspace_edit([edit], client),
        )


def _is_plain(name: str) -> bool:
    """Return whether a name is spelled in the file as it is read, without escapes."""
    return name.replace(".", "_").isidentifier()


_Offer = tuple["Proposal", str, list[types.Diagnostic]]
_Find = Callable[[int], "tuple[Finding, ...]"]
"""From a definition's anchor to what the rules find in it."""


def _offers(snapshot: Snapshot, params: types.CodeActionParams) -> Iterator[_Offer]:
    from docstring_lsp.actions.propose import propose, propose_on_save
    from docstring_lsp.engine.connect import named
    from docstring_lsp.source.cursor import at

    document, only = snapshot.document, params.context.only
    # What runs on save is offered where it is asked for by its kind, never beside the cursor;
    # a cell of a notebook is no file.
    if only and not document.is_cell and convert.admits(only, convert.KINDS["fix-all"][0]):
        proposal = propose_on_save()
        yield proposal, convert.KINDS[proposal.kind][0], []
    if only and not any(convert.admits(only, kind) for kind in convert.KINDS["fix"]):
        return
    span = convert.span_of(params.range, document, snapshot.client.encoding)
    found = [d for d in params.context.diagnostics if d.source == convert.SOURCE]
    only_fixes = _is_unasked(snapshot, params, span)
    conventions, settings = snapshot.project.conventions, snapshot.project.resolved.settings
    around = neighbourhood(document.path)

    @cache
    def rules_find(anchor: int) -> tuple[Finding, ...]:
        # Several proposals mend what is found in one definition.
        return findings(snapshot, [at(document.text, max(anchor, 0))], around)

    for proposal in propose(document.text, span, conventions, named(settings), around):
        mended = _mended(proposal, found, snapshot, rules_find)
        mends = bool(mended) or (
            only is not None and _is_finding(proposal, span, snapshot, rules_find)
        )
        kind = _kind(proposal, only, mends=mends)
        if kind is None or (only_fixes and not mended):
            continue
        if not (document.is_cell and proposal.target.scope == "file"):
            yield proposal, kind, mended


def _is_unasked(snapshot: Snapshot, params: types.CodeActionParams, span: Span) -> bool:
    """Return whether the editor asks by itself, and not from where somebody would ask.

    Editors ask at each step of the cursor. What mends a finding is told always; the rest only
    on a definition's header or docstring, and only where no edit has to be computed for it.
    """
    from docstring_lsp.source.cursor import at

    if params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic:
        return False
    if not snapshot.client.resolves_edits:
        return True
    here = at(snapshot.document.text, span.start)
    end = here.docstring.end if here.docstring is not None else here.header.end
    return here.kind == "module" or span.start > end


def _kind(proposal: Proposal, only: Sequence[str] | None, *, mends: bool) -> str | None:
    """Return the best kind that a proposal can be offered as, or None if none is asked for."""
    kinds = [
        kind
        for kind in convert.KINDS[proposal.kind]
        if kind != types.CodeActionKind.QuickFix or mends
    ]
    return next((kind for kind in kinds if only is None or convert.admits(only, kind)), None)


def _mended(
    proposal: Proposal, found: Sequence[types.Diagnostic], snapshot: Snapshot, rules_find: _Find
) -> list[types.Diagnostic]:
    """Return the diagnostics that a proposal mends: of its definition, and of its kind."""
    from docstring_lsp.source.cursor import at

    if proposal.kind != "fix" or not found:
        return []
    document, encoding = snapshot.document, snapshot.client.encoding
    anchor = proposal.target.anchor
    starts = ((d, convert.span_of(d.range, document, encoding).start) for d in found)
    here = [d for d, start in starts if at(document.text, start).anchor == anchor]
    codes = _codes(proposal, rules_find) if here else frozenset()
    return [d for d in here if d.code in codes]


def _codes(proposal: Proposal, rules_find: _Find) -> frozenset[str]:
    """Return the codes of what the rules find in a definition and a proposal mends."""
    anchor, fix = proposal.target.anchor, _FIXES[proposal.target.only]
    return frozenset(f.code for f in rules_find(anchor) if f.anchor == anchor and f.fix == fix)


def _is_finding(proposal: Proposal, span: Span, snapshot: Snapshot, rules_find: _Find) -> bool:
    """Return whether a proposal mends what the rules find on the lines that are asked about.

    An editor that asks for quick fixes alone may send no diagnostics, or only those under the
    cursor, which stands on the ``def`` and not on the name. In a body nothing is mended so: an
    editor's "fix what is here" means the code there.
    """
    from docstring_lsp.source.cursor import at

    if proposal.kind != "fix":
        return False
    document, anchor = snapshot.document, proposal.target.anchor
    definition = at(document.text, span.start if anchor < 0 else anchor)
    if definition.anchor != anchor:
        return False
    first, last, start, end = (
        document.index.position(offset)[0]
        for offset in (definition.span.start, definition.header.end, span.start, span.end)
    )
    if end < first or last < start:
        return False
    return bool(_codes(proposal, rules_find))


def _nothing(_params: types.CodeActionParams) -> None:
    """Answer for a document that is not open."""


REQUEST = DocumentRequest(
    method=types.TEXT_DOCUMENT_CODE_ACTION,
    uri=lambda params: params.text_document.uri,
    answer=answer,
    absent=_nothing,
)

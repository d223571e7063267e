"""``docstringLsp.generate``: writes the docstring of one definition, or of those in a range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.server import arguments, convert
from docstring_lsp.server.failures import RequestError
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.snapshot import Snapshot, Workspace
from docstring_lsp.server.write import ahead, document_edit, message, refusal, summary, write

if TYPE_CHECKING:
    from docstring_lsp.actions.outcome import Outcome
    from docstring_lsp.actions.proposal import Target
    from docstring_lsp.source.definition import Definition
    from docstring_lsp.source.span import Span


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Write what the argument names: a position, a range, a symbol, or an action's target.

    Raises:
        RequestError: If a single definition was named and refused, with the reason.
    """
    document = await arguments.document(workspace, argument)
    snapshot = await workspace.snapshot(document)
    targets = _targets(snapshot, argument)
    outcomes: list[Outcome] = []
    for done, target in enumerate(targets):
        report(done, len(targets), "")
        outcomes += await write(snapshot, target, ahead(report, done, len(targets)))
    if len(outcomes) == 1 and (reason := refusal(outcomes)):
        raise RequestError(types.LSPErrorCodes.RequestFailed, reason)
    return Effect(
        result=summary(outcomes),
        label="Generate docstring" if len(outcomes) == 1 else "Generate docstrings",
        changes=(document_edit(snapshot, outcomes),),
        message=_standing(outcomes) or message(outcomes),
    )


def _standing(outcomes: list[Outcome]) -> str:
    """Return what to say where the one definition has a docstring already."""
    if len(outcomes) != 1 or outcomes[0].status != "standing":
        return ""
    name = outcomes[0].definition.name
    return f"{name} has a docstring already; it is left as it is unless it is to be replaced."


def _targets(snapshot: Snapshot, argument: Mapping[str, Any]) -> list[Target]:
    from docstring_lsp.actions.proposal import Target

    style, replace = arguments.style(argument), arguments.replace(argument)
    if "anchor" in argument or "scope" in argument:
        return [convert.target_of(argument)]
    return [
        Target(
            scope="definition",
            anchor=found.anchor,
            style=style,
            replace=replace,
            provider=arguments.provider(argument),
        )
        for found in _named(snapshot, argument)
    ]


def _named(snapshot: Snapshot, argument: Mapping[str, Any]) -> list[Definition]:
    from docstring_lsp.source.cursor import at

    document, encoding = snapshot.document, snapshot.client.encoding
    if (name := arguments.symbol(argument)) is not None:
        return [_by_name(snapshot, name)]
    if (ends := arguments.range_(argument)) is not None:
        return _selected(snapshot, document.span(*ends, encoding))
    if (place := arguments.place(argument)) is not None:
        return [at(document.text, document.span(place, place, encoding).start)]
    raise UsageError("nothing is named: say position, range or symbol")


def _by_name(snapshot: Snapshot, name: str) -> Definition:
    from docstring_lsp.source.scan import scan

    definitions = scan(snapshot.document.text)
    for definition in definitions:
        if definition.qualname == name:
            return definition
    known = [d.qualname for d in definitions]
    raise UnknownNameError("symbol", name, known, snapshot.document.uri)


def _selected(snapshot: Snapshot, span: Span) -> list[Definition]:
    """Return the definitions that begin in a selection; of several, those the policy asks."""
    from docstring_lsp.source.cursor import at
    from docstring_lsp.source.scan import scan
    from docstring_lsp.source.visibility import exemption

    text, policy = snapshot.document.text, snapshot.project.conventions.policy
    inside = [
        d for d in scan(text) if d.kind != "module" and span.start <= d.header.start < span.end
    ]
    if len(inside) > 1:
        inside = [d for d in inside if exemption(d, policy) is None]
    return inside or [at(text, span.start)]


COMMAND = Command(
    name="docstringLsp.generate",
    run=run,
    known=(
        "uri",
        "version",
        "position",
        "range",
        "symbol",
        "scope",
        "anchor",
        "last",
        "style",
        "replace",
        "only",
        "provider",
    ),
    title="Generating docstring",
    patience=0.3,
)

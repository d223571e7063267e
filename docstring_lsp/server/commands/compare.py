"""``docstringLsp.compare``: what several models write for a definition, as a Markdown page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docstring_lsp.errors import UsageError
from docstring_lsp.server import arguments
from docstring_lsp.server.author import models
from docstring_lsp.server.handler import Command, Effect, Progress
from docstring_lsp.server.pages import page
from docstring_lsp.server.snapshot import Snapshot, Workspace

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Settings
    from docstring_lsp.source.definition import Definition


async def run(workspace: Workspace, argument: Mapping[str, Any], report: Progress) -> Effect:
    """Ask the models that are named, or all that the user has set up; no code is changed.

    The page is in the answer, for the client to show; with ``show`` it is opened, with ``output``
    written there and opened.

    Raises:
        UsageError: If one is named that the user has not set up, or none is.
    """
    from docstring_lsp.actions.compare import compare, markdown
    from docstring_lsp.server.write import placed

    document = await arguments.document(workspace, argument)
    snapshot = await workspace.snapshot(document)
    settings = snapshot.project.resolved.settings
    names = _names(argument, settings)
    ultra = arguments.text(argument, "synthesize", "the name of a model")
    _refuse_strangers((*names, *filter(None, [ultra])), settings)
    definition = _definition(snapshot, argument)
    report(0, 0, ", ".join(names))
    compared = await compare(
        document.text,
        definition,
        snapshot.project.conventions,
        models(settings, names[0].partition(":")[0], snapshot.project.root),
        names,
        ultra=ultra,
        place=await placed(snapshot, around=True),
    )
    told = {
        "texts": dict(compared.texts),
        "errors": dict(compared.errors),
        "synthesized": compared.synthesized,
    }
    name = f"compare-{compared.subject}"
    return await page(snapshot.project.root, argument, name, markdown(compared), told)


def _names(argument: Mapping[str, Any], settings: Settings) -> Sequence[str]:
    from docstring_lsp.engine.connect import named

    told = argument.get("models")
    if told is not None and not (
        isinstance(told, list) and told and all(isinstance(name, str) for name in told)
    ):
        raise UsageError("models is not a list of names")
    names: Sequence[str] = told or named(settings)
    if not names:
        raise UsageError("no model is set up; set `provider` or [providers.NAME] in user settings")
    return names


def _refuse_strangers(names: Sequence[str], settings: Settings) -> None:
    """Refuse whom the user has not set up: whom the code is sent to is not for a caller to say."""
    from docstring_lsp.engine.connect import asking

    for name in names:
        asking(settings, name.partition(":")[0])


def _definition(snapshot: Snapshot, argument: Mapping[str, Any]) -> Definition:
    from docstring_lsp.errors import UnknownNameError
    from docstring_lsp.source.cursor import at
    from docstring_lsp.source.scan import scan

    document = snapshot.document
    if (name := arguments.symbol(argument)) is not None:
        known = {each.qualname: each for each in reversed(scan(document.text))}
        if name not in known:
            raise UnknownNameError("symbol", name, known, document.uri)
        return known[name]
    place = arguments.place(argument)
    if place is None:
        raise UsageError("nothing is named: say position or symbol")
    return at(document.text, document.span(place, place, snapshot.client.encoding).start)


COMMAND = Command(
    name="docstringLsp.compare",
    run=run,
    known=(
        "uri",
        "version",
        "position",
        "symbol",
        "models",
        "synthesize",
        "output",
        "force",
        "show",
    ),
    title="Comparing models",
)

"""Runs commands: finds one, has it compute an effect, and carries the effect out.

An effect is carried out only if every document it changes is still the one it was computed
from; otherwise nothing of it is.
"""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from docstring_lsp import registry
from docstring_lsp.errors import StaleDocumentError, UnknownNameError, UsageError
from docstring_lsp.server import convert
from docstring_lsp.server.failures import RequestError
from docstring_lsp.server.handler import Command, Effect
from docstring_lsp.server.progress import StoppedError, with_progress
from docstring_lsp.server.snapshot import Workspace
from docstring_lsp.server.untitled import Untitled

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session

COMMANDS = "docstring_lsp.server.commands"


@cache
def commands() -> Mapping[str, Command]:
    """Return the commands by their names."""
    found = [
        registry.load(COMMANDS, name, "COMMAND", kind="command")
        for name in registry.names(COMMANDS)
    ]
    return {command.name: command for command in found}


def execute(session: Session, params: types.ExecuteCommandParams) -> Coroutine[Any, Any, Any]:
    """Return the work of ``workspace/executeCommand`` on the workspace as it is now.

    Raises:
        UnknownNameError: If there is no such command, or its argument has an unknown key.
        UsageError: If it has more than one argument, or one that is no object.
    """
    command = commands().get(params.command)
    if command is None:
        raise UnknownNameError("command", params.command, commands())
    argument = _argument(command, params.arguments or ())
    return _run(session, command, session.workspace(), argument, params.work_done_token)


def _argument(command: Command, arguments: Sequence[Any]) -> Mapping[str, Any]:
    if len(arguments) > 1:
        raise UsageError(f"{command.name} takes one argument, an object; got {len(arguments)}")
    # An empty Lua table arrives as a list.
    argument = (arguments[0] if arguments else None) or {}
    if not isinstance(argument, dict):
        raise UsageError(f"{command.name} takes an object, not {type(argument).__name__}")
    for key in argument:
        if key not in command.known:
            raise UnknownNameError(f"argument of {command.name}", key, command.known)
    return argument


async def _run(
    session: Session,
    command: Command,
    workspace: Workspace,
    argument: Mapping[str, Any],
    token: types.ProgressToken | None,
) -> object:
    work = partial(command.run, workspace, argument)
    page = Untitled(session)
    try:
        effect = await with_progress(
            session, command.title, token, work, patience=command.patience, page=page
        )
    except StoppedError:
        return {"applied": False, "cancelled": True}
    return await _carry_out(session, effect, page)


async def _carry_out(session: Session, effect: Effect, page: Untitled) -> object:
    changes = [change for change in effect.changes if change.edits]
    if effect.style is not None:
        session.style = effect.style
    if changes:
        _refuse_stale(session, effect)
        if not session.client.applies_edits:
            text = "the editor does not apply edits of a server (workspace/applyEdit)"
            raise RequestError(types.LSPErrorCodes.RequestFailed, text)
        edit = convert.to_workspace_edit(changes, session.client)
        await session.editor.apply(effect.label, edit)
    if effect.message:
        session.editor.show(effect.message, types.MessageType.Info)
    if effect.opens and session.client.shows_documents:
        await session.editor.open(effect.opens)
    told = dict(effect.result)
    if effect.untitled and await page.end(effect.untitled, str(told.get("markdown", ""))):
        told["uri"] = page.uri
    return {**told, "applied": bool(changes)}


def _refuse_stale(session: Session, effect: Effect) -> None:
    for change in effect.changes:
        document = change.document
        current = session.documents.get(document.uri)
        version = None if current is None else current.version
        if version != document.version:
            name = document.path.name if document.path else document.uri
            raise StaleDocumentError(f"{name} changed while its docstrings were written; ask again")

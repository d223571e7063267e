"""The start of a session: what the editor says of itself in, what the server offers out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from docstring_lsp import __version__
from docstring_lsp.errors import SettingError
from docstring_lsp.server import capabilities, convert
from docstring_lsp.server.execute import commands
from docstring_lsp.server.options import (
    EditorSettings,
    editor_settings,
    user_keys,
    user_settings,
)

if TYPE_CHECKING:
    from docstring_lsp.server.session import Session

NAME = "docstring-lsp"


async def initialize(session: Session, params: types.InitializeParams) -> types.InitializeResult:
    """Answer ``initialize``.

    Nothing that is slow to import may be needed here: the editor waits.
    """
    client = capabilities.client(params)
    if params.process_id is not None and not session.process_id.done():
        session.process_id.set_result(params.process_id)
    if keys := user_keys(params.initialization_options):
        from docstring_lsp.engine.keys import hold

        hold(keys)
    session.begin(client, _folders(params), _settings(session, params))
    return types.InitializeResult(
        capabilities=capabilities.server(client, tuple(commands())),
        server_info=types.ServerInfo(name=NAME, version=__version__),
    )


def _folders(params: types.InitializeParams) -> dict[str, Path]:
    uris = [folder.uri for folder in params.workspace_folders or ()]
    if not uris and params.root_uri:
        uris = [params.root_uri]
    if not uris and params.root_path:
        uris = [convert.to_uri(Path(params.root_path))]
    return convert.folders_of(uris)


def _settings(session: Session, params: types.InitializeParams) -> EditorSettings:
    options = params.initialization_options
    user = user_settings(options)
    try:
        return editor_settings(options, user)
    except SettingError as error:
        session.editor.show(str(error))
        return EditorSettings(user=user)

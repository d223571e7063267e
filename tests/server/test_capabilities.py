"""What real editors say they can do, as plain booleans."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from docstring_lsp.server.capabilities import FIX_ALL, Client, client, server
from docstring_lsp.source.text import PositionEncoding

UTF8, UTF16, UTF32 = PositionEncoding.UTF8, PositionEncoding.UTF16, PositionEncoding.UTF32


def of(capabilities: types.ClientCapabilities) -> Client:
    return client(types.InitializeParams(capabilities=capabilities))


EDITORS = {
    "neovim@0.11.0": Client(
        encoding=UTF8,
        action_literals=True,
        resolves_edits=True,
        preferred_actions=True,
        document_changes=False,
        applies_edits=True,
        pulls_diagnostics=True,
        refreshes_diagnostics=False,
        diagnostic_versions=False,
        configuration=True,
        registers_watched_files=False,
        progress=True,
        shows_documents=True,
    ),
    "visual_studio_code@1.65.2": Client(
        encoding=UTF16,
        action_literals=True,
        resolves_edits=True,
        preferred_actions=True,
        document_changes=True,
        applies_edits=True,
        diagnostic_links=True,
        configuration=True,
        registers_configuration=True,
        registers_watched_files=True,
        progress=True,
        shows_documents=True,
    ),
    "emacs@29.1": Client(
        encoding=UTF8,
        action_literals=True,
        preferred_actions=True,
        document_changes=True,
        applies_edits=True,
        configuration=True,
        registers_watched_files=True,
        progress=True,
    ),
}


@pytest.mark.parametrize("name", EDITORS)
def test_editors(name: str) -> None:
    assert of(client_capabilities(name)) == EDITORS[name]


def test_an_editor_that_says_nothing_can_do_nothing() -> None:
    assert of(types.ClientCapabilities()) == Client(encoding=UTF16)


OFFERS = [
    (None, UTF16),
    ([], UTF16),
    (["utf-16"], UTF16),
    (["utf-16", "utf-8"], UTF8),
    (["utf-32", "utf-16"], UTF16),
    (["utf-32"], UTF32),
    (["utf-7", "utf-8"], UTF8),
    (["utf-7"], UTF16),
]


@pytest.mark.parametrize(("offered", "chosen"), OFFERS)
def test_the_encoding_is_negotiated(offered: list[str] | None, chosen: PositionEncoding) -> None:
    general = types.GeneralClientCapabilities(position_encodings=offered)  # type: ignore[arg-type]
    found = of(types.ClientCapabilities(general=general))
    assert found.encoding is chosen
    assert server(found, ()).position_encoding == chosen.value


def test_an_edit_is_resolved_later_only_where_the_data_comes_back() -> None:
    resolve = types.ClientCodeActionResolveOptions(properties=["edit"])
    action = types.CodeActionClientCapabilities(resolve_support=resolve)
    said = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(code_action=action)
    )
    assert not of(said).resolves_edits
    action.data_support = True
    assert of(said).resolves_edits
    resolve.properties = ["command"]
    assert not of(said).resolves_edits


def test_what_the_server_offers() -> None:
    offered = server(Client(), ["docstringLsp.generate"])
    assert offered.text_document_sync.open_close  # type: ignore[union-attr]
    assert offered.text_document_sync.change is types.TextDocumentSyncKind.Incremental  # type: ignore[union-attr]
    assert FIX_ALL in offered.code_action_provider.code_action_kinds  # type: ignore[union-attr,operator]
    assert offered.code_action_provider.resolve_provider is False  # type: ignore[union-attr]
    assert offered.execute_command_provider.commands == ["docstringLsp.generate"]  # type: ignore[union-attr]
    assert offered.diagnostic_provider is None
    assert server(Client(pulls_diagnostics=True), ()).diagnostic_provider is not None

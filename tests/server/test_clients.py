"""The clients in ``editors/`` offer what the server offers: no setting or command is forgotten."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from docstring_lsp.actions.conventions import AUTO, styles
from docstring_lsp.server.execute import commands
from docstring_lsp.server.options import SEVERITIES, DiagnosticOptions
from docstring_lsp.settings.model import Settings, camel, user_scope

EDITORS = Path(__file__).parents[2] / "editors"
VSCODE = EDITORS / "vscode"
NEOVIM = EDITORS / "neovim"
PACKAGE: dict[str, Any] = json.loads((VSCODE / "package.json").read_text(encoding="utf-8"))
PROPERTIES: dict[str, Any] = {
    name.removeprefix("docstringLsp."): schema
    for name, schema in PACKAGE["contributes"]["configuration"]["properties"].items()
}
COMMANDS = PACKAGE["contributes"]["commands"]
BUILT_IN = {"exclude"}
"""Settings whose default VS Code is not told: what it sent would be taken for the user's."""


def test_vscode_has_every_setting_and_no_other() -> None:
    theirs = {name for name in PROPERTIES if "." not in name}
    assert theirs == {camel(field.name) for field in fields(Settings)}


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_vscode_has_the_settings_default_and_scope(field: Any) -> None:
    schema = PROPERTIES[camel(field.name)]
    default = None if field.name in BUILT_IN else getattr(Settings(), field.name)
    assert schema["default"] == (list(default) if isinstance(default, tuple) else default)
    assert (schema["scope"] == "application") is (field.name in user_scope())
    assert schema["markdownDescription"].endswith(".")


def test_vscode_lists_the_values_that_the_server_knows() -> None:
    assert set(PROPERTIES["style"]["enum"]) == {AUTO, *styles()}
    severity, options = PROPERTIES["diagnostics.severity"], DiagnosticOptions()
    assert (tuple(severity["enum"]), severity["default"]) == (SEVERITIES, options.severity)
    assert PROPERTIES["diagnostics.enable"]["default"] is options.enable
    limits = next(f for f in fields(Settings) if f.name == "line_length").metadata["limits"]
    length = PROPERTIES["lineLength"]
    assert (length["minimum"], length["maximum"]) == (limits["ge"], limits["le"])


def test_vscodes_settings_are_in_one_order() -> None:
    assert [schema["order"] for schema in PROPERTIES.values()] == [*range(1, len(PROPERTIES) + 1)]


def test_vscode_lets_no_workspace_say_what_is_run_or_who_is_asked() -> None:
    assert PACKAGE["capabilities"]["untrustedWorkspaces"]["supported"] == "limited"
    assert PROPERTIES["server.command"]["scope"] == "machine"
    assert {PROPERTIES[camel(name)]["scope"] for name in user_scope()} == {"application"}


def test_vscodes_palette_has_every_command_under_one_category() -> None:
    assert {command["category"] for command in COMMANDS} == {"Docstring"}
    source = (VSCODE / "src" / "commands.ts").read_text(encoding="utf-8")
    named = set(re.findall(r'"docstringLsp\.[\w.]+"', source))
    assert {f'"{name}"' for name in commands()} <= named
    declared = {command["command"] for command in COMMANDS}
    assert declared == set(re.findall(r'"(docstring-lsp\.\w+)":', source))


def test_vscodes_page_names_every_command() -> None:
    page = (VSCODE / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"Docstring: {command['title']}" in page


def test_neovim_uses_every_command_and_its_help_names_every_one_of_its_own() -> None:
    lua = "".join(path.read_text(encoding="utf-8") for path in NEOVIM.rglob("*.lua"))
    assert {f"'{name}'" for name in commands()} <= set(re.findall(r"'docstringLsp\.[\w.]+'", lua))
    help_page = (NEOVIM / "doc" / "docstring-lsp.txt").read_text(encoding="utf-8")
    for name in re.findall(r"^  (Docstring\w+) = \{", lua, re.MULTILINE):
        assert f"*:{name}*" in help_page


def test_the_page_of_the_server_names_every_command() -> None:
    page = (EDITORS.parent / "docs" / "server.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in commands())

"""What editors send as settings, in all the shapes they send it."""

from __future__ import annotations

import pytest

from docstring_lsp.errors import SettingError
from docstring_lsp.server.options import (
    DiagnosticOptions,
    editor_settings,
    user_keys,
    user_settings,
)

SHAPES = [
    (None, {}),
    ({}, {}),
    ([], {}),
    ({"style": "numpy"}, {"style": "numpy"}),
    ({"docstringLsp": {"style": "numpy"}}, {"style": "numpy"}),
    ({"docstringLsp": None}, {}),
    ({"docstringLsp": []}, {}),
    ({"settings": {"style": "numpy"}}, {"style": "numpy"}),
    ({"settings": {"docstringLsp": {"style": "numpy"}}}, {"style": "numpy"}),
    ({"style": "numpy", "trace": {"server": "off"}, "server": {}}, {"style": "numpy"}),
    ({"style": None}, {"style": None}),
]


@pytest.mark.parametrize(("sent", "values"), SHAPES)
def test_the_section_is_found_and_what_is_not_the_cores_left_out(
    sent: object, values: dict[str, object]
) -> None:
    assert editor_settings(sent).values == values


DIAGNOSTICS = [
    (None, DiagnosticOptions(enable=True, severity="information")),
    ({"enable": False}, DiagnosticOptions(enable=False)),
    ({"severity": "hint"}, DiagnosticOptions(severity="hint")),
    ({"enable": None, "severity": None}, DiagnosticOptions()),
    ([], DiagnosticOptions()),
]


@pytest.mark.parametrize(("sent", "expected"), DIAGNOSTICS)
def test_diagnostics(sent: object, expected: DiagnosticOptions) -> None:
    assert editor_settings({"diagnostics": sent}).diagnostics == expected


WRONG = [
    (3, "docstringLsp is not an object"),
    ({"docstringLsp": "numpy"}, "docstringLsp is not an object"),
    ({"diagnostics": True}, "'diagnostics' is not an object"),
    ({"diagnostics": {"enabled": True}}, "Did you mean 'enable'"),
    ({"diagnostics": {"enable": "yes"}}, "say true or false"),
    ({"diagnostics": {"severity": "warn"}}, "Did you mean 'warning'"),
    ({"diagnostics": {"severity": 3}}, "Known: error, warning, information, hint"),
]


@pytest.mark.parametrize(("sent", "told"), WRONG)
def test_what_is_wrong_is_told_with_where_it_came_from(sent: object, told: str) -> None:
    with pytest.raises(SettingError, match=r"^editor settings: ") as caught:
        editor_settings(sent)
    assert told in str(caught.value)


def test_keys_come_with_the_start_alone() -> None:
    sent = {"userKeys": {"anthropic": "key", "openai": None, "gemini": " "}}
    assert user_keys(sent) == {"anthropic": "key"}
    assert user_keys({"userKeys": ["key"]}) == user_keys(None) == {}
    assert editor_settings(sent).values == {}


def test_a_workspace_cannot_say_what_is_the_users_own() -> None:
    smuggled = {"style": "numpy", "userSettings": {"provider": "elsewhere"}}
    found = editor_settings(smuggled, user_settings(None))
    assert (found.values, found.user) == ({"style": "numpy"}, {})


def test_the_users_own_settings_come_with_the_start() -> None:
    user = user_settings({"userSettings": {"provider": "static"}})
    assert editor_settings(None, user).user == {"provider": "static"}


@pytest.mark.parametrize("options", [None, [], "x", {}, {"userSettings": 3}])
def test_a_start_without_them_is_fine(options: object) -> None:
    assert user_settings(options) == {}

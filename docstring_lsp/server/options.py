"""Takes the editor's settings as they come and gives those of the server and those of the core.

Editors send an object of their own making: with our section's name around it or without, with
nulls for what is not set, and with keys that are meant for their own side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docstring_lsp.errors import SettingError, UnknownNameError

SECTION = "docstringLsp"
USER_SETTINGS = "userSettings"
USER_KEYS = "userKeys"
_SETTINGS = "settings"
_DIAGNOSTICS = "diagnostics"
_ORIGIN = "editor settings"
_EDITORS_OWN = frozenset({_DIAGNOSTICS, USER_SETTINGS, USER_KEYS, "trace", "server", "enable"})
"""Keys that the core does not know: ours, and those that clients use on their side."""

SEVERITIES = ("error", "warning", "information", "hint")


@dataclass(frozen=True, slots=True)
class DiagnosticOptions:
    """What is reported.

    Attributes:
        enable: Whether anything is.
        severity: How grave it is called, one of `SEVERITIES`.
    """

    enable: bool = True
    severity: str = "information"


@dataclass(frozen=True, slots=True)
class EditorSettings:
    """What the editor has set, for the workspace or one of its folders.

    Attributes:
        values: The core's settings, unchecked.
        user: Those of them that are the user's own, and so may set what a workspace may not.
        diagnostics: What is reported.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    user: Mapping[str, object] = field(default_factory=dict)
    diagnostics: DiagnosticOptions = DiagnosticOptions()


def editor_settings(sent: object, user: Mapping[str, object] | None = None) -> EditorSettings:
    """Return what an editor has set.

    Args:
        sent: What it sent: our section, or an object that holds it; nothing is fine too.
        user: The user's own settings, from `user_settings`.

    Raises:
        SettingError: If it is no object, or what it says of diagnostics is wrong.
    """
    section = _section(sent)
    return EditorSettings(
        values={key: value for key, value in section.items() if key not in _EDITORS_OWN},
        user=user or {},
        diagnostics=_diagnostics(section.get(_DIAGNOSTICS)),
    )


def user_settings(initialization_options: object) -> Mapping[str, object]:
    """Return the user's own settings.

    They are read from ``initializationOptions`` alone: what ``workspace/configuration`` answers
    is the user's and the workspace's in one, and a workspace could smuggle in its own.
    """
    options = initialization_options if isinstance(initialization_options, dict) else {}
    own = options.get(USER_SETTINGS)
    return own if isinstance(own, dict) else {}


def user_keys(initialization_options: object) -> Mapping[str, str]:
    """Return the keys that the editor keeps for the user, by provider; as safe as the settings."""
    options = initialization_options if isinstance(initialization_options, dict) else {}
    told = options.get(USER_KEYS)
    if not isinstance(told, dict):
        return {}
    return {name: key for name, key in told.items() if isinstance(key, str) and key.strip()}


def _section(sent: object) -> Mapping[str, object]:
    # An empty Lua table arrives as a list.
    if sent is None or sent == []:
        return {}
    if not isinstance(sent, dict):
        raise SettingError(f"{SECTION} is not an object", _ORIGIN)
    for name in (SECTION, _SETTINGS):
        if name in sent:
            return _section(sent[name])
    return sent


def _diagnostics(sent: object) -> DiagnosticOptions:
    if sent is None or sent == []:
        return DiagnosticOptions()
    if not isinstance(sent, dict):
        raise SettingError(f"{_DIAGNOSTICS!r} is not an object", _ORIGIN)
    known = ("enable", "severity")
    for key in sent:
        if key not in known:
            unknown = UnknownNameError("setting", key, known, f"{SECTION}.{_DIAGNOSTICS}")
            raise SettingError(str(unknown), _ORIGIN)
    enable, severity = sent.get("enable"), sent.get("severity")
    if enable is not None and not isinstance(enable, bool):
        text = f"'{_DIAGNOSTICS}.enable' has the value {enable!r}: say true or false"
        raise SettingError(text, _ORIGIN)
    if severity is not None and severity not in SEVERITIES:
        raise SettingError(str(UnknownNameError("severity", str(severity), SEVERITIES)), _ORIGIN)
    return DiagnosticOptions(
        enable=enable is not False, severity=severity or DiagnosticOptions().severity
    )

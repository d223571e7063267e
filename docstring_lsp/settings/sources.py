"""Where settings are read: files, environment and editors, each as unchecked values.

What decides whom the tool talks to (scope ``user``) is refused in a project's file, and passed
over in what an editor says for a workspace, so that opening somebody's folder cannot redirect
it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib import import_module
from pathlib import Path
from typing import Any

from docstring_lsp import places, witness
from docstring_lsp.errors import SettingError, UnknownNameError
from docstring_lsp.folders import is_file
from docstring_lsp.settings.model import Settings, camel, kebab, narrowing, user_scope

PREFIX = "DOCSTRING_LSP_"
_TABLE = "docstring-lsp"
_LISTS = frozenset(f.name for f in fields(Settings) if f.type == "tuple[str, ...]")
_TABLES = frozenset(f.name for f in fields(Settings) if f.type == "Mapping[str, tuple[str, ...]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that settings were read from, its keys already fields' names.

    Attributes:
        values: The values, unchecked, by the field's name.
        origin: What the place is called, or what each field's place is called.
        trusted: Whether it is the user's own, and so may set what has the scope ``user``.
        origins: What each field's place is called, where they are not all one.
    """

    values: Mapping[str, object]
    origin: str
    trusted: bool
    origins: Mapping[str, str] = field(default_factory=dict)


def user_file() -> Path:
    """Return where the user's own settings stand."""
    return Path(places.config(), "config.toml")


def user() -> Source:
    """Return what the user's own file says."""
    path = user_file()
    if not is_file(path):
        return Source(values={}, origin=str(path), trusted=True)
    return file(path, trusted=True)


def file(path: Path, *, trusted: bool) -> Source:
    """Return what a file says.

    Args:
        path: The file.
        trusted: Whether it is the user's own.

    Raises:
        SettingError: If it has an unknown key, or one that it may not have.
    """
    known = {kebab(f.name): f.name for f in fields(Settings)}
    said = table(path)
    origin = str(path)
    if not isinstance(said, dict):
        raise SettingError("[tool.docstring-lsp] is not a table", origin)
    for key in said:
        if key not in known:
            raise SettingError(str(UnknownNameError("setting", key, known)), origin)
        if not trusted and _is_the_users(known[key], said[key]):
            raise SettingError(_not_here(key), origin)
    return Source(
        values={known[key]: value for key, value in said.items()}, origin=origin, trusted=trusted
    )


def _is_the_users(name: str, value: object) -> bool:
    """Return whether only the user's own places may give a setting that value."""
    return name in user_scope() or (name in narrowing() and value is not True)


def _not_here(key: str) -> str:
    return (
        f"{key!r} cannot be set by a project; set it in {user_file()}, "
        f"as {PREFIX}{key.upper().replace('-', '_')} or on the command line"
    )


def table(path: Path) -> object:
    """Return the file's settings; None for a pyproject.toml that has none."""
    try:
        data = path.read_bytes()
        witness.was_read(path, data)
    except OSError as error:
        witness.was_read(path, None)
        raise SettingError(f"cannot be read: {error.strerror}", str(path)) from error
    if path.name != "pyproject.toml":
        return _parsed(data, path)
    # Most projects' files do not name us, and parsing them would cost every start 10 ms.
    if _TABLE.encode() not in data:
        return None
    tool = _parsed(data, path).get("tool", {})
    return tool.get(_TABLE) if isinstance(tool, dict) else None


def _parsed(data: bytes, path: Path) -> dict[str, Any]:
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        parsed: dict[str, Any] = tomllib.loads(data.decode())
    except ValueError as error:
        raise SettingError(f"not valid TOML: {error}", str(path)) from error
    return parsed


def environment() -> Source:
    """Return what the environment says.

    Raises:
        SettingError: If a variable's name is nearly a setting's.
    """
    names = {PREFIX + f.name.upper(): f.name for f in fields(Settings)}
    given = [name.upper() for name in os.environ if name.upper().startswith(PREFIX)]
    values: dict[str, object] = {}
    if given:
        for variable in given:
            _refuse_misspelt(variable, names)
        values.update(_variables())
    return Source(
        values={k: listed(k, v) for k, v in values.items()},
        origin="environment",
        origins={name: f"environment variable {variable}" for variable, name in names.items()},
        trusted=True,
    )


def _refuse_misspelt(variable: str, known: Mapping[str, str]) -> None:
    """Refuse a variable that is nearly a setting's; others may be anybody's."""
    from difflib import get_close_matches

    if variable not in known and get_close_matches(variable, known, n=1, cutoff=0.9):
        raise SettingError(
            str(UnknownNameError("variable", variable, known)), f"environment variable {variable}"
        )


def listed(name: str, value: object) -> object:
    """Return what a text of one line stands for where the setting is a list or a table.

    Items are divided by commas; an item of a table is ``pattern:CODE``, as flake8 and ruff have
    it.

    Args:
        name: The setting's name.
        value: The text; whatever else it is stays as it is.
    """
    if not isinstance(value, str) or name not in _LISTS | _TABLES:
        return value
    items = [part.strip() for part in value.split(",") if part.strip()]
    if name in _LISTS:
        return items
    table: dict[str, list[str]] = {}
    for item in items:
        pattern, colon, code = item.rpartition(":")
        if not colon:
            return value
        table.setdefault(pattern.strip(), []).append(code.strip())
    return table


def editor(values: Mapping[str, object], origin: str, trusted: bool, warnings: list[str]) -> Source:
    """Return what an editor says.

    Args:
        values: Its settings, spelled as editors or as files do.
        origin: What the place is called.
        trusted: Whether these are the user's own settings.
        warnings: Gets a line for each that is passed over.
    """
    known = {spell(f.name): f.name for f in fields(Settings) for spell in (kebab, camel)}
    taken: dict[str, object] = {}
    for key, value in values.items():
        if key not in known:
            warnings.append(f"{origin}: {UnknownNameError('setting', key, known)}")
        elif not trusted and _is_the_users(known[key], value):
            warnings.append(f"{origin}: {_not_here(kebab(known[key]))}")
        elif value is not None:
            taken[known[key]] = value
    return Source(values=taken, origin=origin, trusted=trusted)


def _variables() -> dict[str, Any]:
    from pydantic import create_model
    from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict

    from docstring_lsp.settings.check import as_pydantic

    class Base(BaseSettings):
        model_config = SettingsConfigDict(enable_decoding=False)

    model = create_model("Variables", __base__=Base, **as_pydantic())
    found: dict[str, Any] = EnvSettingsSource(model, env_prefix=PREFIX, case_sensitive=False)()
    return found

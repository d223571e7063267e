"""The settings of a place and where each came from: files, environment and callers in, one out.

Later wins: defaults, the user's file, the environment, the project's file, the editor, the
command line. What decides whom the tool talks to (scope ``user``) is never taken from a
project, so that opening somebody's folder cannot redirect it. Knows no style, no provider and
no Python syntax.

`Settings` is a plain dataclass, and pydantic's model is made from it when there is a value that
has to be converted or refused; values that are exactly of the declared type need neither. So
most starts import neither pydantic (65 ms, against 17 for all of ``python -c "import ast"``)
nor pydantic-settings (90 ms more), which reads the ``DOCSTRING_LSP_`` variables where any is set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from docstring_lsp.errors import SettingError, UnknownNameError

PREFIX = "DOCSTRING_LSP_"
PROJECT_FILES = ("docstring-lsp.toml", "pyproject.toml")
"""Where a project's settings stand, in one folder the first wins."""

DEFAULT_EXCLUDE = (
    ".direnv",
    ".eggs",
    ".git",
    ".hg",
    ".ipynb_checkpoints",
    ".jj",
    ".mypy_cache",
    ".nox",
    ".pyenv",
    ".pytest_cache",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
"""What is left out unless ``exclude`` says otherwise: what tools make, not people."""

_TABLE = "docstring-lsp"
ROOT_MARKS = (".git", ".hg", ".jj", ".svn")
"""What stands in the root of a version-controlled tree."""

_USER_SCOPE = {"scope": "user"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    r"""Every setting with its default. Frozen; made by `load`.

    Attributes:
        style: The name of a style, or ``auto`` for the one the project already has.
        line_length: The column no docstring line goes past; None for the project's own.
        types: Whether types are repeated in docstrings; None for the project's habit.
        defaults: Whether defaults are repeated in docstrings.
        escape_stars: Whether ``*args`` is written ``\*args``.
        init: Where ``__init__``'s parameters are documented; None for the project's habit.
        include_private: Whether private definitions are asked for a docstring.
        include_tests: Whether tests are.
        include_magic: Whether methods such as ``__len__`` are.
        include_nested: Whether definitions inside functions are.
        exclude: Patterns, as in a .gitignore, of what is left out.
        extend_exclude: Patterns of what is left out beside ``exclude``; those of all places
            add up.
        force_exclude: Whether the patterns also hold for files named one by one.
        respect_gitignore: Whether what .gitignore names is left out.
        provider: The name of the provider that writes the prose.
    """

    style: str = "auto"
    line_length: int | None = field(default=None, metadata={"limits": {"ge": 20, "le": 320}})
    types: bool | None = None
    defaults: bool = True
    escape_stars: bool = False
    init: Literal["class", "init"] | None = None
    include_private: bool = False
    include_tests: bool = False
    include_magic: bool = False
    include_nested: bool = False
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = field(default=(), metadata={"adds_up": True})
    force_exclude: bool = False
    respect_gitignore: bool = True
    provider: str = field(default="static", metadata=_USER_SCOPE)


_ADDING_UP = frozenset(f.name for f in fields(Settings) if f.metadata.get("adds_up"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The settings that hold at a place.

    Attributes:
        settings: The settings.
        origins: Where each setting that is not a default was read, by its field's name.
        root: The folder of the project's file, against which its patterns are read.
        warnings: One line for each editor setting that was passed over.
    """

    settings: Settings = field(default_factory=Settings)
    origins: Mapping[str, str] = field(default_factory=dict)
    root: Path | None = None
    warnings: tuple[str, ...] = ()

    def origin(self, name: str) -> str:
        """Return where a setting was read: a file's path, ``command line``, ``default``."""
        return self.origins.get(name, "default")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A place that settings were read from, its keys already fields' names.

    Attributes:
        values: The values, unchecked, by the field's name.
        origin: What the place is called, or what each field's place is called.
        trusted: Whether it is the user's own, and so may set what has the scope ``user``.
    """

    values: Mapping[str, object]
    origin: str
    trusted: bool
    origins: Mapping[str, str] = field(default_factory=dict)


def load(
    start: Path,
    *,
    editor: Mapping[str, object] | None = None,
    editor_user: Mapping[str, object] | None = None,
    command_line: Mapping[str, object] | None = None,
) -> Resolved:
    """Return the settings that hold at a place, each with its origin.

    Args:
        start: A file or a folder; need not exist.
        editor: What the editor says for this workspace, keys in camelCase or kebab-case.
            Unknown keys and keys of the user's scope are passed over with a warning, since
            editors send what is meant for their own side too.
        editor_user: What the editor says in the user's own settings, which may set all.
        command_line: By field name; None stands for "not given".

    Raises:
        SettingError: If a file has an unknown key or a key it may not have, or a value is of
            the wrong kind.
    """
    path = project_file(start)
    warnings: list[str] = []
    sources = [_user_file(), _environment()]
    if path is not None:
        sources.append(_file(path, trusted=False))
    sources.append(_editor(editor_user or {}, "editor user settings", True, warnings))
    # What an editor sends for a workspace often repeats what the user has set.
    own = {key: value for key, value in (editor_user or {}).items() if value is not None}
    workspace = {k: v for k, v in (editor or {}).items() if k not in own or own[k] != v}
    sources.append(_editor(workspace, "editor settings", False, warnings))
    given = {k: v for k, v in (command_line or {}).items() if v is not None}
    sources.append(_Source(values=given, origin="command line", trusted=True))
    return _resolve(sources, root=path.parent if path else None, warnings=tuple(warnings))


def project_file(start: Path) -> Path | None:
    """Return the nearest file with a project's settings: at ``start`` or in a folder above.

    As ruff does, the nearest file decides alone, and a ``pyproject.toml`` that has no
    ``[tool.docstring-lsp]`` is passed over.
    """
    for folder in upwards(start):
        for name in PROJECT_FILES:
            path = folder / name
            if is_file(path) and (name != "pyproject.toml" or _table(path) is not None):
                return path
    return None


def upwards(start: Path) -> Iterator[Path]:
    """Yield the folders in which a project's files are looked for, the nearest first.

    The last is the root of the version-controlled tree; failing one, the home folder.
    """
    # Not resolved: a link belongs to the project it stands in, not to its target's.
    here = Path(os.path.abspath(start))  # noqa: PTH100
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (stays "~" where there is no home)
    for folder in (here, *here.parents) if is_folder(here) else here.parents:
        yield folder
        if folder == home or any(exists(folder / mark) for mark in ROOT_MARKS):
            return


def exists(path: Path) -> bool:
    """Return whether something is there; what we may not look into counts as empty.

    `Path.exists`, `Path.is_file` and `Path.is_dir` raise there.
    """
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Return whether a file is there, as far as we may see."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Return whether a folder is there, as far as we may see."""
    return os.path.isdir(path)  # noqa: PTH112


def user_scope() -> frozenset[str]:
    """Return the names of the settings that only the user's own places may set."""
    return frozenset(f.name for f in fields(Settings) if f.metadata.get("scope") == "user")


def user_file() -> Path:
    """Return where the user's own settings stand."""
    from platformdirs import user_config_path

    return user_config_path(_TABLE, appauthor=False) / "config.toml"


def kebab(name: str) -> str:
    """Return a field's name as files spell it."""
    return name.replace("_", "-")


def camel(name: str) -> str:
    """Return a field's name as editors spell it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _user_file() -> _Source:
    path = user_file()
    if not is_file(path):
        return _Source(values={}, origin=str(path), trusted=True)
    return _file(path, trusted=True)


def _file(path: Path, *, trusted: bool) -> _Source:
    known = {kebab(f.name): f.name for f in fields(Settings)}
    table = _table(path)
    origin = str(path)
    if not isinstance(table, dict):
        raise SettingError("[tool.docstring-lsp] is not a table", origin)
    for key in table:
        if key not in known:
            raise SettingError(str(UnknownNameError("setting", key, known)), origin)
        if not trusted and known[key] in user_scope():
            raise SettingError(_not_here(key), origin)
    return _Source(
        values={known[key]: value for key, value in table.items()}, origin=origin, trusted=trusted
    )


def _not_here(key: str) -> str:
    return (
        f"{key!r} cannot be set by a project; set it in {user_file()}, "
        f"as {PREFIX}{key.upper().replace('-', '_')} or on the command line"
    )


def _table(path: Path) -> object:
    """Return the file's settings; None for a pyproject.toml that has none."""
    try:
        data = path.read_bytes()
    except OSError as error:
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


def _environment() -> _Source:
    names = {PREFIX + f.name.upper(): f.name for f in fields(Settings)}
    given = [name.upper() for name in os.environ if name.upper().startswith(PREFIX)]
    values: dict[str, object] = {}
    if given:
        for variable in given:
            _refuse_misspelt(variable, names)
        values.update(_variables())
    return _Source(
        values={k: _listed(k, v) for k, v in values.items()},
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


def _listed(name: str, value: object) -> object:
    """Divide a variable's value at its commas where the setting is a list."""
    if isinstance(value, str) and name in {"exclude", "extend_exclude"}:
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _editor(
    values: Mapping[str, object], origin: str, trusted: bool, warnings: list[str]
) -> _Source:
    known = {spell(f.name): f.name for f in fields(Settings) for spell in (kebab, camel)}
    taken: dict[str, object] = {}
    for key, value in values.items():
        if key not in known:
            warnings.append(f"{origin}: {UnknownNameError('setting', key, known)}")
        elif not trusted and known[key] in user_scope():
            warnings.append(f"{origin}: {_not_here(kebab(known[key]))}")
        elif value is not None:
            taken[known[key]] = value
    return _Source(values=taken, origin=origin, trusted=trusted)


def _resolve(sources: list[_Source], root: Path | None, warnings: tuple[str, ...]) -> Resolved:
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for source in sources:
        for name, value in source.values.items():
            values[name] = _joined(name, values.get(name), value)
            origins[name] = source.origins.get(name, source.origin)
    settings = _checked(values, origins) if values else Settings()
    return Resolved(settings=settings, origins=origins, root=root, warnings=warnings)


def _joined(name: str, before: object, value: object) -> object:
    """Return the later value; where the setting adds to another, both."""
    if name not in _ADDING_UP or not isinstance(before, (list, tuple)):
        return value
    return [*before, *value] if isinstance(value, (list, tuple)) else value


def _checked(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    ready = {name: _ready(value) for name, value in values.items()}
    hints = get_type_hints(Settings)
    limits = {f.name: f.metadata.get("limits", {}) for f in fields(Settings)}
    if all(_is_exactly(v, hints[name], limits[name]) for name, v in ready.items()):
        return Settings(**ready)
    return _validated(values, origins)


def _ready(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is_exactly(value: object, hint: Any, limits: Mapping[str, int]) -> bool:
    """Return whether a value needs no conversion; False wherever that is not plain to see."""
    if get_origin(hint) in (Union, UnionType):
        return any(_is_exactly(value, option, limits) for option in get_args(hint))
    if get_origin(hint) is Literal:
        return any(type(value) is type(choice) and value == choice for choice in get_args(hint))
    if get_origin(hint) is tuple:
        return type(value) is tuple and {type(item) for item in value} <= {get_args(hint)[0]}
    if type(value) is int and hint is int:
        return limits.get("ge", value) <= value <= limits.get("le", value)
    return type(value) is hint


def _validated(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    from pydantic import ValidationError

    checker = _checker()
    try:
        checked = checker.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        what = first["msg"][:1].lower() + first["msg"][1:]
        message = f"{kebab(name)!r} has the value {values[name]!r}: {what}"
        raise SettingError(message, origins[name]) from error
    return Settings(**{name: getattr(checked, name) for name in values})


def _fields() -> dict[str, Any]:
    """Return the fields of `Settings` as pydantic's ``create_model`` takes them."""
    from pydantic import Field

    hints = get_type_hints(Settings)
    return {
        f.name: (hints[f.name], Field(default=f.default, **f.metadata.get("limits", {})))
        for f in fields(Settings)
    }


@cache
def _checker() -> Any:
    from pydantic import ConfigDict, create_model

    return create_model("Checked", __config__=ConfigDict(extra="forbid"), **_fields())


def _variables() -> dict[str, Any]:
    from pydantic import create_model
    from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict

    class Base(BaseSettings):
        model_config = SettingsConfigDict(enable_decoding=False)

    model = create_model("Variables", __base__=Base, **_fields())
    found: dict[str, Any] = EnvSettingsSource(model, env_prefix=PREFIX, case_sensitive=False)()
    return found

"""The settings of a place: every source in order, later wins, each value with its origin.

Defaults, the user's file, the environment, the project's file, the editor, the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from docstring_lsp.folders import is_file, upwards
from docstring_lsp.settings import sources
from docstring_lsp.settings.check import checked
from docstring_lsp.settings.model import Resolved, Settings
from docstring_lsp.settings.sources import Source

PROJECT_FILES = ("docstring-lsp.toml", "pyproject.toml")
"""Where a project's settings stand, in one folder the first wins."""

_ADDING_UP = frozenset(f.name for f in fields(Settings) if f.metadata.get("adds_up"))


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
    read = [sources.user(), sources.environment()]
    if path is not None:
        read.append(sources.file(path, trusted=False))
    read.append(sources.editor(editor_user or {}, "editor user settings", True, warnings))
    # What an editor sends for a workspace often repeats what the user has set.
    own = {key: value for key, value in (editor_user or {}).items() if value is not None}
    workspace = {k: v for k, v in (editor or {}).items() if k not in own or own[k] != v}
    read.append(sources.editor(workspace, "editor settings", False, warnings))
    given = {k: v for k, v in (command_line or {}).items() if v is not None}
    read.append(Source(values=given, origin="command line", trusted=True))
    return _resolve(read, root=path.parent if path else None, warnings=tuple(warnings))


def project_file(start: Path) -> Path | None:
    """Return the nearest file with a project's settings: at ``start`` or in a folder above.

    As ruff does, the nearest file decides alone, and a ``pyproject.toml`` that has no
    ``[tool.docstring-lsp]`` is passed over.
    """
    for folder in upwards(start):
        for name in PROJECT_FILES:
            path = folder / name
            if is_file(path) and (name != "pyproject.toml" or sources.table(path) is not None):
                return path
    return None


def _resolve(read: list[Source], root: Path | None, warnings: tuple[str, ...]) -> Resolved:
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for source in read:
        for name, value in source.values.items():
            values[name] = _joined(name, values.get(name), value)
            origins[name] = source.origins.get(name, source.origin)
    settings = checked(values, origins) if values else Settings()
    return Resolved(settings=settings, origins=origins, root=root, warnings=warnings)


def _joined(name: str, before: object, value: object) -> object:
    """Return the later value; where the setting adds to another, both."""
    if name not in _ADDING_UP or not isinstance(before, (list, tuple)):
        return value
    return [*before, *value] if isinstance(value, (list, tuple)) else value

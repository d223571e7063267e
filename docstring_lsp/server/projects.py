"""Finds how the project of a file is set up, and remembers it until it is told to forget.

Files are read in a thread, so that a large or slow disk does not hold up the editor. A setting
that is wrong is told once, and what held before goes on to hold.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp.errors import DocstringLspError
from docstring_lsp.server.options import EditorSettings
from docstring_lsp.server.snapshot import Project

if TYPE_CHECKING:
    from docstring_lsp.settings.model import Resolved

_Key = tuple[Path, int, bool]


class Projects:
    """The projects that were asked for.

    Args:
        warn: Tells the user of a wrong setting.
        log: Tells of a setting that is passed over.
    """

    def __init__(self, warn: Callable[[str], None], log: Callable[[str], None]) -> None:
        self._warn = warn
        self._log = log
        self._known: dict[_Key, asyncio.Task[Project]] = {}
        self._homes: dict[Path, Path] = {}
        self._last_good: dict[Path, Resolved] = {}

    async def of(self, start: Path, settings: EditorSettings, *, vote: bool) -> Project:
        """Return the project that a place belongs to.

        Args:
            start: A file or a folder; need not exist.
            settings: What the editor has set there.
            vote: Whether the style must be known, for which existing docstrings are read.
        """
        home = self._home(start)
        key = (home, id(settings), vote)
        task = self._known.get(key)
        if task is None or task.cancelled():
            task = asyncio.get_running_loop().create_task(self._load(home, settings, vote=vote))
            self._known[key] = task
        # One who waits may give up; the others go on waiting.
        return await asyncio.shield(task)

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._known = {}
        self._homes = {}

    def _home(self, start: Path) -> Path:
        """Return the nearest folder that says something about docstrings; else the project's root.

        What has the same home has the same conventions, and asks its files only once. A file
        that no project's files are above is at home in its own folder: what else is on the
        disk has no say.
        """
        from docstring_lsp.folders import ROOT_MARKS, exists, upwards
        from docstring_lsp.server.watched import names

        marks = (*names(), *ROOT_MARKS)
        passed = []
        for folder in upwards(start):
            passed.append(folder)
            home = self._homes.get(folder)
            if home is None and any(exists(folder / mark) for mark in marks):
                home = folder
            if home is not None:
                self._homes.update(dict.fromkeys(passed, home))
                return home
        return passed[0]

    async def _load(self, home: Path, settings: EditorSettings, *, vote: bool) -> Project:
        try:
            project = await asyncio.to_thread(_read, home, settings, vote=vote)
        except DocstringLspError as error:
            self._warn(f"{error}. The previous settings stay in force.")
            previous = self._last_good.get(home)
            return await asyncio.to_thread(_fall_back, home, settings, previous, vote=vote)
        for warning in project.resolved.warnings:
            self._log(warning)
        self._last_good[home] = project.resolved
        return project


def _read(folder: Path, settings: EditorSettings, *, vote: bool) -> Project:
    from docstring_lsp.settings.load import load
    from docstring_lsp.settings.model import camel, kebab, user_scope

    # The rest of the user's settings is in the editor's answer too, and newer there.
    own = {spell(name) for name in user_scope() for spell in (camel, kebab)}
    user = {key: value for key, value in settings.user.items() if key in own}
    resolved = load(folder, editor=settings.values, editor_user=user)
    return _project(folder, settings, resolved, vote=vote)


def _fall_back(
    folder: Path, settings: EditorSettings, previous: Resolved | None, *, vote: bool
) -> Project:
    from docstring_lsp.settings.model import Resolved

    return _project(folder, settings, previous or Resolved(), vote=vote)


def _project(folder: Path, settings: EditorSettings, resolved: Resolved, *, vote: bool) -> Project:
    from docstring_lsp.actions.rules import selection
    from docstring_lsp.actions.style import project_conventions
    from docstring_lsp.files import project_root

    return Project(
        root=project_root(folder),
        resolved=resolved,
        conventions=project_conventions(folder, resolved, vote=vote),
        selection=selection(resolved),
        diagnostics=settings.diagnostics,
    )

"""Finds how the project of each file is set up, each project once in a run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from docstring_lsp import files, witness
from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.rules import selection
from docstring_lsp.actions.style import project_conventions
from docstring_lsp.checks.selection import Selection
from docstring_lsp.docstring.detect import CONFIG_FILES
from docstring_lsp.folders import is_file, upwards
from docstring_lsp.settings.load import PROJECT_FILES, load
from docstring_lsp.settings.model import Resolved

_SPEAKING = (*PROJECT_FILES, *CONFIG_FILES)


@dataclass(frozen=True, slots=True)
class Project:
    """How the project of a file is set up.

    Attributes:
        root: Its folder.
        resolved: The settings that hold there.
        conventions: How it writes docstrings.
    """

    root: Path
    resolved: Resolved
    conventions: Conventions

    @property
    def selection(self) -> Selection:
        """Which rules are asked of its files."""
        return selection(self.resolved)

    def relative(self, path: Path) -> PurePath:
        """Return a file's path below the project's root; of one elsewhere, its name."""
        whole, start = os.path.abspath(path), str(self.root).rstrip(os.sep) + os.sep  # noqa: PTH100
        return PurePath(whole[len(start) :] if whole.startswith(start) else path.name)


class Projects:
    """The projects of one run.

    Args:
        command_line: What options set, by the setting's name.
        vote: Whether existing docstrings are asked for the style.
    """

    def __init__(self, command_line: Mapping[str, object], *, vote: bool) -> None:
        self._command_line = command_line
        self._vote = vote
        self._homes: dict[Path, Path] = {}
        self._by_folder: dict[Path, Path] = {}
        self._projects: dict[tuple[Path, Path], Project] = {}
        self._settings: dict[Path, Resolved] = {}

    def settings(self, start: Path) -> Resolved:
        """Return the settings that hold at a file or folder."""
        if start not in self._settings:
            self._settings[start] = load(start, command_line=self._command_line)
        return self._settings[start]

    def of(self, path: Path, asked: Path) -> Project:
        """Return the project that a file belongs to.

        Args:
            path: The file.
            asked: The file or folder that was asked about, near which the style is looked for.
        """
        home = self._kept_home(path.parent, path)
        start = asked if home == self._kept_home(asked, asked) else home
        key = (start, home)
        if key not in self._projects:
            resolved = self.settings(start)
            self._projects[key] = Project(
                root=files.project_root(start),
                resolved=resolved,
                conventions=project_conventions(start, resolved, vote=self._vote),
            )
        return self._projects[key]

    def _kept_home(self, key: Path, path: Path) -> Path:
        """Return a file's home; files in one folder have one, and the disk is asked once."""
        if key not in self._by_folder:
            self._by_folder[key] = self._home(path)
        return self._by_folder[key]

    def _home(self, path: Path) -> Path:
        """Return the nearest folder that says something about docstrings; else the outermost.

        Files with the same home have the same settings and conventions.
        """
        passed = []
        home = path
        for folder in upwards(path):
            home = self._homes.get(folder, folder)
            passed.append(folder)
            if folder in self._homes or _speaks(folder):
                break
        self._homes.update(dict.fromkeys(passed, home))
        return home


def _speaks(folder: Path) -> bool:
    # There are many folders, and most have none of many files: each is listed once.
    try:
        there = frozenset(os.listdir(folder))  # noqa: PTH208
    except OSError:
        there = frozenset()
    start = str(folder) + os.sep
    spoken = False
    for name in _SPEAKING:
        witness.asked_kind(start + name)
        spoken = spoken or (name.partition("/")[0] in there and is_file(start + name))
    return spoken

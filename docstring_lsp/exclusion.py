"""What is left out of a walk: by the settings' patterns, and by what git ignores.

Takes paths, gives yes or no. Reads .gitignore, .git/info/exclude and the user's own excludes
file as git does, without running it.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp.disk import read_bytes
from docstring_lsp.errors import FileError
from docstring_lsp.folders import exists, is_file, upwards
from docstring_lsp.settings.model import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Ignores = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The .gitignore files that hold in a folder, the outermost first, each with its folder."""


class Exclusion:
    """What the settings and .gitignore leave out."""

    def __init__(self, settings: Settings, root: Path) -> None:
        self._settings = settings
        self._root = absolute(root)

    def begin(self, start: Path) -> Ignores:
        """Return the .gitignore files above a folder that was asked for.

        It was asked for, so what leaves it out itself does not hold below it.
        """
        ignores: Ignores = ()
        for folder in reversed(list(upwards(start))[1:]):
            ignores = self.enter(str(folder), ignores)
        if self._is_excluded(absolute(start), as_folder=True):
            self._root = absolute(start)
        return () if ignored(absolute(start) + "/", ignores) else ignores

    def enter(self, folder: str, ignores: Ignores) -> Ignores:
        """Return the .gitignore files that hold in a folder."""
        if not self._settings.respect_gitignore:
            return ()
        lines: list[str] = []
        # Of strings: there are many folders, and most have neither.
        start = folder.rstrip(os.sep) + os.sep
        if exists(start + ".git"):
            lines += _lines(_users_excludes(Path(folder))) + _lines(Path(folder, *_OWN_EXCLUDES))
        if is_file(start + ".gitignore"):
            lines += _lines(Path(folder, ".gitignore"))
        return (*ignores, (absolute(folder), _spec(tuple(lines)))) if lines else ignores

    def excludes(self, path: str, ignores: Ignores, *, as_folder: bool) -> bool:
        """Return whether a path is left out, itself and not by a folder it stands in."""
        whole = absolute(path)
        shown = whole + "/" if as_folder else whole
        return self._is_excluded(whole, as_folder=as_folder) or ignored(shown, ignores)

    def excludes_file(self, path: Path) -> bool:
        """Return whether a file is left out by the settings, itself or by its folders."""
        return self._is_excluded(absolute(path), as_folder=False)

    def _is_excluded(self, path: str, *, as_folder: bool) -> bool:
        patterns = (*self._settings.exclude, *self._settings.extend_exclude)
        relative = _relative(path, self._root)
        shown = relative + "/" if as_folder else relative
        names = _plain(patterns)
        if names is not None:
            return not names.isdisjoint(relative.split("/"))
        return bool(_spec(patterns).match_file(shown))


def ignored(path: str, ignores: Ignores) -> bool:
    """Return whether git ignores an absolute path: the nearest file that speaks of it decides."""
    for base, spec in reversed(ignores):
        included: bool | None = spec.check_file(_relative(path, base)).include
        if included is not None:
            return included
    return False


@lru_cache(maxsize=64)
def _plain(patterns: tuple[str, ...]) -> frozenset[str] | None:
    """Return the names that patterns stand for, where each stands for one of any depth.

    That is what most settings say, and needs nobody who knows patterns.
    """
    return frozenset(patterns) if all(map(_NAME.fullmatch, patterns)) else None


def absolute(path: Path | str) -> str:
    """Return the whole path, links kept as git keeps them."""
    return os.path.abspath(path)  # noqa: PTH100


def _relative(path: str, base: str) -> str:
    """Return the path below a folder; of a path that stands elsewhere, only its name."""
    start = base.rstrip(os.sep) + os.sep
    below = path[len(start) :] if path.startswith(start) else Path(path).name
    return below.replace(os.sep, "/")


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    sound = []
    for pattern in patterns:
        with suppress(ValueError):  # git, too, passes over a pattern that means nothing
            GitIgnoreSpec.from_lines([pattern])
            sound.append(pattern)
    return GitIgnoreSpec.from_lines(sound)


def _lines(path: Path | None) -> list[str]:
    if path is not None and is_file(path):
        with suppress(FileError):
            return read_bytes(path).decode("utf-8", "replace").splitlines()
    return []


def _users_excludes(repository: Path) -> Path | None:
    """Return the user's own excludes file: ``core.excludesFile``, else where git has it."""
    home = Path(os.environ.get("HOME") or os.path.expanduser("~"))  # noqa: PTH111  (never raises)
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "git"
    for path in (repository / ".git" / "config", home / ".gitconfig", config / "config"):
        for line in reversed(_lines(path)):
            named = _EXCLUDES_FILE.match(line)
            if named:
                name = named["path"].strip().strip('"')
                return home / name[2:] if name.startswith("~/") else repository / name
    return config / "ignore"


_NAME = re.compile(r"(?!\.{1,2}\Z)[\w.-]+")

_OWN_EXCLUDES = (".git", "info", "exclude")
_EXCLUDES_FILE = re.compile(
    r"\s*(?:\[core\]\s*)?excludesfile\s*=\s*(?P<path>[^#;]+)", re.IGNORECASE
)
"""The setting's line; no other section of git's has one of that name."""

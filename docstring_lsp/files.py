"""The only opener of users' files: paths in, texts out, and a file written whole or not at all.

Walks, reads, writes and finds configuration files; each failure is one line that starts with
the file's path. Knows no Python syntax beyond how a source file declares its encoding.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from errno import EACCES
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docstring_lsp.errors import DecodeError, FileError
from docstring_lsp.settings import ROOT_MARKS, Settings, exists, is_file, is_folder, upwards
from docstring_lsp.source.text import SourceText, decode, encode

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".py", ".pyi", ".pyw")
"""What is taken for Python when a folder is walked."""

_PROJECT_MARKS = ("pyproject.toml", "setup.py", "setup.cfg")
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def walk(
    paths: Iterable[Path],
    settings: Settings,
    *,
    root: Path | None = None,
    on_error: Callable[[FileError], None] | None = None,
    seen: set[str] | None = None,
) -> Iterator[Path]:
    """Yield the Python files that paths stand for, each once, in an order that never changes.

    A path that is no folder is taken as it is, even if it is excluded or missing (reading it
    tells what is wrong), unless ``force_exclude`` is set. In a folder, what the settings and
    .gitignore name is left out. Links are followed once, after everything else, so that a file
    goes by its own name where it has one among the paths.

    Args:
        paths: Files and folders.
        settings: Say what is left out.
        root: The folder that patterns are read against; the project's root if None.
        on_error: Is told of each folder that cannot be listed.
        seen: What was yielded before, and will not be again; is added to.
    """
    tell = on_error or (lambda _: None)
    seen = set() if seen is None else seen
    for path in paths:
        exclusion = _Exclusion(settings, root or project_root(path))
        if is_folder(path):
            yield from _Walk(exclusion, seen, tell).folder(path)
        elif settings.force_exclude and exclusion.excludes_file(path):
            continue
        elif _first_sight(path, seen):
            yield path


def read(path: Path) -> SourceText:
    """Return a file's text.

    Raises:
        FileError: If it cannot be read, or is no regular file.
        DecodeError: If its bytes are not text in the encoding it declares.
    """
    return text_of(read_bytes(path), path)


def text_of(data: bytes, path: Path) -> SourceText:
    """Return the text that a source file's bytes stand for.

    Args:
        data: The bytes.
        path: The file they are of, for the error's sake.

    Raises:
        DecodeError: If they are not text in the encoding they declare, or have NUL bytes,
            which no Python reads.
    """
    try:
        source = decode(data)
    except DecodeError as error:
        raise DecodeError(f"{path}: {error}") from error
    if (place := source.text.find("\0")) >= 0:
        line = source.text.count("\n", 0, place) + 1
        raise DecodeError(f"{path}: line {line}: a NUL byte, which Python source cannot have")
    return source


def bytes_of(source: SourceText, path: Path) -> bytes:
    """Return the bytes that stand for a text.

    Args:
        source: The text.
        path: The file it is of, for the error's sake.

    Raises:
        FileError: If the file's encoding lacks one of its characters.
    """
    try:
        return encode(source)
    except UnicodeEncodeError as error:
        lacking = ascii(error.object[error.start])
        raise FileError(
            f"{path}: cannot be written: {lacking} is not in {error.encoding}"
        ) from error


def read_bytes(path: Path) -> bytes:
    """Return a regular file's bytes; never waits for a pipe or a device.

    Raises:
        FileError: If it cannot be read, or is no regular file.
    """
    try:
        # A device may act on being opened, so its kind is asked before; a pipe may take the
        # file's place in between, so it is asked again after.
        _refuse_irregular(path, path.stat().st_mode)
        descriptor = os.open(path, _OPEN)
        with open(descriptor, "rb") as file:
            _refuse_irregular(path, os.fstat(descriptor).st_mode)
            return file.read()
    except (OSError, ValueError) as error:
        raise FileError(f"{path}: cannot be read: {_reason(error)}") from error


def write(path: Path, source: SourceText, *, before: SourceText | None = None) -> None:
    """Put a text in a file's place: after a crash the old file or the new one is there, whole.

    Permissions are kept, and the owner where the system allows it. Of a link the target is
    replaced. Another name of the same file (a hard link) keeps the old content.

    Args:
        path: The file; must exist.
        source: The new text.
        before: The text as it was read; given, a file that says something else by now is
            left alone.

    Raises:
        FileError: If it cannot be written, or changed since it was read.
    """
    target = Path(os.path.realpath(path))
    data = bytes_of(source, path)
    current = read_bytes(path)
    if before is not None and current != encode(before):
        raise FileError(f"{path}: not written: it changed on disk since it was read")
    try:
        _replace(target, data)
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {_reason(error)}") from error


def find_configs(start: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the configuration files that hold for a place, their texts by their paths.

    Args:
        start: A file or a folder.
        names: The files' names, or paths below a folder, the most telling first.

    Returns:
        The nearest folder first, up to the root of the version-controlled tree; in a folder
        in the order of ``names``. What cannot be read is not there.
    """
    wanted = tuple(names)
    found: dict[str, str] = {}
    for folder in upwards(start):
        for name in wanted:
            path = folder / name
            if is_file(path):
                with suppress(FileError):
                    found[str(path)] = read_bytes(path).decode("utf-8", "replace")
    return found


def project_root(start: Path) -> Path:
    """Return the root of the project a place belongs to.

    That is the root of the version-controlled tree; failing one, the nearest folder with a
    Python project's file; failing that, the place's own folder.
    """
    folders = list(upwards(start))
    if _has_any(folders[-1], ROOT_MARKS):
        return folders[-1]
    return next((f for f in folders if _has_any(f, _PROJECT_MARKS)), folders[0])


def module_name(path: Path) -> str:
    """Return the dotted name a file is imported by: its packages' folders hold an ``__init__``."""
    absolute = Path(_absolute(path))
    parts = [] if absolute.stem == "__init__" else [absolute.stem]
    for folder in absolute.parents:
        if not _has_any(folder, ("__init__.py", "__init__.pyi")):
            break
        parts.append(folder.name)
    return ".".join(reversed(parts)) or absolute.parent.name


def excluded(path: Path, settings: Settings, *, root: Path | None = None) -> bool:
    """Return whether a walk would leave a file out, itself or by a folder it stands in."""
    exclusion = _Exclusion(settings, root or project_root(path))
    ignores: _Ignores = ()
    for folder in reversed(list(upwards(path))):
        if _ignored(_absolute(folder) + "/", ignores):
            return True
        ignores = exclusion.enter(str(folder), ignores)
    return exclusion.excludes_file(path) or exclusion.excludes(str(path), ignores, as_folder=False)


def _has_any(folder: Path, names: Iterable[str]) -> bool:
    return any(exists(folder / name) for name in names)


def _refuse_irregular(path: Path, mode: int) -> None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            raise FileError(f"{path}: cannot be read: it is {name}, not a file")


def _reason(error: OSError | ValueError) -> str:
    strerror = getattr(error, "strerror", None) or str(error)
    return strerror[:1].lower() + strerror[1:]


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: a rename happens wholly or not at all."""
    import tempfile

    status = target.stat()
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(EACCES, "permission denied")
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent
    )
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        _take_over(Path(name), target, status)
        os.replace(name, target)  # noqa: PTH105  (a rename of strings, as the docs promise it)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _take_over(new: Path, old: Path, status: os.stat_result) -> None:
    """Give the new file the old one's owner, attributes and permissions, in this order.

    A change of owner clears the set-user bits, so the permissions come last.
    """
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(old):
                os.setxattr(new, name, os.getxattr(old, name))
    new.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where folders can be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _first_sight(path: Path | str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


class _Walk:
    """One folder's walk: depth first, a folder's files before its folders, links last."""

    def __init__(
        self, exclusion: _Exclusion, seen: set[str], tell: Callable[[FileError], None]
    ) -> None:
        self._exclusion = exclusion
        self._seen = seen
        self._tell = tell
        self._links: list[tuple[str, _Ignores]] = []

    def folder(self, start: Path) -> Iterator[Path]:
        yield from self._below(str(start), self._exclusion.begin(start))
        for link, ignores in self._links:  # grows while links lead to folders with links
            if is_folder(Path(link)):
                yield from self._below(link, ignores)
            elif is_file(Path(link)) and _first_sight(link, self._seen):
                yield Path(link)

    def _below(self, start: str, ignores: _Ignores) -> Iterator[Path]:
        waiting = [(start, ignores)]
        while waiting:
            folder, ignores = waiting.pop()
            if not _first_sight(folder, self._seen):
                continue
            ignores = self._exclusion.enter(folder, ignores)
            folders = []
            for entry, as_folder in self._listed(folder):
                if self._exclusion.excludes(entry.path, ignores, as_folder=as_folder):
                    continue
                if entry.is_symlink():
                    self._links.append((entry.path, ignores))
                elif as_folder:
                    folders.append((entry.path, ignores))
                elif _first_sight(entry.path, self._seen):
                    yield Path(entry.path)
            waiting.extend(reversed(folders))

    def _listed(self, folder: str) -> Iterator[tuple[os.DirEntry[str], bool]]:
        """Yield what may be taken, and whether it is a folder."""
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self._tell(FileError(f"{folder}: cannot be listed: {_reason(error)}"))
            return
        for entry in entries:
            with suppress(OSError):  # a link that leads to itself is no folder and no file
                as_folder = entry.is_dir()
                if as_folder or entry.name.endswith(SUFFIXES):
                    yield entry, as_folder


_Ignores = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The .gitignore files that hold in a folder, the outermost first, each with its folder."""


class _Exclusion:
    """What the settings and .gitignore leave out."""

    def __init__(self, settings: Settings, root: Path) -> None:
        self._settings = settings
        self._root = _absolute(root)

    def begin(self, start: Path) -> _Ignores:
        """Return the .gitignore files above a folder that was asked for.

        It was asked for, so what leaves it out itself does not hold below it.
        """
        ignores: _Ignores = ()
        for folder in reversed(list(upwards(start))[1:]):
            ignores = self.enter(str(folder), ignores)
        if self._is_excluded(_absolute(start), as_folder=True):
            self._root = _absolute(start)
        return () if _ignored(_absolute(start) + "/", ignores) else ignores

    def enter(self, folder: str, ignores: _Ignores) -> _Ignores:
        """Return the .gitignore files that hold in a folder."""
        if not self._settings.respect_gitignore:
            return ()
        lines: list[str] = []
        for name in (".git/info/exclude", ".gitignore"):
            path = Path(folder, name)
            if is_file(path):
                with suppress(FileError):
                    lines += read_bytes(path).decode("utf-8", "replace").splitlines()
        return (*ignores, (_absolute(folder), _spec(tuple(lines)))) if lines else ignores

    def excludes(self, path: str, ignores: _Ignores, *, as_folder: bool) -> bool:
        """Return whether a path is left out, itself and not by a folder it stands in."""
        absolute = _absolute(path)
        shown = absolute + "/" if as_folder else absolute
        return self._is_excluded(absolute, as_folder=as_folder) or _ignored(shown, ignores)

    def excludes_file(self, path: Path) -> bool:
        """Return whether a file is left out by the settings, itself or by its folders."""
        return self._is_excluded(_absolute(path), as_folder=False)

    def _is_excluded(self, absolute: str, *, as_folder: bool) -> bool:
        patterns = (*self._settings.exclude, *self._settings.extend_exclude)
        relative = _relative(absolute, self._root)
        return bool(_spec(patterns).match_file(relative + "/" if as_folder else relative))


def _ignored(absolute: str, ignores: _Ignores) -> bool:
    """Return whether git ignores a path: the nearest file that speaks of it decides."""
    for base, spec in reversed(ignores):
        included: bool | None = spec.check_file(_relative(absolute, base)).include
        if included is not None:
            return included
    return False


def _absolute(path: Path | str) -> str:
    return os.path.abspath(path)  # noqa: PTH100  (links are kept, as git keeps them)


def _relative(absolute: str, base: str) -> str:
    """Return the path below a folder; of a path that stands elsewhere, only its name."""
    start = base.rstrip(os.sep) + os.sep
    below = absolute[len(start) :] if absolute.startswith(start) else Path(absolute).name
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

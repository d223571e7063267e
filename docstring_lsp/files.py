"""Users' files: paths in, texts out, and a file written whole or not at all.

Walks, reads, writes and finds configuration files; each failure is one line that starts with
the file's path. Opens nothing itself: `docstring_lsp.disk` does. Knows no Python syntax beyond
how a source file declares its encoding.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from docstring_lsp import witness
from docstring_lsp.disk import create, read_bytes, reason, replace
from docstring_lsp.errors import DecodeError, DocstringLspError, FileError
from docstring_lsp.exclusion import Exclusion, Ignores, absolute, ignored
from docstring_lsp.folders import ROOT_MARKS, exists, is_file, is_folder, upwards
from docstring_lsp.settings.model import Settings
from docstring_lsp.source.text import SourceText, decode, encode

SUFFIXES = (".py", ".pyi", ".pyw")
"""What is taken for Python when a folder is walked."""

STANDARD_INPUT = Path("<stdin>")
"""What stands for the path of a text from standard input, where none is told."""

_PROJECT_MARKS = ("pyproject.toml", "setup.py", "setup.cfg")


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
        exclusion = Exclusion(settings, root or project_root(path))
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
    data = bytes_of(source, path)
    current = read_bytes(path)
    if before is not None and current != encode(before):
        raise FileError(f"{path}: not written: it changed on disk since it was read")
    replace(path, data)


def put(path: Path, text: str) -> None:
    """Put a text of ours in a place where a file stands or not: whole, as UTF-8.

    Raises:
        FileError: If it cannot be written.
    """
    if not exists(path):
        create(path)
    replace(path, text.encode())


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
    whole = Path(absolute(path))
    parts = [] if whole.stem == "__init__" else [whole.stem]
    for folder in whole.parents:
        if not _has_any(folder, ("__init__.py", "__init__.pyi")):
            break
        parts.append(folder.name)
    return ".".join(reversed(parts)) or whole.parent.name


def modules(path: Path) -> Callable[[str], str | None]:
    """Return what gives the text of a module beside a file by its dotted name, or None.

    Modules are looked for where the file's own package stands, and nowhere else: what is
    installed is not the project's.
    """
    whole = Path(absolute(path))
    depth = module_name(path).count(".") + (whole.stem == "__init__")
    top = whole.parents[min(depth, len(whole.parents) - 1)]

    @lru_cache(maxsize=32)
    def text(name: str) -> str | None:
        place = top.joinpath(*name.split("."))
        for found in (place.with_name(f"{place.name}.py"), place / "__init__.py"):
            if name and found != whole and found.is_relative_to(top) and is_file(found):
                with suppress(DocstringLspError):
                    return read(found).text
        return None

    return text


def excluded(path: Path, settings: Settings, *, root: Path | None = None) -> bool:
    """Return whether a walk would leave a file out, itself or by a folder it stands in."""
    exclusion = Exclusion(settings, root or project_root(path))
    ignores: Ignores = ()
    for folder in reversed(list(upwards(path))):
        if ignored(absolute(folder) + "/", ignores):
            return True
        ignores = exclusion.enter(str(folder), ignores)
    return exclusion.excludes_file(path) or exclusion.excludes(str(path), ignores, as_folder=False)


def _has_any(folder: Path, names: Iterable[str]) -> bool:
    return any(exists(folder / name) for name in names)


def _first_sight(path: Path | str, seen: set[str]) -> bool:
    return _is_new(os.path.realpath(path), seen)


def _is_new(real: str, seen: set[str]) -> bool:
    if real in seen:
        return False
    seen.add(real)
    return True


class _Walk:
    """One folder's walk: depth first, a folder's files before its folders, links last."""

    def __init__(
        self, exclusion: Exclusion, seen: set[str], tell: Callable[[FileError], None]
    ) -> None:
        self._exclusion = exclusion
        self._seen = seen
        self._tell = tell
        self._links: list[tuple[str, Ignores]] = []

    def folder(self, start: Path) -> Iterator[Path]:
        yield from self._below(str(start), self._exclusion.begin(start))
        for link, ignores in self._links:  # grows while links lead to folders with links
            if is_folder(Path(link)):
                yield from self._below(link, ignores)
            elif is_file(Path(link)) and _first_sight(link, self._seen):
                yield Path(link)

    def _below(self, start: str, ignores: Ignores) -> Iterator[Path]:
        waiting = [(start, os.path.realpath(start), ignores)]
        while waiting:
            folder, real, ignores = waiting.pop()
            if not _is_new(real, self._seen):
                continue
            ignores = self._exclusion.enter(folder, ignores)
            folders = []
            for entry, as_folder in self._listed(folder):
                if self._exclusion.excludes(entry.path, ignores, as_folder=as_folder):
                    continue
                own = os.path.join(real, entry.name)  # noqa: PTH118
                if entry.is_symlink():
                    self._links.append((entry.path, ignores))
                elif as_folder:
                    folders.append((entry.path, own, ignores))
                elif _is_new(own, self._seen):
                    yield Path(entry.path)
            waiting.extend(reversed(folders))

    def _listed(self, folder: str) -> list[tuple[os.DirEntry[str], bool]]:
        """Return what may be taken, and whether it is a folder."""
        witness.was_listed(folder)
        found = []
        try:
            with os.scandir(folder) as listing:
                for entry in listing:
                    with suppress(OSError):  # a link that leads to itself is nothing
                        as_folder = entry.is_dir()
                        if as_folder or (entry.name.endswith(SUFFIXES) and entry.is_file()):
                            found.append((entry, as_folder))
        except OSError as error:
            self._tell(FileError(f"{folder}: cannot be listed: {reason(error)}"))
            return []
        return sorted(found, key=lambda each: each[0].name)

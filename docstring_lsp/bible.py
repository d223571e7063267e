"""The bible: a project's words, parts, people and settings, in a file that people edit and commit.

``.docstring-lsp/bible.toml`` in, entries out. A line added by us goes to the file's end, so that
what people wrote stays as they wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docstring_lsp import toml
from docstring_lsp.disk import create, read_bytes, replace
from docstring_lsp.errors import FileError, SettingError, UnknownNameError
from docstring_lsp.folders import is_file, upwards

PLACE = ".docstring-lsp/bible.toml"

KINDS = {
    "term": "terms",
    "component": "components",
    "persona": "personas",
    "convention": "conventions",
    "character": "characters",
    "setting": "settings",
}
"""What there are entries of, with the table each stands in."""

_TERM_KEYS = ("meaning", "forbidden", "description", "source")
"""What is told of a term; of others people tell what they like."""

_TABLES = {table: kind for kind, table in KINDS.items()}
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")

Fields = Mapping[str, "str | tuple[str, ...]"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the bible tells of.

    Attributes:
        kind: One of `KINDS`.
        name: What it is called.
        fields: What is told of it: ``meaning`` and ``forbidden`` of a term, and whatever
            people like to say of others.
    """

    kind: str
    name: str
    fields: Fields = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What it is found again by."""
        return f"{self.kind}/{self.name}"

    @property
    def meaning(self) -> str:
        """What is said of it, in one text."""
        told = self.fields.get("meaning") or self.fields.get("description") or ""
        return told if isinstance(told, str) else ", ".join(told)

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The words that it is not to be called."""
        told = self.fields.get("forbidden", ())
        return (told,) if isinstance(told, str) else told


@dataclass(frozen=True, slots=True)
class Bible:
    """A project's entries.

    Attributes:
        entries: In the order of the file.
        origin: The file; empty if there is none.
    """

    entries: tuple[Entry, ...] = ()
    origin: str = ""

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of a kind.

        Raises:
            UnknownNameError: If there is no such kind.
        """
        if kind not in KINDS:
            raise UnknownNameError("kind of entry", kind, KINDS)
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def get(self, identity: str) -> Entry:
        """Return an entry by its kind and name, ``term/cart``.

        Raises:
            UnknownNameError: If there is none.
        """
        for entry in self.entries:
            if entry.id == identity:
                return entry
        raise UnknownNameError("entry", identity, (e.id for e in self.entries), self.origin)

    @property
    def glossary(self) -> dict[str, str]:
        """The terms and what they mean."""
        return {term.name: term.meaning for term in self.of("term") if term.meaning}

    @property
    def forbidden(self) -> dict[str, str]:
        """Each word that is not to be used, with the one to use instead."""
        return {word: term.name for term in self.of("term") for word in term.forbidden}

    def with_entry(self, entry: Entry) -> Bible:
        """Return the bible with one entry more, or another in the place of its name."""
        others = tuple(each for each in self.entries if each.id != entry.id)
        return Bible((*others, entry), self.origin)

    def conflicts(self) -> tuple[str, ...]:
        """Return what contradicts itself, one line each."""
        return tuple(self._conflicts())

    def _conflicts(self) -> Iterator[str]:
        names: dict[tuple[str, str], str] = {}
        for entry in self.entries:
            other = names.setdefault((entry.kind, entry.name.casefold()), entry.name)
            if other != entry.name:
                yield f"{entry.kind} {entry.name!r} is also written {other!r}"
        terms = {term.name.casefold() for term in self.of("term")}
        owners: dict[str, str] = {}
        for term in self.of("term"):
            for word in term.forbidden:
                if word.casefold() in terms:
                    yield f"{word!r} is a term, and forbidden by {term.name!r}"
                other = owners.setdefault(word.casefold(), term.name)
                if other != term.name:
                    yield f"{word!r} is forbidden by {other!r} and by {term.name!r}"


EMPTY = Bible()


def parse(text: str, origin: str) -> Bible:
    """Return what a bible's text says.

    Raises:
        SettingError: If it is no TOML, or says something in a way that is not known.
    """
    try:
        tables = toml.parse(text)
    except ValueError as error:
        raise SettingError(f"is not TOML: {error}", origin) from None
    entries = []
    for table, told in tables.items():
        if table not in _TABLES:
            raise SettingError(str(UnknownNameError("table", table, _TABLES)), origin)
        if not isinstance(told, dict):
            raise SettingError(f"{table} is no table; write [{table}.NAME]", origin)
        entries += [_entry(_TABLES[table], name, said, origin) for name, said in told.items()]
    return Bible(tuple(entries), origin)


def read(project: Path) -> Bible:
    """Return a project's bible; an empty one where it has none.

    Raises:
        SettingError: If it cannot be read.
    """
    path = project / PLACE
    if not is_file(path):
        return Bible()
    try:
        return parse(read_bytes(path).decode("utf-8"), str(path))
    except (FileError, UnicodeDecodeError) as error:
        raise SettingError(f"cannot be read: {error}", str(path)) from error


def near(start: Path) -> Bible:
    """Return the bible that holds at a place: the nearest in the folders above it.

    Raises:
        SettingError: If it cannot be read.
    """
    folders = upwards(start)
    return next((read(folder) for folder in folders if is_file(folder / PLACE)), EMPTY)


def add(project: Path, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put entries at the end of a project's bible; those that are there stay as they are.

    Args:
        project: The project's folder.
        entries: The entries.

    Returns:
        Those that were put there.

    Raises:
        SettingError: If the bible that is there cannot be read.
        FileError: If it cannot be written, or stands outside of the project, links followed.
    """
    path = project / PLACE
    if not path.resolve().is_relative_to(project.resolve()):
        raise FileError(f"{path}: is outside of {project}; nothing is written there")
    known = {entry.id for entry in read(project).entries}
    new = tuple(entry for entry in entries if entry.id not in known)
    if not new:
        return ()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        create(path)
    before = read_bytes(path).decode("utf-8")
    parts = [before.rstrip("\n"), *(written(entry) for entry in new)]
    replace(path, ("\n\n".join(filter(None, parts)) + "\n").encode())
    return new


def written(entry: Entry) -> str:
    """Return an entry as TOML."""
    import json

    lines = [f"[{KINDS[entry.kind]}.{_key(entry.name)}]"]
    for name, told in entry.fields.items():
        value = told if isinstance(told, str) else list(told)
        lines.append(f"{_key(name)} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines)


def _entry(kind: str, name: str, said: Any, origin: str) -> Entry:
    if isinstance(said, str):
        return Entry(kind, name, {"meaning": said})
    where = f"{KINDS[kind]}.{name}"
    if not isinstance(said, dict):
        raise SettingError(f"{where} is {said!r}; give a text or a table", origin)
    fields: dict[str, str | tuple[str, ...]] = {}
    for key, value in said.items():
        if kind == "term" and key not in _TERM_KEYS:
            raise SettingError(f"{where}: {UnknownNameError('key', key, _TERM_KEYS)}", origin)
        if isinstance(value, str):
            fields[key] = value
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            fields[key] = tuple(value)
        else:
            raise SettingError(f"{where}.{key} is {value!r}; give a text or texts", origin)
    return Entry(kind, name, fields)


def _key(name: str) -> str:
    import json

    return name if _BARE.match(name) else json.dumps(name, ensure_ascii=False)

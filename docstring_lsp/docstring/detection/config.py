"""A configuration file as tables: TOML and INI, their keys spelled alike.

Takes a file's path and text; opens nothing and knows no tool. A file that is not what its name
says is told as such, and has no tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePath
from typing import Any


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration file.

    Attributes:
        path: Its path.
        text: Its text.
        tables: Its values by table and key, all keys in small letters with underscores; of an
            INI file the tables' names are whole, dots and colons included.
        trouble: Why it has no tables though it should, or an empty text.
    """

    path: str
    text: str
    tables: Mapping[str, Any] = field(default_factory=dict)
    trouble: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePath(self.path).name

    def table(self, name: str) -> Mapping[str, Any] | None:
        """Return a table: by its whole name, or one within the other by a dotted one."""
        if name in self.tables and isinstance(self.tables[name], Mapping):
            return self.tables[name]  # type: ignore[no-any-return]
        found: Any = self.tables
        for part in filter(None, name.split(".")):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found if isinstance(found, Mapping) else None

    def value(self, table: str, key: str) -> Any:
        """Return a value, or None if it is absent."""
        found = self.table(table)
        return None if found is None else found.get(_alike(key))

    def below(self, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Give a table and the tables within it, by their names."""
        found = self.table(table)
        if found is None:
            return
        yield table, found
        for name, inner in found.items():
            if isinstance(inner, Mapping):
                yield f"{table}.{name}", inner


def read(path: str, text: str) -> Config:
    """Return a configuration file with its tables, if it is of a kind that has some."""
    suffix = PurePath(path).suffix
    if suffix in {".yml", ".yaml", ".py", ".pyi", ".json"}:
        return Config(path, text)
    try:
        tables = _toml(text) if suffix == ".toml" else _ini(text)
    except ValueError as error:
        said = " ".join(str(error).split())
        kind = "TOML" if suffix == ".toml" else "INI"
        return Config(path, text, trouble=f"{path}: not valid {kind} ({said})")
    return Config(path, text, _spelled_alike(tables))


def _toml(text: str) -> Mapping[str, Any]:
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    tables: Mapping[str, Any] = tomllib.loads(text)
    return tables


def _ini(text: str) -> Mapping[str, Any]:
    from configparser import ConfigParser
    from configparser import Error as ConfigError

    parser = ConfigParser(interpolation=None, strict=False, allow_no_value=True)
    try:
        parser.read_string(text)
    except ConfigError as error:
        raise ValueError(str(error).replace("<string>", "it")) from None
    return {section: dict(parser[section]) for section in parser.sections()}


def _spelled_alike(tables: Mapping[str, Any]) -> dict[str, Any]:
    return {
        _alike(str(key)): _spelled_alike(value) if isinstance(value, Mapping) else value
        for key, value in tables.items()
    }


def _alike(key: str) -> str:
    return key.lower().replace("-", "_").replace(" ", "_")

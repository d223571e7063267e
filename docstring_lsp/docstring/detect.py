"""Tells a project's style: from its tools' files, else from a vote over its docstrings.

Takes the texts of configuration files, nearest folder first, and existing docstrings; opens no
file. A file that cannot be read is passed over. Knows styles by the names that tools give them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as ConfigError
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal

from docstring_lsp import registry

_STYLES = "docstring_lsp.docstring.styles"
_STYLES_GROUP = "docstring_lsp.styles"
_NOTHING = "nothing in the project says"
_DEFAULT_STYLE = "google"

_ALIASES = {
    "napoleon": "google",
    "numpydoc": "numpy",
    "rest": "sphinx",
    "restructuredtext": "sphinx",
    "sphinx-notypes": "sphinx",
    "epydoc": "epytext",
}
"""What tools call the styles, where that is not the style's own name. ``pep257`` as a
convention says nothing about sections, so it is not taken."""

_TOML_STYLES = (
    ("tool.ruff.lint.pydocstyle", "convention"),
    ("tool.ruff.pydocstyle", "convention"),
    ("lint.pydocstyle", "convention"),
    ("pydocstyle", "convention"),
    ("tool.pydocstyle", "convention"),
    ("tool.pydoclint", "style"),
    ("tool.pylint.parameter_documentation", "default-docstring-type"),
    ("tool.pydoctor", "docformat"),
    ("tool.pymend", "output-style"),
    ("tool.doq", "formatter"),
    ("tool.docformatter", "style"),
    ("tool.format_docstring", "docstring_style"),
)
_INI_STYLES = (
    ("pydocstyle", "convention"),
    ("pep257", "convention"),
    ("flake8", "docstring-convention"),
    ("flake8", "style"),
    ("darglint", "docstring_style"),
)
_TOML_WIDTHS = (
    ("tool.ruff.lint.pycodestyle", "max-doc-length"),
    ("tool.ruff", "line-length"),
    ("", "line-length"),
    ("tool.black", "line-length"),
)
_INI_WIDTHS = (
    ("flake8", "max-doc-length"),
    ("flake8", "max-line-length"),
    ("pycodestyle", "max-line-length"),
)
_LOOSE = {
    "mkdocs.yml": re.compile(r"docstring_style:\s*[\"']?(\w+)"),
    "conf.py": re.compile(r"^extensions\b[^\]]*[\"'](numpydoc)[\"']", re.MULTILINE),
    ".pre-commit-config.yaml": re.compile(
        r"--(?:convention|style|docstring-convention)[=\s\"',]+(\w+)"
    ),
    ".vscode/settings.json": re.compile(r"\"autoDocstring\.docstringFormat\"\s*:\s*\"([\w-]+)\""),
}
"""Files in which one line is looked for; nothing in them is run."""

CONFIG_FILES: tuple[str, ...] = (
    ".ruff.toml",
    "ruff.toml",
    "pyproject.toml",
    "setup.cfg",
    "tox.ini",
    ".flake8",
    ".pydocstyle",
    ".pydocstyle.ini",
    ".pydocstylerc",
    ".pydocstylerc.ini",
    ".pep257",
    "mkdocs.yml",
    "docs/conf.py",
    "doc/conf.py",
    "conf.py",
    ".pre-commit-config.yaml",
    ".vscode/settings.json",
)
"""What is looked at in each folder, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What a project's files tell of its docstrings, each with its reason.

    Attributes:
        style: The name of the style.
        reason: Why.
        types: Whether types are repeated, or None where nothing says.
        types_reason: Why.
        init: Where ``__init__`` is documented, or None where nothing says.
        init_reason: Why.
        line_length: The column no line goes past, or None where nothing says.
        line_length_reason: Why.
    """

    style: str
    reason: str
    types: bool | None = None
    types_reason: str = _NOTHING
    init: Literal["class", "init"] | None = None
    init_reason: str = _NOTHING
    line_length: int | None = None
    line_length_reason: str = _NOTHING


@dataclass(frozen=True, slots=True)
class _Config:
    path: str
    text: str
    tables: Mapping[str, Any]

    def value(self, table: str, key: str) -> Any:
        """Return a value, its key spelled with dashes or underscores; None if it is absent."""
        found: Any = self.tables
        for part in filter(None, table.split(".")):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, Mapping):
            return None
        return found.get(key, found.get(key.replace("-", "_")))


def detect(configs: Mapping[str, str], docstrings: Iterable[str]) -> Detection:
    """Return what a project's files tell of its docstrings.

    Args:
        configs: The texts of its configuration files by their paths, the nearest folder first.
        docstrings: Texts of docstrings that exist; read only where no file names a style.
    """
    read = [_read(path, text) for path, text in configs.items()]
    style, reason = _first(read, _style_of) or _vote(docstrings) or (_DEFAULT_STYLE, _NOTHING)
    types, types_reason = _first(read, _types_of) or (None, _NOTHING)
    init, init_reason = _first(read, _init_of) or (None, _NOTHING)
    width, width_reason = _first(read, _width_of) or (None, _NOTHING)
    return Detection(
        style=style,
        reason=reason,
        types=types,
        types_reason=types_reason,
        init=init,
        init_reason=init_reason,
        line_length=width,
        line_length_reason=width_reason,
    )


def _first(
    configs: Iterable[_Config], told: Callable[[_Config], tuple[Any, str] | None]
) -> tuple[Any, str] | None:
    for config in configs:
        found = told(config)
        if found is not None:
            return found[0], f"{found[1]} in {config.path}"
    return None


def _style_of(config: _Config) -> tuple[str, str] | None:
    for table, key in (*_TOML_STYLES, *_INI_STYLES):
        style = _known(config.value(table, key))
        if style:
            return style, f"{f'{table}.{key}'} names it"
    if isinstance(config.value("tool", "numpydoc_validation"), Mapping):
        return _ALIASES["numpydoc"], "tool.numpydoc_validation stands"
    for name, pattern in _LOOSE.items():
        found = pattern.search(config.text) if config.path.endswith(name) else None
        style = _known(found.group(1)) if found else None
        if found and style:
            return style, f"{' '.join(found.group().split())[:60]!r} names it"
    return None


def _known(value: object) -> str | None:
    if not isinstance(value, str) or value.lower() == "pep257":
        return None
    name = _ALIASES.get(value.lower(), value.lower())
    return name if name in registry.names(_STYLES, _STYLES_GROUP) else None


def _types_of(config: _Config) -> tuple[bool, str] | None:
    key = "arg-type-hints-in-docstring"
    for table in ("tool.pydoclint", "flake8"):
        flag = _flag(config.value(table, key))
        if flag is not None:
            return flag, f"{table}.{key}"
    return None


def _init_of(config: _Config) -> tuple[str, str] | None:
    key = "allow-init-docstring"
    for table in ("tool.pydoclint", "flake8"):
        flag = _flag(config.value(table, key))
        if flag is not None:
            return ("init" if flag else "class"), f"{table}.{key}"
    return None


def _width_of(config: _Config) -> tuple[int, str] | None:
    for table, key in (*_TOML_WIDTHS, *_INI_WIDTHS):
        value = config.value(table, key)
        if str(value).isdecimal() and 20 <= int(value) <= 320:
            return int(value), f"{f'{table}.{key}'.lstrip('.')}"
    return None


def _flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).lower())


def _read(path: str, text: str) -> _Config:
    suffix = PurePath(path).suffix
    if suffix == ".toml":
        return _Config(path, text, _toml(text))
    if suffix in {".yml", ".yaml", ".py", ".json"}:
        return _Config(path, text, {})
    return _Config(path, text, _ini(text))


def _toml(text: str) -> Mapping[str, Any]:
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        tables: Mapping[str, Any] = tomllib.loads(text)
    except ValueError:
        return {}
    return tables


def _ini(text: str) -> Mapping[str, Any]:
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except ConfigError:
        return {}
    return {section: dict(parser[section]) for section in parser.sections()}


def _vote(docstrings: Iterable[str]) -> tuple[str, str] | None:
    votes = dict.fromkeys(registry.names(_STYLES, _STYLES_GROUP), 0)
    for winner in filter(None, map(_marked, docstrings)):
        votes[winner] += 1
    style, most = max(votes.items(), key=lambda vote: vote[1])
    if not most:
        return None
    return style, f"{most} of {sum(votes.values())} docstrings with sections are in it"


def _marked(text: str) -> str | None:
    counts = {name: marks for name, marks in _marks(text) if marks}
    return max(counts, key=lambda name: counts[name]) if counts else None


def _marks(text: str) -> Iterator[tuple[str, int]]:
    for name in registry.names(_STYLES, _STYLES_GROUP):
        style = registry.load(_STYLES, name, "STYLE", kind="style", group=_STYLES_GROUP)
        yield name, style.marks(text)

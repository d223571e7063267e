"""Tells a project's style: from its tools' files, else from a vote over its docstrings.

Takes the texts of configuration files, nearest folder first, and existing docstrings; opens no
file. A file that cannot be read is passed over, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from docstring_lsp import registry
from docstring_lsp.docstring.detection import places
from docstring_lsp.docstring.detection.config import Config, read
from docstring_lsp.docstring.detection.vote import Existing, Vote, vote
from docstring_lsp.docstring.style import Style

_STYLES = "docstring_lsp.docstring.styles"
_STYLES_GROUP = "docstring_lsp.styles"
_NOTHING = "nothing in the project says"
_DEFAULT_STYLE = "google"

CONFIG_FILES = places.FILES
"""What is looked at in each folder, the most telling first."""

_ALIASES = {
    "napoleon": "google",
    "numpydoc": "numpy",
    "rest": "sphinx",
    "restructuredtext": "sphinx",
    "one-line-sphinx": "sphinx",
    "epydoc": "epytext",
}
"""What tools call the styles, where that is not the style's own name. ``pep257`` as a
convention says nothing about sections, so it is not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What a project's files tell of its docstrings, each with its reason.

    Attributes:
        style: The name of the style.
        reason: Why.
        is_told: Whether a file says the style, and it is not only guessed.
        types: Whether types are repeated, or None where nothing says.
        types_reason: Why.
        init: Where ``__init__`` is documented, or None where nothing says.
        init_reason: Why.
        line_length: The column no line goes past, or None where nothing says.
        line_length_reason: Why.
        passed_over: One line for each file that could not be read.
    """

    style: str
    reason: str
    is_told: bool = False
    types: bool | None = None
    types_reason: str = _NOTHING
    init: Literal["class", "init"] | None = None
    init_reason: str = _NOTHING
    line_length: int | None = None
    line_length_reason: str = _NOTHING
    passed_over: tuple[str, ...] = ()


def detect(configs: Mapping[str, str], docstrings: Iterable[Existing | str]) -> Detection:
    """Return what a project's files tell of its docstrings.

    Args:
        configs: The texts of its configuration files by their paths, the nearest folder first.
        docstrings: Docstrings that exist; they are asked for what no file says.
    """
    files = [read(path, text) for path, text in configs.items()]
    style = _first(files, _style_of)
    types, init = _first(files, places.types), _first(files, places.init)
    is_told = style is not None
    voted = Vote()
    if style is None or types is None or init is None:
        existing = (Existing(each) if isinstance(each, str) else each for each in docstrings)
        voted = vote(existing, _styles, style[0] if style else None)
    style = style or voted.style or (_DEFAULT_STYLE, _NOTHING)
    types = types or voted.types or (None, _NOTHING)
    init = init or voted.init or (None, _NOTHING)
    width = _first(files, places.width) or (None, _NOTHING)
    return Detection(
        style=style[0],
        reason=style[1],
        is_told=is_told,
        types=types[0],
        types_reason=types[1],
        init=init[0],
        init_reason=init[1],
        line_length=width[0],
        line_length_reason=width[1],
        passed_over=tuple(config.trouble for config in files if config.trouble),
    )


def _first(
    configs: Iterable[Config], told: Callable[[Config], tuple[Any, str] | None]
) -> tuple[Any, str] | None:
    for config in configs:
        found = told(config)
        if found is not None:
            return found[0], f"{found[1]} in {config.path}"
    return None


def _style_of(config: Config) -> tuple[str, str] | None:
    for value, reason in places.styles(config):
        called = value.lower().removesuffix("-notypes")
        name = _ALIASES.get(called, called)
        if called != "pep257" and name in registry.names(_STYLES, _STYLES_GROUP):
            return name, reason
    return None


def _styles() -> list[Style]:
    return [
        registry.load(_STYLES, name, "STYLE", kind="style", group=_STYLES_GROUP)
        for name in registry.names(_STYLES, _STYLES_GROUP)
    ]

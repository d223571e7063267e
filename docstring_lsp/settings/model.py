"""Every setting with its default, and the settings that hold at a place with their origins.

Values only: reads nothing. Knows no style, no provider and no Python syntax.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

DEFAULT_EXCLUDE = (
    ".direnv",
    ".eggs",
    ".git",
    ".hg",
    ".ipynb_checkpoints",
    ".jj",
    ".mypy_cache",
    ".nox",
    ".pyenv",
    ".pytest_cache",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
"""What is left out unless ``exclude`` says otherwise: what tools make, not people."""

_USER_SCOPE = {"scope": "user"}
_NARROWS = {"scope": "narrow"}
"""Of a switch that anybody may turn on, and the user alone may turn off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the user has set for one provider.

    Attributes:
        base_url: Its address, in place of the vendor's.
        model: The model that is asked.
        headers: Further headers, which may be secret.
    """

    base_url: str = ""
    model: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    r"""Every setting with its default. Frozen; made by `load`.

    Attributes:
        style: The name of a style, or ``auto`` for the one the project already has.
        line_length: The column no docstring line goes past; None for the project's own.
        types: Whether types are repeated in docstrings; None for the project's habit.
        defaults: Whether defaults are repeated in docstrings.
        escape_stars: Whether ``*args`` is written ``\*args``.
        init: Where ``__init__``'s parameters are documented; None for the project's habit.
        include_private: Whether private definitions are asked for a docstring.
        include_tests: Whether tests are.
        include_magic: Whether methods such as ``__len__`` are.
        include_nested: Whether definitions inside functions are.
        skip_short: Functions of at most so many lines of code are not.
        exclude: Patterns, as in a .gitignore, of what is left out.
        extend_exclude: Patterns of what is left out beside ``exclude``; those of all places
            add up.
        force_exclude: Whether the patterns also hold for files named one by one.
        respect_gitignore: Whether what .gitignore names is left out.
        select: The rules that are asked: codes, or what they start with; ``ALL`` for every one.
        extend_select: Rules that are asked beside these; those of all places add up.
        ignore: Rules that are not asked.
        per_file_ignores: Rules that are not asked of the files that a pattern names.
        fail_under: The percentage of definitions with a docstring below which a check fails.
        provider: The name of the provider that writes the prose; ``auto`` for the best of
            those that are set up.
        model: The model that it is asked for; empty for the provider's own.
        fallback: The provider that joins when that one is slow and follows when it fails;
            ``auto`` for the best of the others that are set up, empty for none.
        offline: Whether nothing may leave this machine. A project may say so, too.
        timeout: The seconds one provider may take, all of its tries together.
        max_retries: How often what may pass is asked again.
        parallel_attempts: How many providers may be asked for one docstring, the first included.
        concurrency: How many definitions a provider is asked about at the same time.
        race_delay: The seconds after which the fallback joins; ``auto`` for twice the usual
            time of the first, ``off`` to wait for its error.
        cache: Whether answers are kept.
        cache_ttl: The seconds they are kept.
        cache_url: A team's shared cache, ``rediss://HOST/0``; empty for one on this machine.
        max_cost: The US dollars one run may cost; None for no bound.
        daily_budget: The US dollars a day may cost; None for no bound.
        providers: What is set for single providers, by name.
    """

    style: str = "auto"
    line_length: int | None = field(default=None, metadata={"limits": {"ge": 20, "le": 320}})
    types: bool | None = None
    defaults: bool = True
    escape_stars: bool = False
    init: Literal["class", "init"] | None = None
    include_private: bool = False
    include_tests: bool = False
    include_magic: bool = False
    include_nested: bool = False
    skip_short: int = field(default=0, metadata={"limits": {"ge": 0}})
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = field(default=(), metadata={"adds_up": True})
    force_exclude: bool = False
    respect_gitignore: bool = True
    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = field(default=(), metadata={"adds_up": True})
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_under: float = field(default=0.0, metadata={"limits": {"ge": 0, "le": 100}})
    provider: str = field(default="static", metadata=_USER_SCOPE)
    model: str = field(default="", metadata=_USER_SCOPE)
    fallback: str = field(default="", metadata=_USER_SCOPE)
    offline: bool = field(default=False, metadata=_NARROWS)
    timeout: float = field(default=30.0, metadata={**_USER_SCOPE, "limits": {"gt": 0}})
    max_retries: int = field(default=3, metadata={**_USER_SCOPE, "limits": {"ge": 0, "le": 20}})
    parallel_attempts: int = field(
        default=2, metadata={**_USER_SCOPE, "limits": {"ge": 1, "le": 8}}
    )
    concurrency: int = field(default=4, metadata={**_USER_SCOPE, "limits": {"ge": 1, "le": 64}})
    race_delay: float | Literal["auto", "off"] = field(default="auto", metadata=_USER_SCOPE)
    cache: bool = field(default=True, metadata=_USER_SCOPE)
    cache_ttl: int = field(default=30 * 86_400, metadata={**_USER_SCOPE, "limits": {"ge": 0}})
    cache_url: str = field(default="", metadata=_USER_SCOPE)
    max_cost: float | None = field(default=None, metadata={**_USER_SCOPE, "limits": {"ge": 0}})
    daily_budget: float | None = field(default=None, metadata={**_USER_SCOPE, "limits": {"ge": 0}})
    providers: Mapping[str, Endpoint] = field(default_factory=dict, metadata=_USER_SCOPE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The settings that hold at a place.

    Attributes:
        settings: The settings.
        origins: Where each setting that is not a default was read, by its field's name.
        root: The folder of the project's file, against which its patterns are read.
        warnings: One line for each editor setting that was passed over.
    """

    settings: Settings = field(default_factory=Settings)
    origins: Mapping[str, str] = field(default_factory=dict)
    root: Path | None = None
    warnings: tuple[str, ...] = ()

    def origin(self, name: str) -> str:
        """Return where a setting was read: a file's path, ``command line``, ``default``."""
        return self.origins.get(name, "default")


def user_scope() -> frozenset[str]:
    """Return the names of the settings that only the user's own places may set."""
    return frozenset(f.name for f in fields(Settings) if f.metadata.get("scope") == "user")


def narrowing() -> frozenset[str]:
    """Return the names of the switches that a project may turn on and never off."""
    return frozenset(f.name for f in fields(Settings) if f.metadata.get("scope") == "narrow")


def personal(settings: Settings) -> Settings:
    """Return what of the settings says who is asked and how, all else as by default."""
    names = user_scope() | narrowing()
    return Settings(**{name: getattr(settings, name) for name in names})


def kebab(name: str) -> str:
    """Return a field's name as files spell it."""
    return name.replace("_", "-")


def camel(name: str) -> str:
    """Return a field's name as editors spell it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

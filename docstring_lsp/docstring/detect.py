"""Tells a project's style: from its tools' files, else from a vote over its docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

CONFIG_FILES: tuple[str, ...] = ("pyproject.toml",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What a project's files tell of its docstrings, each with its reason."""

    style: str
    reason: str
    types: bool | None = None
    types_reason: str = "nothing in the project says"
    init: Literal["class", "init"] | None = None
    init_reason: str = "nothing in the project says"
    line_length: int | None = None
    line_length_reason: str = "nothing in the project says"


def detect(configs: Mapping[str, str], docstrings: Iterable[str]) -> Detection:
    """Return what is told of the project's docstrings."""
    return Detection(style="google", reason="nothing in the project says")

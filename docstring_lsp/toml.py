"""TOML: a text in, a table out, by the interpreter's own reader or the one that came before it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def parse(text: str) -> dict[str, Any]:
    """Return the table that a text says.

    Raises:
        ValueError: If it is not TOML; says what is wrong, and where.
    """
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    parsed: dict[str, Any] = tomllib.loads(text)
    return parsed

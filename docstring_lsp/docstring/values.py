"""Values as docstrings quote them, held against those in the code.

Takes and gives texts of literals; knows no docstring.
"""

from __future__ import annotations

import re
from ast import literal_eval

LITERAL = (
    r"""None|True|False|[-+]?\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?|'[^'`\n]*'|"[^"`\n]*\"|"""
    r"""\(\)|\[\]|\{\}"""
)
"""The literals that are compared."""

_STANDS_FOR_NONE = frozenset(
    {"deprecated", "warn", "no_default", "not_given", "not_set", "sentinel", "unset"}
)
"""Values that only tell whether an argument is given; what holds without it is what is told."""


def another_value(written: str, expected: str) -> bool:
    """Return whether two literals have different values, and both are to be compared.

    A default of None most often stands for one that is computed, and one like ``"deprecated"``
    for another; neither is compared.

    Args:
        written: The docstring's.
        expected: The code's.
    """
    if expected == "None" or not all(map(_WHOLE.fullmatch, (written.strip(), expected))):
        return False
    try:
        told, true = literal_eval(written.strip()), literal_eval(expected)
    except (ValueError, SyntaxError):
        return False
    if isinstance(true, str) and true.strip("_").lower() in _STANDS_FOR_NONE:
        return False
    return bool(told != true)


def spelled_like(written: str, value: str) -> str:
    """Return a literal in the quotes that another has, where it can have them.

    Args:
        written: The docstring's.
        value: The code's.
    """
    quote = written[:1]
    if quote not in ("'", '"') or value[:1] not in ("'", '"') or quote in value[1:-1]:
        return value
    return value if "\\" in value else f"{quote}{value[1:-1]}{quote}"


_WHOLE = re.compile(LITERAL)

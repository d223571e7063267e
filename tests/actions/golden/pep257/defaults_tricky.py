"""Defaults tricky: `slices`, `strings`, and 3 more."""

import re
from math import inf, pi


def slices(text, at=":", pairs={"a": (1, 2), "b": [3]}, *, end=")", hash_="#"):
    """Return the slices."""
    return text[at:end] + hash_


def strings(a="class B:", b='def c():', d="""three "quotes" inside""", e=r"\d:\s", f=b"\x00"):
    """Return the strings."""
    return a, b, d, e, f


def choices(fast=True if pi > 3 else False, key=lambda item: item[0], *rest, limit=-inf, step=~1):
    """Yield the choices."""
    yield from sorted(rest, key=key)


def calls(
    pattern=re.compile(r"[(:#]", re.I | re.M),
    table=dict(a=1, b=[x for x in range(3)]),
    window=slice(None, -1),
    dots=...,
    empty=(),
    one=(1,),
    text=(
        "first "  # not a comment of the default
        "second"
    ),
    nothing=None,
):
    """Return the calls."""
    return pattern, table, window, dots, empty, one, text, nothing


def multi_line(
    options={
        "depth": 3,
        "names": [
            "a",
            "b",
        ],
    },
    point=(
        1,
    ),
    lines="""one
two""",
):
    """Return the multi line."""
    return options, point, lines

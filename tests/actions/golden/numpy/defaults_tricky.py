"""Defaults tricky: `slices`, `strings`, and 3 more."""

import re
from math import inf, pi


def slices(text, at=":", pairs={"a": (1, 2), "b": [3]}, *, end=")", hash_="#"):
    """Return the slices.

    Parameters
    ----------
    text : Any
        The text.
    at : str, default=":"
        The value `at`.
    pairs : dict, default={"a": (1, 2), "b": [3]}
        The pairs.
    end : str, default=")"
        The end.
    hash_ : str, default="#"
        The hash.

    Returns
    -------
    Any
        The slices.
    """
    return text[at:end] + hash_


def strings(a="class B:", b='def c():', d="""three "quotes" inside""", e=r"\d:\s", f=b"\x00"):
    """Return the strings.

    Parameters
    ----------
    a : str, default="class B:"
        The value `a`.
    b : str, default='def c():'
        The value `b`.
    d : str, default=\"\"\"three "quotes" inside\"\"\"
        The value `d`.
    e : str, default=r"\\d:\\s"
        The value `e`.
    f : bytes, default=b"\\x00"
        The value `f`.

    Returns
    -------
    tuple
        The strings.
    """
    return a, b, d, e, f


def choices(fast=True if pi > 3 else False, key=lambda item: item[0], *rest, limit=-inf, step=~1):
    """Yield the choices.

    Parameters
    ----------
    fast : Any, default=True if pi > 3 else False
        The value of `fast`.
    key : Any, default=lambda item: item[0]
        The key, passed to `sorted`.
    *rest : Any
        Positional arguments to sort.
    limit : Any, default=-inf
        The limit.
    step : Any, default=~1
        The step.

    Yields
    ------
    Any
        The next choice.
    """
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
    """Return the calls.

    Parameters
    ----------
    pattern : Any, default=re.compile(r"[(:#]", re.I | re.M)
        The pattern.
    table : Any, default=dict(a=1, b=[x for x in range(3)])
        The table.
    window : Any, default=slice(None, -1)
        The window.
    dots : Any, optional
        The dots.
    empty : tuple, default=()
        The value of `empty`.
    one : tuple, default=(1,)
        The value of `one`.
    text : str, default=("first " "second")
        The text.
    nothing : Any, default=None
        The value of `nothing`, or None.

    Returns
    -------
    tuple
        The calls.
    """
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
    """Return the multi line.

    Parameters
    ----------
    options : dict, default={"depth": 3, "names": ["a", "b"]}
        The options.
    point : tuple, default=(1,)
        The point.
    lines : str, default=\"\"\"one\\ntwo\"\"\"
        The lines.

    Returns
    -------
    tuple
        The multi line.
    """
    return options, point, lines

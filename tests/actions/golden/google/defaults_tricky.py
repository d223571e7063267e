"""Defaults tricky: `slices`, `strings`, and 3 more."""

import re
from math import inf, pi


def slices(text, at=":", pairs={"a": (1, 2), "b": [3]}, *, end=")", hash_="#"):
    """Return the slices.

    Args:
        text: The text.
        at (str, optional): The value `at`. Defaults to ":".
        pairs (dict, optional): The pairs. Defaults to {"a": (1, 2), "b": [3]}.
        end (str, optional): The end. Defaults to ")".
        hash_ (str, optional): The hash. Defaults to "#".

    Returns:
        The slices.
    """
    return text[at:end] + hash_


def strings(a="class B:", b='def c():', d="""three "quotes" inside""", e=r"\d:\s", f=b"\x00"):
    """Return the strings.

    Args:
        a (str, optional): The value `a`. Defaults to "class B:".
        b (str, optional): The value `b`. Defaults to 'def c():'.
        d (str, optional): The value `d`. Defaults to \"\"\"three "quotes" inside\"\"\".
        e (str, optional): The value `e`. Defaults to r"\\d:\\s".
        f (bytes, optional): The value `f`. Defaults to b"\\x00".

    Returns:
        tuple: The strings.
    """
    return a, b, d, e, f


def choices(fast=True if pi > 3 else False, key=lambda item: item[0], *rest, limit=-inf, step=~1):
    """Yield the choices.

    Args:
        fast: The value of `fast`. Defaults to True if pi > 3 else False.
        key: The key, passed to `sorted`. Defaults to lambda item: item[0].
        *rest: Positional arguments to sort.
        limit: The limit. Defaults to -inf.
        step: The step. Defaults to ~1.

    Yields:
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

    Args:
        pattern: The pattern. Defaults to re.compile(r"[(:#]", re.I | re.M).
        table: The table. Defaults to dict(a=1, b=[x for x in range(3)]).
        window: The window. Defaults to slice(None, -1).
        dots: The dots.
        empty (tuple, optional): The value of `empty`. Defaults to ().
        one (tuple, optional): The value of `one`. Defaults to (1,).
        text (str, optional): The text. Defaults to ("first " "second").
        nothing: The value of `nothing`, or None. Defaults to None.

    Returns:
        tuple: The calls.
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

    Args:
        options (dict, optional): The options. Defaults to
            {"depth": 3, "names": ["a", "b"]}.
        point (tuple, optional): The point. Defaults to (1,).
        lines (str, optional): The lines. Defaults to \"\"\"one\\ntwo\"\"\".

    Returns:
        tuple: The multi line.
    """
    return options, point, lines

"""Defaults tricky: `slices`, `strings`, and 3 more."""

import re
from math import inf, pi


def slices(text, at=":", pairs={"a": (1, 2), "b": [3]}, *, end=")", hash_="#"):
    """Return the slices.

    Takes `text` (the text), `at` (the value `at`; default ":"), `pairs` (the pairs;
    default {"a": (1, 2), "b": [3]}), `end` (the end; default ")") and `hash_` (the
    hash; default "#").
    """
    return text[at:end] + hash_


def strings(a="class B:", b='def c():', d="""three "quotes" inside""", e=r"\d:\s", f=b"\x00"):
    """Return the strings.

    Takes `a` (the value `a`; default "class B:"), `b` (the value `b`; default
    'def c():'), `d` (the value `d`; default \"\"\"three "quotes" inside\"\"\"), `e` (the
    value `e`; default r"\\d:\\s") and `f` (the value `f`; default b"\\x00").
    """
    return a, b, d, e, f


def choices(fast=True if pi > 3 else False, key=lambda item: item[0], *rest, limit=-inf, step=~1):
    """Yield the choices.

    Takes `fast` (the value of `fast`; default True if pi > 3 else False), `key` (the
    key, passed to `sorted`; default lambda item: item[0]), `*rest` (positional
    arguments to sort), `limit` (the limit; default -inf) and `step` (the step; default
    ~1). Yields the next choice.
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

    Takes `pattern` (the pattern; default re.compile(r"[(:#]", re.I | re.M)), `table`
    (the table; default dict(a=1, b=[x for x in range(3)])), `window` (the window;
    default slice(None, -1)), `dots` (the dots; optional), `empty` (the value of
    `empty`; default ()), `one` (the value of `one`; default (1,)), `text` (the text;
    default ("first " "second")) and `nothing` (the value of `nothing`, or None; default
    None).
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

    Takes `options` (the options; default {"depth": 3, "names": ["a", "b"]}), `point`
    (the point; default (1,)) and `lines` (the lines; default \"\"\"one\\ntwo\"\"\").
    """
    return options, point, lines

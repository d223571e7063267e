"""Defaults tricky: ``slices``, ``strings``, and 3 more."""

import re
from math import inf, pi


def slices(text, at=":", pairs={"a": (1, 2), "b": [3]}, *, end=")", hash_="#"):
    """Return the slices.

    :param text: The text.
    :param at: The value ``at``. Defaults to ``":"``.
    :type at: str
    :param pairs: The pairs. Defaults to ``{"a": (1, 2), "b": [3]}``.
    :type pairs: dict
    :param end: The end. Defaults to ``")"``.
    :type end: str
    :param hash_: The hash. Defaults to ``"#"``.
    :type hash_: str
    :returns: The slices.
    """
    return text[at:end] + hash_


def strings(a="class B:", b='def c():', d="""three "quotes" inside""", e=r"\d:\s", f=b"\x00"):
    """Return the strings.

    :param a: The value ``a``. Defaults to ``"class B:"``.
    :type a: str
    :param b: The value ``b``. Defaults to ``'def c():'``.
    :type b: str
    :param d: The value ``d``. Defaults to ``\"\"\"three "quotes" inside\"\"\"``.
    :type d: str
    :param e: The value ``e``. Defaults to ``r"\\d:\\s"``.
    :type e: str
    :param f: The value ``f``. Defaults to ``b"\\x00"``.
    :type f: bytes
    :returns: The strings.
    :rtype: tuple
    """
    return a, b, d, e, f


def choices(fast=True if pi > 3 else False, key=lambda item: item[0], *rest, limit=-inf, step=~1):
    """Yield the choices.

    :param fast: The value of ``fast``. Defaults to ``True if pi > 3 else False``.
    :param key: The key, passed to ``sorted``. Defaults to ``lambda item: item[0]``.
    :param *rest: Positional arguments to sort.
    :param limit: The limit. Defaults to ``-inf``.
    :param step: The step. Defaults to ``~1``.
    :yields: The next choice.
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

    :param pattern: The pattern. Defaults to ``re.compile(r"[(:#]", re.I | re.M)``.
    :param table: The table. Defaults to ``dict(a=1, b=[x for x in range(3)])``.
    :param window: The window. Defaults to ``slice(None, -1)``.
    :param dots: The dots.
    :param empty: The value of ``empty``. Defaults to ``()``.
    :type empty: tuple
    :param one: The value of ``one``. Defaults to ``(1,)``.
    :type one: tuple
    :param text: The text. Defaults to ``("first " "second")``.
    :type text: str
    :param nothing: The value of ``nothing``, or None. Defaults to ``None``.
    :returns: The calls.
    :rtype: tuple
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

    :param options: The options. Defaults to ``{"depth": 3, "names": ["a", "b"]}``.
    :type options: dict
    :param point: The point. Defaults to ``(1,)``.
    :type point: tuple
    :param lines: The lines. Defaults to ``\"\"\"one\\ntwo\"\"\"``.
    :type lines: str
    :returns: The multi line.
    :rtype: tuple
    """
    return options, point, lines

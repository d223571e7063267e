"""Annotations: `send`, `merge`, and 2 more.

Defines `P` (a `ParamSpec`) and `T` (a `TypeVar`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Concatenate, Literal, Optional, ParamSpec, TypeVar, Union

P = ParamSpec("P")
T = TypeVar("T")


def send(
    host: str,
    mode: Literal["fast", 'safe', "a: b, c"] = "fast",
    size: Annotated[int, "in bytes", Limit(max=10)] = 1,
    peers: "list[Peer]" = [],
    parent: Optional["Node"] = None,
    level: int | None = None,
    hook: "Callable[[int, 'Node'], None] | None" = None,
    kind: make_type("int, str") = 3,
) -> "dict[str, Peer]":
    """Send the host.

    Takes `host` (the host to send), `mode` (the mode, `'fast'`, `'safe'`, or
    `'a: b, c'`; default "fast"), `size` (the size, an integer; default 1), `peers` (the
    peers, a list of `Peer` instances; default []), `parent` (the parent, a `Node`, or
    None; default None), `level` (the level, an integer, or None; default None), `hook`
    (the hook, a callable, or None; default None) and `kind` (the kind; default 3).
    Returns a dictionary of strings to `Peer` instances.
    """
    return {}


def merge(
    left: Union[
        int,  # counts
        str,
        "Node",
    ],
    right: (
        int
        | str
    ) = 0,
    only: tuple[
        int,
    ] = (0,),
) -> tuple[
    int,
    str,
]:
    """Merge the left.

    Takes `left` (the left to merge), `right` (the right, an integer or a string;
    default 0) and `only` (the value of `only`, a tuple of an integer; default (0,)).
    Returns a tuple of an integer and a string.
    """
    return 0, ""


def logged(function: Callable[Concatenate[str, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return the logged function.

    Takes `function` (the function to call), `*args` (positional arguments passed to
    `function`) and `**kwargs` (keyword arguments passed to `function`). Returns a value
    of type `T`.
    """
    return function("", *args, **kwargs)


def spread(*parts: *tuple[int, ...], **options: Any) -> Literal["left", "right"]:
    """Return the spread.

    Takes `*parts` (the parts as positional arguments) and `**options` (the options as
    keyword arguments). Always returns `"left"`.
    """
    return "left"

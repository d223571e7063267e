"""Annotations: `send`, `merge`, and 2 more.

Attributes
----------
P : Any
    A `ParamSpec`.
T : Any
    A `TypeVar`.
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

    Parameters
    ----------
    host : str
        The host to send.
    mode : Literal["fast", 'safe', "a: b, c"], default="fast"
        The mode, `'fast'`, `'safe'`, or `'a: b, c'`.
    size : Annotated[int, "in bytes", Limit(max=10)], default=1
        The size, an integer.
    peers : list[Peer], default=[]
        The peers, a list of `Peer` instances.
    parent : Optional[Node], default=None
        The parent, a `Node`, or None.
    level : int | None, default=None
        The level, an integer, or None.
    hook : Callable[[int, Node], None] | None, default=None
        The hook, a callable, or None.
    kind : make_type("int, str"), default=3
        The kind.

    Returns
    -------
    dict[str, Peer]
        A dictionary of strings to `Peer` instances.
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

    Parameters
    ----------
    left : Union[int, str, Node]
        The left to merge.
    right : int | str, default=0
        The right, an integer or a string.
    only : tuple[int,], default=(0,)
        The value of `only`, a tuple of an integer.

    Returns
    -------
    tuple[int, str]
        A tuple of an integer and a string.
    """
    return 0, ""


def logged(function: Callable[Concatenate[str, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return the logged function.

    Parameters
    ----------
    function : Callable[Concatenate[str, P], T]
        The function to call.
    *args : P.args
        Positional arguments passed to `function`.
    **kwargs : P.kwargs
        Keyword arguments passed to `function`.

    Returns
    -------
    T
        A value of type `T`.
    """
    return function("", *args, **kwargs)


def spread(*parts: *tuple[int, ...], **options: Any) -> Literal["left", "right"]:
    """Return the spread.

    Parameters
    ----------
    *parts : *tuple[int, ...]
        The parts as positional arguments.
    **options : Any
        The options as keyword arguments.

    Returns
    -------
    Literal["left", "right"]
        Always `"left"`.
    """
    return "left"

"""Annotations: C{send}, C{merge}, and 2 more.

@var P: A C{ParamSpec}.
@var T: A C{TypeVar}.
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

    @param host: The host to send.
    @type host: str
    @param mode: The mode, C{'fast'}, C{'safe'}, or C{'a: b, c'}. Defaults to C{"fast"}.
    @type mode: Literal["fast", 'safe', "a: b, c"]
    @param size: The size, an integer. Defaults to C{1}.
    @type size: Annotated[int, "in bytes", Limit(max=10)]
    @param peers: The peers, a list of C{Peer} instances. Defaults to C{[]}.
    @type peers: list[Peer]
    @param parent: The parent, a C{Node}, or None. Defaults to C{None}.
    @type parent: Optional[Node]
    @param level: The level, an integer, or None. Defaults to C{None}.
    @type level: int | None
    @param hook: The hook, a callable, or None. Defaults to C{None}.
    @type hook: Callable[[int, Node], None] | None
    @param kind: The kind. Defaults to C{3}.
    @type kind: make_type("int, str")
    @return: A dictionary of strings to C{Peer} instances.
    @rtype: dict[str, Peer]
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

    @param left: The left to merge.
    @type left: Union[int, str, Node]
    @param right: The right, an integer or a string. Defaults to C{0}.
    @type right: int | str
    @param only: The value of C{only}, a tuple of an integer. Defaults to C{(0,)}.
    @type only: tuple[int,]
    @return: A tuple of an integer and a string.
    @rtype: tuple[int, str]
    """
    return 0, ""


def logged(function: Callable[Concatenate[str, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return the logged function.

    @param function: The function to call.
    @type function: Callable[Concatenate[str, P], T]
    @param *args: Positional arguments passed to C{function}.
    @type *args: P.args
    @param **kwargs: Keyword arguments passed to C{function}.
    @type **kwargs: P.kwargs
    @return: A value of type C{T}.
    @rtype: T
    """
    return function("", *args, **kwargs)


def spread(*parts: *tuple[int, ...], **options: Any) -> Literal["left", "right"]:
    """Return the spread.

    @param *parts: The parts as positional arguments.
    @type *parts: *tuple[int, ...]
    @param **options: The options as keyword arguments.
    @type **options: Any
    @return: Always C{"left"}.
    @rtype: Literal["left", "right"]
    """
    return "left"

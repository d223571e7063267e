"""Annotations: `send`, `merge`, and 2 more."""

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
    """Send the host."""
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
    """Merge the left."""
    return 0, ""


def logged(function: Callable[Concatenate[str, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return the logged function."""
    return function("", *args, **kwargs)


def spread(*parts: *tuple[int, ...], **options: Any) -> Literal["left", "right"]:
    """Return the spread."""
    return "left"

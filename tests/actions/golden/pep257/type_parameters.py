"""Type parameters: the classes `Box` and `Cache` and the function `first`."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    """Return the first items."""
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    """A box based on `Container[T]`."""

    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        """Map the function."""
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    """A cache."""

    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

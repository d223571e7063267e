"""Type parameters: the classes `Box` and `Cache` and the function `first`."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    """Return the first one.

    Takes `items` (the items to iterate over) and `default` (the default value, or None;
    default None). Returns the first one, or None.
    """
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    """A box based on `Container[T]`.

    Has `content` (the content, a value of type `T`).
    """

    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        """Map the function.

        Takes `function` (the function to map). Returns a new `Box`.
        """
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    """A cache.

    Takes `size` (the size of the cache; default 16).
    """

    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

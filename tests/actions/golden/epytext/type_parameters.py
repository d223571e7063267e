"""Type parameters: the classes C{Box} and C{Cache} and the function C{first}."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    """Return the first one.

    @param items: The items to iterate over.
    @type items: list[T]
    @param default: The default value, or None. Defaults to C{None}.
    @type default: T | None
    @return: The first one, or None.
    @rtype: T | None
    """
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    """A box based on C{Container[T]}.

    @ivar content: The content, a value of type C{T}.
    @type content: T
    """

    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        """Map the function.

        @param function: The function to map.
        @type function: Callable[[T], U]
        @return: A new C{Box}.
        @rtype: Box[U]
        """
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    """A cache.

    @param size: The size of the cache. Defaults to C{16}.
    @type size: int
    """

    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

"""Type parameters: the classes ``Box`` and ``Cache`` and the function ``first``."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    """Return the first one.

    :param items: The items to iterate over.
    :type items: list[T]
    :param default: The default value, or None. Defaults to ``None``.
    :type default: T | None
    :returns: The first one, or None.
    :rtype: T | None
    """
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    """A box based on ``Container[T]``.

    :ivar content: The content, a value of type ``T``.
    :vartype content: T
    """

    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        """Map the function.

        :param function: The function to map.
        :type function: Callable[[T], U]
        :returns: A new ``Box``.
        :rtype: Box[U]
        """
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    """A cache.

    :param size: The size of the cache. Defaults to ``16``.
    :type size: int
    """

    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

"""Type parameters: the classes `Box` and `Cache` and the function `first`."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    """Return the first one.

    Parameters
    ----------
    items : list[T]
        The items to iterate over.
    default : T | None, default=None
        The default value, or None.

    Returns
    -------
    T | None
        The first one, or None.
    """
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    """A box based on `Container[T]`.

    Attributes
    ----------
    content : T
        The content, a value of type `T`.
    """

    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        """Map the function.

        Parameters
        ----------
        function : Callable[[T], U]
            The function to map.

        Returns
        -------
        Box[U]
            A new `Box`.
        """
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    """A cache.

    Parameters
    ----------
    size : int, default=16
        The size of the cache.
    """

    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

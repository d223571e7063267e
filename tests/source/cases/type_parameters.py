"""PEP 695 and PEP 696 type parameters."""

from collections.abc import Callable, Hashable


def first[T: (int, str)](items: list[T], default: T | None = None) -> T | None:
    for item in items:
        return item
    return default


class Box[T, *Ts, **P = [int, str]](Container[T], metaclass=Meta):
    content: T

    def map[U](self, function: Callable[[T], U]) -> "Box[U]":
        return Box(function(self.content))


class Cache[K: Hashable = str, V = int]:
    def __init__(self, size: int = 16) -> None:
        self.size = size
        self.entries: dict[K, V] = {}


type Pair[T] = tuple[T, T]

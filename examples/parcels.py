from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

MAX_WEIGHT = 31.5


class DepotFullError(Exception):
    def __init__(self, capacity: int) -> None:
        super().__init__(f"the depot holds {capacity} parcels already")
        self.capacity = capacity


@dataclass
class Parcel:
    destination: str
    weight: float
    fragile: bool = False
    labels: list[str] = field(default_factory=list)

    @property
    def is_oversized(self) -> bool:
        return self.weight > MAX_WEIGHT


class Depot:
    def __init__(self, path: Path, capacity: int = 100) -> None:
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.path = path
        self.capacity = capacity
        self._parcels: dict[str, Parcel] = {}

    @classmethod
    def from_json(cls, path: Path, *, encoding: str = "utf-8") -> Depot:
        records = json.loads(path.read_text(encoding=encoding))
        depot = cls(path, capacity=len(records) or 1)
        for number, record in records.items():
            depot.add(number, Parcel(**record))
        return depot

    def __len__(self) -> int:
        return len(self._parcels)

    def add(self, number: str, parcel: Parcel, *, replace: bool = False) -> None:
        if len(self._parcels) >= self.capacity:
            raise DepotFullError(self.capacity)
        if number in self._parcels and not replace:
            raise KeyError(f"parcel {number} is in the depot already")
        self._parcels[number] = parcel

    def find(self, number: str) -> Parcel | None:
        return self._parcels.get(number)

    def iter_fragile(self) -> Iterator[Parcel]:
        for parcel in self._parcels.values():
            if parcel.fragile:
                yield parcel

    @contextmanager
    def locked(self, timeout: float = 5.0) -> Iterator[Path]:
        lock = self.path.with_suffix(".lock")
        if lock.exists():
            raise TimeoutError(f"{lock} was not released in {timeout} seconds")
        lock.touch()
        try:
            yield lock
        finally:
            lock.unlink()


def parse_weight(text: str, /, unit: str = "kg") -> float:
    value, _, suffix = text.strip().partition(" ")
    if suffix and suffix != unit:
        raise ValueError(f"expected {unit}, got {suffix}")
    try:
        return float(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is not a number") from error


def quote(parcel: Parcel, rates: dict[str, float], *, express: bool = False) -> float:
    if parcel.is_oversized:
        raise ValueError("the parcel is too heavy")
    rate = rates[parcel.destination]
    return rate * parcel.weight * (2 if express else 1)

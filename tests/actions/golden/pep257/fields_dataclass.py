"""Fields data class: `Parcel`, `Depot`, and 2 more."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Parcel:
    """A parcel with `sender`, `weight`, and 5 more fields.

    Takes `seed` (the seed of the parcel, or None; default None). Has `sender` (the
    sender of the parcel), `weight` (in kilograms), `tags` (the tags of the parcel;
    default []), `limit` (the limit, a float), `UNIT` (the unit, `"kg"` by default),
    `code` (the code, a string), `express` (whether it is brought on the same day;
    default False) and `insured` (what is paid when it is lost; default 0). Raises
    `ValueError` if `self.weight` is greater than `self.limit`.
    """

    sender: str
    weight: float  # in kilograms
    tags: list[str] = field(default_factory=list)
    seed: InitVar[int | None] = None
    limit: ClassVar[float] = 30.0
    UNIT = "kg"
    code: str = field(init=False, repr=False)
    _: KW_ONLY
    #: Whether it is brought on the
    #: same day.
    express: bool = False
    insured: int = 0
    """What is paid when it is lost."""

    def __post_init__(self, seed: int | None) -> None:
        """Finish initializing the instance.

        Takes `seed` (the seed, passed to `make_code`, or None). Raises `ValueError` if
        `self.weight` is greater than `self.limit`.
        """
        if self.weight > self.limit:
            raise ValueError(f"{self.weight} kg is too heavy")
        object.__setattr__(self, "code", make_code(seed))


@dataclasses.dataclass(kw_only=True, slots=True)
class Depot:
    """A depot with `name`, `shelves`, and `capacity`.

    Has `name` (the name of the depot), `shelves` (the shelves of the depot; default
    {"main": []}) and `capacity` (the capacity of the depot; default 100).
    """

    name: str
    shelves: dict[str, list[Parcel]] = field(default_factory=lambda: {"main": []})
    capacity: int = dataclasses.field(default=100, kw_only=False)

    def __post_init__(self):
        """Finish initializing the instance."""
        self.free: int = self.capacity

    @property
    def is_full(self) -> bool:
        """Whether the depot is full."""
        return not self.free


@dataclass(init=False)
class Raw:
    """The class `Raw` with `data`.

    Takes `text` (the text, a string) and `encoding` (the name of the text encoding;
    default "utf-8"). Has `data` (the data, a byte string).
    """

    data: bytes

    def __init__(self, text: str, encoding="utf-8"):
        self.data = text.encode(encoding)


@dataclass
class DeliveryError(Exception):
    """Raised for a delivery error.

    Has `parcel` (a `Parcel`) and `reason` (the reason, a string; default "unknown").
    """

    parcel: Parcel
    reason: str = "unknown"

"""Fields data class: `Parcel`, `Depot`, and 2 more."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Parcel:
    """A parcel with `sender`, `weight`, and 5 more fields.

    Args:
        seed (int | None, optional): The seed of the parcel, or None. Defaults to None.

    Attributes:
        sender (str): The sender of the parcel.
        weight (float): In kilograms.
        tags (list[str]): The tags of the parcel. Defaults to [].
        limit (float): The limit, a float.
        UNIT (str): The unit, `"kg"` by default.
        code (str): The code, a string.
        express (bool): Whether it is brought on the same day. Defaults to False.
        insured (int): What is paid when it is lost. Defaults to 0.

    Raises:
        ValueError: If `self.weight` is greater than `self.limit`.
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

        Args:
            seed (int | None): The seed, passed to `make_code`, or None.

        Raises:
            ValueError: If `self.weight` is greater than `self.limit`.
        """
        if self.weight > self.limit:
            raise ValueError(f"{self.weight} kg is too heavy")
        object.__setattr__(self, "code", make_code(seed))


@dataclasses.dataclass(kw_only=True, slots=True)
class Depot:
    """A depot with `name`, `shelves`, and `capacity`.

    Attributes:
        name (str): The name of the depot.
        shelves (dict[str, list[Parcel]]): The shelves of the depot. Defaults to
            {"main": []}.
        capacity (int): The capacity of the depot. Defaults to 100.
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

    Args:
        text (str): The text, a string.
        encoding (str, optional): The name of the text encoding. Defaults to "utf-8".

    Attributes:
        data (bytes): The data, a byte string.
    """

    data: bytes

    def __init__(self, text: str, encoding="utf-8"):
        self.data = text.encode(encoding)


@dataclass
class DeliveryError(Exception):
    """Raised for a delivery error.

    Attributes:
        parcel (Parcel): A `Parcel`.
        reason (str): The reason, a string. Defaults to "unknown".
    """

    parcel: Parcel
    reason: str = "unknown"

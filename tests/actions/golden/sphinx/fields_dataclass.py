"""Fields data class: ``Parcel``, ``Depot``, and 2 more."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Parcel:
    """A parcel with ``sender``, ``weight``, and 5 more fields.

    :param seed: The seed of the parcel, or None. Defaults to ``None``.
    :type seed: int | None
    :ivar sender: The sender of the parcel.
    :vartype sender: str
    :ivar weight: In kilograms.
    :vartype weight: float
    :ivar tags: The tags of the parcel. Defaults to ``[]``.
    :vartype tags: list[str]
    :cvar limit: The limit, a float.
    :vartype limit: float
    :cvar UNIT: The unit, ``"kg"`` by default.
    :vartype UNIT: str
    :ivar code: The code, a string.
    :vartype code: str
    :ivar express: Whether it is brought on the same day. Defaults to ``False``.
    :vartype express: bool
    :ivar insured: What is paid when it is lost. Defaults to ``0``.
    :vartype insured: int
    :raises ValueError: If ``self.weight`` is greater than ``self.limit``.
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

        :param seed: The seed, passed to ``make_code``, or None.
        :type seed: int | None
        :raises ValueError: If ``self.weight`` is greater than ``self.limit``.
        """
        if self.weight > self.limit:
            raise ValueError(f"{self.weight} kg is too heavy")
        object.__setattr__(self, "code", make_code(seed))


@dataclasses.dataclass(kw_only=True, slots=True)
class Depot:
    """A depot with ``name``, ``shelves``, and ``capacity``.

    :ivar name: The name of the depot.
    :vartype name: str
    :ivar shelves: The shelves of the depot. Defaults to ``{"main": []}``.
    :vartype shelves: dict[str, list[Parcel]]
    :ivar capacity: The capacity of the depot. Defaults to ``100``.
    :vartype capacity: int
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
    """The class ``Raw`` with ``data``.

    :param text: The text, a string.
    :type text: str
    :param encoding: The name of the text encoding. Defaults to ``"utf-8"``.
    :type encoding: str
    :ivar data: The data, a byte string.
    :vartype data: bytes
    """

    data: bytes

    def __init__(self, text: str, encoding="utf-8"):
        self.data = text.encode(encoding)


@dataclass
class DeliveryError(Exception):
    """Raised for a delivery error.

    :ivar parcel: A ``Parcel``.
    :vartype parcel: Parcel
    :ivar reason: The reason, a string. Defaults to ``"unknown"``.
    :vartype reason: str
    """

    parcel: Parcel
    reason: str = "unknown"

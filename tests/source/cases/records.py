"""Named tuples and typed dictionaries."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

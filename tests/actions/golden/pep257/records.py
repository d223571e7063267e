"""Records: the classes `Reading`, `Address`, and `Settings`."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    """A reading with `sensor`, `value`, and `unit`."""

    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        """Return the rounded."""
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    """An address as a dictionary with `street`, `number`, and `city`."""

    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    """The settings as a dictionary with `debug`, `name`, and `color`."""

    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

"""Records: the classes `Reading`, `Address`, and `Settings`."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    """A reading with `sensor`, `value`, and `unit`.

    Has `sensor` (the sensor of the reading), `value` (the value of the reading) and
    `unit` (as the sensor reports it; default "°C").
    """

    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        """Return the result of `rounded`.

        Takes `digits` (the digits, passed to `round`; default 1). Returns a `Reading`.
        """
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    """An address as a dictionary with `street`, `number`, and `city`.

    Has `street` (the street, a string), `number` (the number, an integer) and `city`
    (the city, a string).
    """

    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    """The settings as a dictionary with `debug`, `name`, and `color`.

    Has `debug` (whether debugging is on), `name` (what it is called in the menu) and
    `color` (the color, a string, or None).
    """

    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

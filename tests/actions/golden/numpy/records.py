"""Records: the classes `Reading`, `Address`, and `Settings`."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    """A reading with `sensor`, `value`, and `unit`.

    Attributes
    ----------
    sensor : str
        The sensor of the reading.
    value : float
        The value of the reading.
    unit : str, default="°C"
        As the sensor reports it.
    """

    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        """Return the result of `rounded`.

        Parameters
        ----------
        digits : int, default=1
            The digits, passed to `round`.

        Returns
        -------
        Reading
            A `Reading`.
        """
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    """An address as a dictionary with `street`, `number`, and `city`.

    Attributes
    ----------
    street : str
        The street, a string.
    number : int
        The number, an integer.
    city : ReadOnly[str]
        The city, a string.
    """

    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    """The settings as a dictionary with `debug`, `name`, and `color`.

    Attributes
    ----------
    debug : bool
        Whether debugging is on.
    name : str
        What it is called in the menu.
    color : ReadOnly[str | None]
        The color, a string, or None.
    """

    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

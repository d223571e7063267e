"""Records: the classes ``Reading``, ``Address``, and ``Settings``."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    """A reading with ``sensor``, ``value``, and ``unit``.

    :ivar sensor: The sensor of the reading.
    :vartype sensor: str
    :ivar value: The value of the reading.
    :vartype value: float
    :ivar unit: As the sensor reports it. Defaults to ``"°C"``.
    :vartype unit: str
    """

    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        """Return the result of ``rounded``.

        :param digits: The digits, passed to ``round``. Defaults to ``1``.
        :type digits: int
        :returns: A ``Reading``.
        :rtype: Reading
        """
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    """An address as a dictionary with ``street``, ``number``, and ``city``.

    :ivar street: The street, a string.
    :vartype street: str
    :ivar number: The number, an integer.
    :vartype number: int
    :ivar city: The city, a string.
    :vartype city: ReadOnly[str]
    """

    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    """The settings as a dictionary with ``debug``, ``name``, and ``color``.

    :ivar debug: Whether debugging is on.
    :vartype debug: bool
    :ivar name: What it is called in the menu.
    :vartype name: str
    :ivar color: The color, a string, or None.
    :vartype color: ReadOnly[str | None]
    """

    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

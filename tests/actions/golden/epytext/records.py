"""Records: the classes C{Reading}, C{Address}, and C{Settings}."""

from typing import NamedTuple, NotRequired, ReadOnly, Required, TypedDict


class Reading(NamedTuple):
    """A reading with C{sensor}, C{value}, and C{unit}.

    @ivar sensor: The sensor of the reading.
    @type sensor: str
    @ivar value: The value of the reading.
    @type value: float
    @ivar unit: As the sensor reports it. Defaults to C{"°C"}.
    @type unit: str
    """

    sensor: str
    value: float
    unit: str = "°C"  # as the sensor reports it

    def rounded(self, digits: int = 1) -> "Reading":
        """Return the result of C{rounded}.

        @param digits: The digits, passed to C{round}. Defaults to C{1}.
        @type digits: int
        @return: A C{Reading}.
        @rtype: Reading
        """
        return self._replace(value=round(self.value, digits))


class Address(TypedDict):
    """An address as a dictionary with C{street}, C{number}, and C{city}.

    @ivar street: The street, a string.
    @type street: str
    @ivar number: The number, an integer.
    @type number: int
    @ivar city: The city, a string.
    @type city: ReadOnly[str]
    """

    street: str
    number: NotRequired[int]
    city: ReadOnly[str]


class Settings(TypedDict, total=False):
    """The settings as a dictionary with C{debug}, C{name}, and C{color}.

    @ivar debug: Whether debugging is on.
    @type debug: bool
    @ivar name: What it is called in the menu.
    @type name: str
    @ivar color: The color, a string, or None.
    @type color: ReadOnly[str | None]
    """

    debug: bool
    name: Required[str]
    "What it is called in the menu."
    color: Required[ReadOnly["str | None"]]

"""Enums: `Color`, `Priority`, and 3 more."""

import enum
from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    """One of 5 colors.

    Has `RED` (as in a stop sign), `GREEN` (the member with the value `2`), `BLUE` (the
    color of the sky), `AZURE` (another name for `BLUE`) and `CRIMSON` (another name for
    `RED`).
    """

    _ignore_ = ["shade"]
    shade = 0

    RED = 1  # as in a stop sign
    GREEN = 2
    #: The color of the sky.
    BLUE = 3
    AZURE = BLUE
    CRIMSON = 1

    @property
    def is_warm(self) -> bool:
        """Whether the color is `warm`."""
        return self is Color.RED


class Priority(IntEnum):
    """A priority: `LOW` or `HIGH`.

    Has `LOW` (the member `LOW`, with a value of its own) and `HIGH` (the member `HIGH`,
    with a value of its own).
    """

    LOW = auto()
    HIGH = auto()


class Access(Flag):
    """Flags: accesses.

    Has `READ` (the member `READ`, with a value of its own), `WRITE` (the member
    `WRITE`, with a value of its own) and `BOTH` (the member with the value
    `READ | WRITE`).
    """

    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Planet(enum.Enum):
    """A planet: `MERCURY` or `EARTH`.

    Takes `mass` (the mass of the planet) and `radius` (the radius of the planet). Has
    `MERCURY` (the member with the value `(3.303e23, 2.4397e6)`) and `EARTH` (the member
    with the value `(5.976e24, 6.37814e6)`).
    """

    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Level(str, enum.Enum):
    """A level: `DEBUG` or `INFO`.

    Has `DEBUG` (the member with the value `"debug"`) and `INFO` (the member with the
    value `"info"`).
    """

    DEBUG: str = "debug"
    INFO = "info"
    _secret = "x"
    __hidden = 3
    describe = lambda self: self.value

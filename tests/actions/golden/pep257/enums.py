"""Enums: `Color`, `Priority`, and 3 more."""

import enum
from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    """One of 5 colors."""

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
        """Whether the color is a warm."""
        return self is Color.RED


class Priority(IntEnum):
    """A priority: `LOW` or `HIGH`."""

    LOW = auto()
    HIGH = auto()


class Access(Flag):
    """Flags: accesses."""

    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Planet(enum.Enum):
    """A planet: `MERCURY` or `EARTH`."""

    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Level(str, enum.Enum):
    """A level: `DEBUG`, `INFO`, or `_secret`."""

    DEBUG: str = "debug"
    INFO = "info"
    _secret = "x"
    __hidden = 3
    describe = lambda self: self.value

"""Enums: `Color`, `Priority`, and 3 more."""

import enum
from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    """One of 5 colors.

    Attributes:
        RED (int): As in a stop sign.
        GREEN (int): The member with the value `2`.
        BLUE (int): The color of the sky.
        AZURE: Another name for `BLUE`.
        CRIMSON (int): Another name for `RED`.
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

    Attributes:
        LOW: The member `LOW`, with a value of its own.
        HIGH: The member `HIGH`, with a value of its own.
    """

    LOW = auto()
    HIGH = auto()


class Access(Flag):
    """Flags: accesses.

    Attributes:
        READ: The member `READ`, with a value of its own.
        WRITE: The member `WRITE`, with a value of its own.
        BOTH: The member with the value `READ | WRITE`.
    """

    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Planet(enum.Enum):
    """A planet: `MERCURY` or `EARTH`.

    Args:
        mass: The mass of the planet.
        radius: The radius of the planet.

    Attributes:
        MERCURY (tuple): The member with the value `(3.303e23, 2.4397e6)`.
        EARTH (tuple): The member with the value `(5.976e24, 6.37814e6)`.
    """

    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Level(str, enum.Enum):
    """A level: `DEBUG` or `INFO`.

    Attributes:
        DEBUG (str): The member with the value `"debug"`.
        INFO (str): The member with the value `"info"`.
    """

    DEBUG: str = "debug"
    INFO = "info"
    _secret = "x"
    __hidden = 3
    describe = lambda self: self.value

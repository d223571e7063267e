"""Enums: ``Color``, ``Priority``, and 3 more."""

import enum
from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    """One of 5 colors.

    :cvar RED: As in a stop sign.
    :vartype RED: int
    :cvar GREEN: The member with the value ``2``.
    :vartype GREEN: int
    :cvar BLUE: The color of the sky.
    :vartype BLUE: int
    :cvar AZURE: Another name for ``BLUE``.
    :cvar CRIMSON: Another name for ``RED``.
    :vartype CRIMSON: int
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
        """Whether the color is ``warm``."""
        return self is Color.RED


class Priority(IntEnum):
    """A priority: ``LOW`` or ``HIGH``.

    :cvar LOW: The member ``LOW``, with a value of its own.
    :cvar HIGH: The member ``HIGH``, with a value of its own.
    """

    LOW = auto()
    HIGH = auto()


class Access(Flag):
    """Flags: accesses.

    :cvar READ: The member ``READ``, with a value of its own.
    :cvar WRITE: The member ``WRITE``, with a value of its own.
    :cvar BOTH: The member with the value ``READ | WRITE``.
    """

    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Planet(enum.Enum):
    """A planet: ``MERCURY`` or ``EARTH``.

    :param mass: The mass of the planet.
    :param radius: The radius of the planet.
    :cvar MERCURY: The member with the value ``(3.303e23, 2.4397e6)``.
    :vartype MERCURY: tuple
    :cvar EARTH: The member with the value ``(5.976e24, 6.37814e6)``.
    :vartype EARTH: tuple
    """

    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Level(str, enum.Enum):
    """A level: ``DEBUG`` or ``INFO``.

    :cvar DEBUG: The member with the value ``"debug"``.
    :vartype DEBUG: str
    :cvar INFO: The member with the value ``"info"``.
    :vartype INFO: str
    """

    DEBUG: str = "debug"
    INFO = "info"
    _secret = "x"
    __hidden = 3
    describe = lambda self: self.value

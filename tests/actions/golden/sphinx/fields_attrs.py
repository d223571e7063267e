"""Fields attributes: the classes ``Point``, ``Line``, and ``Style``."""

import attr
import attrs
from attrs import Factory, define, field, frozen


@attr.s(auto_attribs=False)
class Point:
    """A point with ``x`` and ``y``.

    :param label: Shown beside it. Defaults to ``None``.
    :ivar x: The ``x`` of the point. Defaults to ``0``.
    :vartype x: int
    :ivar y: The ``y`` of the point. Defaults to ``0``.
    :vartype y: int
    :cvar origin: The origin, a tuple.
    :vartype origin: tuple
    :cvar cache: The cache, a dictionary.
    :vartype cache: dict
    """

    x = attr.ib(default=0, type=int)
    y = attr.ib(factory=int, kw_only=True)
    _label = attr.ib(default=None)  # shown beside it
    origin = (0, 0)
    cache: dict = {}


@define
class Line:
    """A line with ``start``, ``end``, and 3 more fields.

    :param width: The width. Defaults to ``1.0``.
    :type width: float
    :param colour: The colour of the line. Defaults to ``"black"``.
    :type colour: str
    :ivar start: The start of the line.
    :vartype start: Point
    :ivar end: The end of the line.
    :vartype end: Point
    :ivar color: The color, a string.
    :vartype color: str
    :ivar marks: The marks of the line. Defaults to ``[]``.
    :vartype marks: list[Point]
    :ivar length: The length, a float.
    :vartype length: float
    :raises ValueError: If ``self._width`` is not positive.
    """

    start: Point
    end: Point = field(validator=attrs.validators.instance_of(Point))
    _width: float = 1.0
    color: str = field(default="black", alias="colour")
    marks: list[Point] = Factory(list)
    length: float = field(init=False)

    @length.default
    def _measure(self):
        """Measure the line.

        :returns: What ``abs`` returns.
        """
        return abs(self.end.x - self.start.x)

    def __attrs_post_init__(self):
        """Finish initializing the instance.

        :raises ValueError: If ``self._width`` is not positive.
        """
        if self._width <= 0:
            raise ValueError("width must be positive")


@frozen(kw_only=True)
class Style:
    """A style with ``dash`` and ``weight``.

    :ivar dash: The dash of the style. Defaults to ``()``.
    :vartype dash: tuple[int, ...]
    :ivar weight: The weight of the style.
    :vartype weight: int
    """

    dash: tuple[int, ...] = ()
    weight: int

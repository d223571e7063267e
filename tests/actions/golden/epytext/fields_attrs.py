"""Fields attributes: the classes C{Point}, C{Line}, and C{Style}."""

import attr
import attrs
from attrs import Factory, define, field, frozen


@attr.s(auto_attribs=False)
class Point:
    """A point with C{x} and C{y}.

    @param label: Shown beside it. Defaults to C{None}.
    @ivar x: The C{x} of the point. Defaults to C{0}.
    @type x: int
    @ivar y: The C{y} of the point. Defaults to C{0}.
    @type y: int
    @cvar origin: The origin, a tuple.
    @type origin: tuple
    @cvar cache: The cache, a dictionary.
    @type cache: dict
    """

    x = attr.ib(default=0, type=int)
    y = attr.ib(factory=int, kw_only=True)
    _label = attr.ib(default=None)  # shown beside it
    origin = (0, 0)
    cache: dict = {}


@define
class Line:
    """A line with C{start}, C{end}, and 3 more fields.

    @param width: The width. Defaults to C{1.0}.
    @type width: float
    @param colour: The colour of the line. Defaults to C{"black"}.
    @type colour: str
    @ivar start: The start of the line.
    @type start: Point
    @ivar end: The end of the line.
    @type end: Point
    @ivar color: The color, a string.
    @type color: str
    @ivar marks: The marks of the line. Defaults to C{[]}.
    @type marks: list[Point]
    @ivar length: The length, a float.
    @type length: float
    @raise ValueError: If C{self._width} is not positive.
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

        @return: What C{abs} returns.
        """
        return abs(self.end.x - self.start.x)

    def __attrs_post_init__(self):
        """Finish initializing the instance.

        @raise ValueError: If C{self._width} is not positive.
        """
        if self._width <= 0:
            raise ValueError("width must be positive")


@frozen(kw_only=True)
class Style:
    """A style with C{dash} and C{weight}.

    @ivar dash: The dash of the style. Defaults to C{()}.
    @type dash: tuple[int, ...]
    @ivar weight: The weight of the style.
    @type weight: int
    """

    dash: tuple[int, ...] = ()
    weight: int

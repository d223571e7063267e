"""Fields attributes: the classes `Point`, `Line`, and `Style`."""

import attr
import attrs
from attrs import Factory, define, field, frozen


@attr.s(auto_attribs=False)
class Point:
    """A point with `x` and `y`.

    Takes `label` (Shown beside it; default None). Has `x` (the `x` of the point;
    default 0), `y` (the `y` of the point; default 0), `origin` (the origin, a tuple)
    and `cache` (the cache, a dictionary).
    """

    x = attr.ib(default=0, type=int)
    y = attr.ib(factory=int, kw_only=True)
    _label = attr.ib(default=None)  # shown beside it
    origin = (0, 0)
    cache: dict = {}


@define
class Line:
    """A line with `start`, `end`, and 3 more fields.

    Takes `width` (the width; default 1.0) and `colour` (the colour of the line; default
    "black"). Has `start` (the start of the line), `end` (the end of the line), `color`
    (the color, a string), `marks` (the marks of the line; default []) and `length` (the
    length, a float). Raises `ValueError` if `self._width` is not positive.
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

        Returns what `abs` returns.
        """
        return abs(self.end.x - self.start.x)

    def __attrs_post_init__(self):
        """Finish initializing the instance.

        Raises `ValueError` if `self._width` is not positive.
        """
        if self._width <= 0:
            raise ValueError("width must be positive")


@frozen(kw_only=True)
class Style:
    """A style with `dash` and `weight`.

    Has `dash` (the dash of the style; default ()) and `weight` (the weight of the
    style).
    """

    dash: tuple[int, ...] = ()
    weight: int

"""Fields attributes: the classes `Point`, `Line`, and `Style`."""

import attr
import attrs
from attrs import Factory, define, field, frozen


@attr.s(auto_attribs=False)
class Point:
    """A point with `x` and `y`.

    Args:
        label: Shown beside it. Defaults to None.

    Attributes:
        x (int): The `x` of the point. Defaults to 0.
        y (int): The `y` of the point. Defaults to 0.
        origin (tuple): The origin, a tuple.
        cache (dict): The cache, a dictionary.
    """

    x = attr.ib(default=0, type=int)
    y = attr.ib(factory=int, kw_only=True)
    _label = attr.ib(default=None)  # shown beside it
    origin = (0, 0)
    cache: dict = {}


@define
class Line:
    """A line with `start`, `end`, and 3 more fields.

    Args:
        width (float, optional): The width. Defaults to 1.0.
        colour (str, optional): The colour of the line. Defaults to "black".

    Attributes:
        start (Point): The start of the line.
        end (Point): The end of the line.
        color (str): The color, a string.
        marks (list[Point]): The marks of the line. Defaults to [].
        length (float): The length, a float.

    Raises:
        ValueError: If `self._width` is not positive.
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

        Returns:
            What `abs` returns.
        """
        return abs(self.end.x - self.start.x)

    def __attrs_post_init__(self):
        """Finish initializing the instance.

        Raises:
            ValueError: If `self._width` is not positive.
        """
        if self._width <= 0:
            raise ValueError("width must be positive")


@frozen(kw_only=True)
class Style:
    """A style with `dash` and `weight`.

    Attributes:
        dash (tuple[int, ...]): The dash of the style. Defaults to ().
        weight (int): The weight of the style.
    """

    dash: tuple[int, ...] = ()
    weight: int

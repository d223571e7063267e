"""Fields attributes: the classes `Point`, `Line`, and `Style`."""

import attr
import attrs
from attrs import Factory, define, field, frozen


@attr.s(auto_attribs=False)
class Point:
    """A point with `x` and `y`.

    Parameters
    ----------
    label : Any, default=None
        Shown beside it.

    Attributes
    ----------
    x : int, default=0
        The `x` of the point.
    y : int, default=0
        The `y` of the point.
    origin : tuple
        The origin, a tuple.
    cache : dict
        The cache, a dictionary.
    """

    x = attr.ib(default=0, type=int)
    y = attr.ib(factory=int, kw_only=True)
    _label = attr.ib(default=None)  # shown beside it
    origin = (0, 0)
    cache: dict = {}


@define
class Line:
    """A line with `start`, `end`, and 3 more fields.

    Parameters
    ----------
    width : float, default=1.0
        The width.
    colour : str, default="black"
        The colour of the line.

    Attributes
    ----------
    start : Point
        The start of the line.
    end : Point
        The end of the line.
    color : str
        The color, a string.
    marks : list[Point], default=[]
        The marks of the line.
    length : float
        The length, a float.

    Raises
    ------
    ValueError
        If `self._width` is not positive.
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

        Returns
        -------
        Any
            What `abs` returns.
        """
        return abs(self.end.x - self.start.x)

    def __attrs_post_init__(self):
        """Finish initializing the instance.

        Raises
        ------
        ValueError
            If `self._width` is not positive.
        """
        if self._width <= 0:
            raise ValueError("width must be positive")


@frozen(kw_only=True)
class Style:
    """A style with `dash` and `weight`.

    Attributes
    ----------
    dash : tuple[int, ...], default=()
        The dash of the style.
    weight : int
        The weight of the style.
    """

    dash: tuple[int, ...] = ()
    weight: int

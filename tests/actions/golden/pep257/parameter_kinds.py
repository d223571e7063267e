"""Parameter kinds: `Options`, `Shape`, and 5 more."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    """The options as a dictionary with `color` and `width`.

    Has `color` (the color, a string) and `width` (the width, an integer).
    """

    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    """Return every.

    Takes `a` (the value `a`), `b` (the value `b`; default 1), `c` (the value `c`;
    default 2), `*args` (additional positional arguments), `d` (the value `d`), `e` (the
    value `e`; default 5) and `**kwargs` (additional keyword arguments).
    """
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    """Return the result of `keyword_only`.

    Takes `host` (the host) and `port` (the port; default 80). Returns the host and the
    port.
    """
    return host, port


def positional_only(x, y, /):
    """Return the result of `positional_only`.

    Takes `x` (the value `x`) and `y` (the value `y`).
    """
    return x * y


def commented(  # opens here
    # the place to look in
    folder,
    pattern="*",  # which names
    depth=3,  # type: int
    # nothing more is asked
    follow=False  # noqa: FBT002
):  # and closes here
    """Return the commented folder.

    Takes `folder` (the folder), `pattern` (which names; default "*"), `depth` (the
    depth, an integer; default 3) and `follow` (whether to follow; default False).
    Returns a tuple.
    """
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    """Return the result only stars.

    Takes `*names` (the names as positional arguments) and `**values` (the values as
    keyword arguments). Returns a dictionary.
    """
    return dict(zip(names, values))


class Shape:
    """A shape made from `width` and `height`.

    Takes `width` (the width) and `height` (the height of the shape).
    """

    def scale(self, factor, /, *, around=None):
        """Scale the factor.

        Takes `factor` (the factor to scale) and `around` (the value of `around`, or
        None; default None). Returns the scaled factor.
        """
        return factor, around

    def odd(*args, **kwargs):
        """Return the result of `odd`.

        Takes `*args` (additional positional arguments) and `**kwargs` (additional
        keyword arguments). Returns the arguments and the keyword arguments.
        """
        return args, kwargs

    @staticmethod
    def unit(size=1):
        """Return the unit.

        Takes `size` (the size; default 1).
        """
        return size

    @classmethod
    def square(klass, side):
        """Return the square.

        Takes `side` (the side, passed to `klass`).
        """
        return klass(side, side)

    def __new__(cls, width, height):
        """Create a new instance.

        Takes `width` (the width) and `height` (the height of the shape). Returns the
        result.
        """
        return super().__new__(cls)

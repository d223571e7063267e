"""Parameter kinds: `Options`, `Shape`, and 5 more."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    """The options as a dictionary with `color` and `width`."""

    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    """Return every."""
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    """Return the keyword only."""
    return host, port


def positional_only(x, y, /):
    """Return the positional only."""
    return x * y


def commented(  # opens here
    # the place to look in
    folder,
    pattern="*",  # which names
    depth=3,  # type: int
    # nothing more is asked
    follow=False  # noqa: FBT002
):  # and closes here
    """Return the commented folder."""
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    """Return the result only stars."""
    return dict(zip(names, values))


class Shape:
    """A shape made from `width` and `height`."""

    def scale(self, factor, /, *, around=None):
        """Return the scale."""
        return factor, around

    def odd(*args, **kwargs):
        """Return the odd."""
        return args, kwargs

    @staticmethod
    def unit(size=1):
        """Return the unit."""
        return size

    @classmethod
    def square(klass, side):
        """Return the square."""
        return klass(side, side)

    def __new__(cls, width, height):
        """Create a new instance."""
        return super().__new__(cls)

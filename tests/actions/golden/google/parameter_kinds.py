"""Parameter kinds: `Options`, `Shape`, and 5 more."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    """The options as a dictionary with `color` and `width`.

    Attributes:
        color (str): The color, a string.
        width (int): The width, an integer.
    """

    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    """Return every.

    Args:
        a: The value `a`.
        b (int, optional): The value `b`. Defaults to 1.
        c (int, optional): The value `c`. Defaults to 2.
        *args (int): Additional positional arguments.
        d: The value `d`.
        e (int, optional): The value `e`. Defaults to 5.
        **kwargs (Unpack[Options]): Additional keyword arguments.

    Returns:
        tuple: Every.
    """
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    """Return the result of `keyword_only`.

    Args:
        host: The host.
        port (int, optional): The port. Defaults to 80.

    Returns:
        tuple: The host and the port.
    """
    return host, port


def positional_only(x, y, /):
    """Return the result of `positional_only`.

    Args:
        x: The value `x`.
        y: The value `y`.

    Returns:
        The result.
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

    Args:
        folder: The folder.
        pattern (str, optional): Which names. Defaults to "*".
        depth (int, optional): The depth, an integer. Defaults to 3.
        follow (bool, optional): Whether to follow. Defaults to False.

    Returns:
        tuple: A tuple.
    """
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    """Return the result only stars.

    Args:
        *names: The names as positional arguments.
        **values: The values as keyword arguments.

    Returns:
        dict: A dictionary.
    """
    return dict(zip(names, values))


class Shape:
    """A shape made from `width` and `height`.

    Args:
        width: The width.
        height: The height of the shape.
    """

    def scale(self, factor, /, *, around=None):
        """Scale the factor.

        Args:
            factor: The factor to scale.
            around: The value of `around`, or None. Defaults to None.

        Returns:
            tuple: The scaled factor.
        """
        return factor, around

    def odd(*args, **kwargs):
        """Return the result of `odd`.

        Args:
            *args: Additional positional arguments.
            **kwargs: Additional keyword arguments.

        Returns:
            tuple: The arguments and the keyword arguments.
        """
        return args, kwargs

    @staticmethod
    def unit(size=1):
        """Return the unit.

        Args:
            size (int, optional): The size. Defaults to 1.

        Returns:
            The unit.
        """
        return size

    @classmethod
    def square(klass, side):
        """Return the square.

        Args:
            side: The side, passed to `klass`.

        Returns:
            The square.
        """
        return klass(side, side)

    def __new__(cls, width, height):
        """Create a new instance.

        Args:
            width: The width.
            height: The height of the shape.

        Returns:
            The result.
        """
        return super().__new__(cls)

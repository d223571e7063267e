"""Parameter kinds: ``Options``, ``Shape``, and 5 more."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    """The options as a dictionary with ``color`` and ``width``.

    :ivar color: The color, a string.
    :vartype color: str
    :ivar width: The width, an integer.
    :vartype width: int
    """

    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    """Return every.

    :param a: The value ``a``.
    :param b: The value ``b``. Defaults to ``1``.
    :type b: int
    :param c: The value ``c``. Defaults to ``2``.
    :type c: int
    :param *args: Additional positional arguments.
    :type *args: int
    :param d: The value ``d``.
    :param e: The value ``e``. Defaults to ``5``.
    :type e: int
    :param **kwargs: Additional keyword arguments.
    :type **kwargs: Unpack[Options]
    :returns: Every.
    :rtype: tuple
    """
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    """Return the result of ``keyword_only``.

    :param host: The host.
    :param port: The port. Defaults to ``80``.
    :type port: int
    :returns: The host and the port.
    :rtype: tuple
    """
    return host, port


def positional_only(x, y, /):
    """Return the result of ``positional_only``.

    :param x: The value ``x``.
    :param y: The value ``y``.
    :returns: The result.
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

    :param folder: The folder.
    :param pattern: Which names. Defaults to ``"*"``.
    :type pattern: str
    :param depth: The depth, an integer. Defaults to ``3``.
    :type depth: int
    :param follow: Whether to follow. Defaults to ``False``.
    :type follow: bool
    :returns: A tuple.
    :rtype: tuple
    """
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    """Return the result only stars.

    :param *names: The names as positional arguments.
    :param **values: The values as keyword arguments.
    :returns: A dictionary.
    :rtype: dict
    """
    return dict(zip(names, values))


class Shape:
    """A shape made from ``width`` and ``height``.

    :param width: The width.
    :param height: The height of the shape.
    """

    def scale(self, factor, /, *, around=None):
        """Scale the factor.

        :param factor: The factor to scale.
        :param around: The value of ``around``, or None. Defaults to ``None``.
        :returns: The scaled factor.
        :rtype: tuple
        """
        return factor, around

    def odd(*args, **kwargs):
        """Return the result of ``odd``.

        :param *args: Additional positional arguments.
        :param **kwargs: Additional keyword arguments.
        :returns: The arguments and the keyword arguments.
        :rtype: tuple
        """
        return args, kwargs

    @staticmethod
    def unit(size=1):
        """Return the unit.

        :param size: The size. Defaults to ``1``.
        :type size: int
        :returns: The unit.
        """
        return size

    @classmethod
    def square(klass, side):
        """Return the square.

        :param side: The side, passed to ``klass``.
        :returns: The square.
        """
        return klass(side, side)

    def __new__(cls, width, height):
        """Create a new instance.

        :param width: The width.
        :param height: The height of the shape.
        :returns: The result.
        """
        return super().__new__(cls)

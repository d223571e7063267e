"""Parameter kinds: `Options`, `Shape`, and 5 more."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    """The options as a dictionary with `color` and `width`.

    Attributes
    ----------
    color : str
        The color, a string.
    width : int
        The width, an integer.
    """

    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    """Return every.

    Parameters
    ----------
    a : Any
        The value `a`.
    b : int, default=1
        The value `b`.
    c : int, default=2
        The value `c`.
    *args : int
        Additional positional arguments.
    d : Any
        The value `d`.
    e : int, default=5
        The value `e`.
    **kwargs : Unpack[Options]
        Additional keyword arguments.

    Returns
    -------
    tuple
        Every.
    """
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    """Return the result of `keyword_only`.

    Parameters
    ----------
    host : Any
        The host.
    port : int, default=80
        The port.

    Returns
    -------
    tuple
        The host and the port.
    """
    return host, port


def positional_only(x, y, /):
    """Return the result of `positional_only`.

    Parameters
    ----------
    x : Any
        The value `x`.
    y : Any
        The value `y`.

    Returns
    -------
    Any
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

    Parameters
    ----------
    folder : Any
        The folder.
    pattern : str, default="*"
        Which names.
    depth : int, default=3
        The depth, an integer.
    follow : bool, default=False
        Whether to follow.

    Returns
    -------
    tuple
        A tuple.
    """
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    """Return the result only stars.

    Parameters
    ----------
    *names : Any
        The names as positional arguments.
    **values : Any
        The values as keyword arguments.

    Returns
    -------
    dict
        A dictionary.
    """
    return dict(zip(names, values))


class Shape:
    """A shape made from `width` and `height`.

    Parameters
    ----------
    width : Any
        The width.
    height : Any
        The height of the shape.
    """

    def scale(self, factor, /, *, around=None):
        """Scale the factor.

        Parameters
        ----------
        factor : Any
            The factor to scale.
        around : Any, default=None
            The value of `around`, or None.

        Returns
        -------
        tuple
            The scaled factor.
        """
        return factor, around

    def odd(*args, **kwargs):
        """Return the result of `odd`.

        Parameters
        ----------
        *args : Any
            Additional positional arguments.
        **kwargs : Any
            Additional keyword arguments.

        Returns
        -------
        tuple
            The arguments and the keyword arguments.
        """
        return args, kwargs

    @staticmethod
    def unit(size=1):
        """Return the unit.

        Parameters
        ----------
        size : int, default=1
            The size.

        Returns
        -------
        Any
            The unit.
        """
        return size

    @classmethod
    def square(klass, side):
        """Return the square.

        Parameters
        ----------
        side : Any
            The side, passed to `klass`.

        Returns
        -------
        Any
            The square.
        """
        return klass(side, side)

    def __new__(cls, width, height):
        """Create a new instance.

        Parameters
        ----------
        width : Any
            The width.
        height : Any
            The height of the shape.

        Returns
        -------
        Any
            The result.
        """
        return super().__new__(cls)

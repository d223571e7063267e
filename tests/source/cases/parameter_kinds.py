"""Every kind of parameter, in every order, with comments between them."""

from typing import TypedDict, Unpack


class Options(TypedDict, total=False):
    color: str
    width: int


def every(a, b=1, /, c=2, *args: int, d, e=5, **kwargs: Unpack[Options]):
    return a, b, c, args, d, e, kwargs


def keyword_only(*, host, port=80):
    return host, port


def positional_only(x, y, /):
    return x * y


def commented(  # opens here
    # the place to look in
    folder,
    pattern="*",  # which names
    depth=3,  # type: int
    # nothing more is asked
    follow=False  # noqa: FBT002
):  # and closes here
    return folder, pattern, depth, follow


def only_stars(*names, **values):
    return dict(zip(names, values))


class Shape:
    def scale(self, factor, /, *, around=None):
        return factor, around

    def odd(*args, **kwargs):
        return args, kwargs

    @staticmethod
    def unit(size=1):
        return size

    @classmethod
    def square(klass, side):
        return klass(side, side)

    def __new__(cls, width, height):
        return super().__new__(cls)

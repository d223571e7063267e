"""One line: ``Empty``, ``Marker``, and 9 more."""


def one():
    """Return one.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1
def nothing():
    """Run ``nothing``."""
    pass
def stub(a: int, b: str = ":") -> bool:
    """Return whether ``a`` is a stub.

    :param a: An integer.
    :type a: int
    :param b: A string. Defaults to ``":"``.
    :type b: str
    :returns: Whether ``a`` is a stub.
    :rtype: bool
    """
    ...
class Empty:
    """The class ``Empty``."""

    pass
class Marker(Exception):
    """Raised for a marker error."""

    ...
class Pair:
    """A pair.

    :cvar left: The left, 1 by default.
    :vartype left: int
    :cvar right: The right, an integer.
    :vartype right: int
    """

    left = 1; right: int = 2
def several(x):
    """Return the result of ``several``.

    :param x: The value ``x``.
    :returns: The result.
    """
    y = x + 1; return y
async def answer():
    """Return the answer.

    :returns: Always ``42``.
    :rtype: int
    """
    return 42
def commented():
    """Return the result of ``commented``.

    :returns: A dictionary.
    :rtype: dict
    """
    return {"a": 1}  # a trailing comment
class Inner:
    """An inner that offers ``method`` and ``flag``."""

    def method(self):
        """Return the method.

        :returns: The instance itself.
        """
        return self
    @property
    def flag(self):
        """Whether ``flag`` is set."""
        return True
if True:
    def conditional(a):
        """Raise ``ValueError``.

        :param a: The value ``a``.
        :raises ValueError: Always.
        """
        raise ValueError("never")

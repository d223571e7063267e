"""One line: C{Empty}, C{Marker}, and 9 more."""


def one():
    """Return one.

    @return: Always C{1}.
    @rtype: int
    """
    return 1
def nothing():
    """Run C{nothing}."""
    pass
def stub(a: int, b: str = ":") -> bool:
    """Return whether C{a} is a stub.

    @param a: An integer.
    @type a: int
    @param b: A string. Defaults to C{":"}.
    @type b: str
    @return: Whether C{a} is a stub.
    @rtype: bool
    """
    ...
class Empty:
    """The class C{Empty}."""

    pass
class Marker(Exception):
    """Raised for a marker error."""

    ...
class Pair:
    """A pair.

    @cvar left: The left, 1 by default.
    @type left: int
    @cvar right: The right, an integer.
    @type right: int
    """

    left = 1; right: int = 2
def several(x):
    """Return the result of C{several}.

    @param x: The value C{x}.
    @return: The result.
    """
    y = x + 1; return y
async def answer():
    """Return the answer.

    @return: Always C{42}.
    @rtype: int
    """
    return 42
def commented():
    """Return the result of C{commented}.

    @return: A dictionary.
    @rtype: dict
    """
    return {"a": 1}  # a trailing comment
class Inner:
    """An inner that offers C{method} and C{flag}."""

    def method(self):
        """Return the method.

        @return: The instance itself.
        """
        return self
    @property
    def flag(self):
        """Whether C{flag} is set."""
        return True
if True:
    def conditional(a):
        """Raise C{ValueError}.

        @param a: The value C{a}.
        @raise ValueError: Always.
        """
        raise ValueError("never")

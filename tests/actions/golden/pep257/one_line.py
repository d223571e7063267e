"""One line: `Empty`, `Marker`, and 9 more."""


def one():
    """Return one.

    Always returns `1`.
    """
    return 1
def nothing():
    """Run `nothing`."""
    pass
def stub(a: int, b: str = ":") -> bool:
    """Return whether `a` is a stub.

    Takes `a` (an integer) and `b` (a string; default ":").
    """
    ...
class Empty:
    """The class `Empty`."""

    pass
class Marker(Exception):
    """Raised for a marker error."""

    ...
class Pair:
    """A pair.

    Has `left` (the left, 1 by default) and `right` (the right, an integer).
    """

    left = 1; right: int = 2
def several(x):
    """Return the result of `several`.

    Takes `x` (the value `x`).
    """
    y = x + 1; return y
async def answer():
    """Return the answer.

    Always returns `42`.
    """
    return 42
def commented():
    """Return the result of `commented`.

    Returns a dictionary.
    """
    return {"a": 1}  # a trailing comment
class Inner:
    """An inner that offers `method` and `flag`."""

    def method(self):
        """Return the method.

        Returns the instance itself.
        """
        return self
    @property
    def flag(self):
        """Whether `flag` is set."""
        return True
if True:
    def conditional(a):
        """Raise `ValueError`.

        Takes `a` (the value `a`). Raises `ValueError` always.
        """
        raise ValueError("never")

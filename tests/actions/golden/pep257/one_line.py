"""`Empty`, `Marker`, and 9 more."""


def one():
    """Return the one."""
    return 1
def nothing():
    """Return nothing."""
    pass
def stub(a: int, b: str = ":") -> bool:
    """Return whether `a` is a stub."""
    ...
class Empty:
    """The empty."""

    pass
class Marker(Exception):
    """Raised for a marker error."""

    ...
class Pair:
    """A pair."""

    left = 1; right: int = 2
def several(x):
    """Return the several."""
    y = x + 1; return y
async def answer():
    """Return the answer."""
    return 42
def commented():
    """Return the commented."""
    return {"a": 1}  # a trailing comment
class Inner:
    """An inner that offers `method` and `flag`."""

    def method(self):
        """Return the method."""
        return self
    @property
    def flag(self):
        """Whether to flag."""
        return True
if True:
    def conditional(a):
        """Call `ValueError`.

        Raises `ValueError`.
        """
        raise ValueError("never")

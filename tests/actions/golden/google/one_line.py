"""One line: `Empty`, `Marker`, and 9 more."""


def one():
    """Return one.

    Returns:
        int: Always `1`.
    """
    return 1
def nothing():
    """Run `nothing`."""
    pass
def stub(a: int, b: str = ":") -> bool:
    """Return whether `a` is a stub.

    Args:
        a (int): An integer.
        b (str, optional): A string. Defaults to ":".

    Returns:
        bool: Whether `a` is a stub.
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

    Attributes:
        left (int): The left, 1 by default.
        right (int): The right, an integer.
    """

    left = 1; right: int = 2
def several(x):
    """Return the result of `several`.

    Args:
        x: The value `x`.

    Returns:
        The result.
    """
    y = x + 1; return y
async def answer():
    """Return the answer.

    Returns:
        int: Always `42`.
    """
    return 42
def commented():
    """Return the result of `commented`.

    Returns:
        dict: A dictionary.
    """
    return {"a": 1}  # a trailing comment
class Inner:
    """An inner that offers `method` and `flag`."""

    def method(self):
        """Return the method.

        Returns:
            The instance itself.
        """
        return self
    @property
    def flag(self):
        """Whether `flag` is set."""
        return True
if True:
    def conditional(a):
        """Raise `ValueError`.

        Args:
            a: The value `a`.

        Raises:
            ValueError: Always.
        """
        raise ValueError("never")

r"""Docstring forms: `Documented`, `raw`, and 11 more."""


def raw():
    r"""Return the result of `raw`.

    Returns:
        int: Always `1`.
    """
    return 1


def unicode_prefix():
    u"""Return the Unicode prefix.

    Returns:
        int: Always `1`.
    """
    return 1


def single_quotes():
    """Return the single quotes.

    Returns:
        int: Always `1`.
    """
    return 1


def triple_single():
    """Return the result of `triple_single`.

    Returns:
        int: Always `1`.
    """
    return 1


def implicit():
    """Return the result of `implicit`.

    Returns:
        int: Always `1`.
    """
    return 1


def with_quotes():
    """Return the result with quotes.

    Returns:
        int: Always `1`.
    """
    return 1


def formatted(name):
    """Return the formatted name.

    Args:
        name: The name.

    Returns:
        int: Always `1`.
    """
    f"""Not a docstring for {name}."""
    return 1


def binary():
    """Return the result of `binary`.

    Returns:
        int: Always `1`.
    """
    b"Not a docstring."
    return 1


def not_first():
    """Return the result of `not_first`.

    Returns:
        The value.
    """
    value = 1
    """Not a docstring either."""
    return value


def joined():
    """Return the result of `joined`.

    Returns:
        int: Always `1`.
    """
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Run `only_docstring`."""


def long_docstring(first, second):
    """Return the long docstring.

    Args:
        first: The value of `first`.
        second: The second.

    Returns:
        tuple: The long docstring.
    """
    return first, second


class Documented:
    """The class `Documented` that offers `method`."""

    def method(self): """Run `method`."""

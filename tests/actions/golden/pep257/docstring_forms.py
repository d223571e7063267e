r"""Docstring forms: `Documented`, `raw`, and 11 more."""


def raw():
    r"""Return the result of `raw`.

    Always returns `1`.
    """
    return 1


def unicode_prefix():
    u"""Return the Unicode prefix.

    Always returns `1`.
    """
    return 1


def single_quotes():
    """Return the single quotes.

    Always returns `1`.
    """
    return 1


def triple_single():
    """Return the result of `triple_single`.

    Always returns `1`.
    """
    return 1


def implicit():
    """Return the result of `implicit`.

    Always returns `1`.
    """
    return 1


def with_quotes():
    """Return the result with quotes.

    Always returns `1`.
    """
    return 1


def formatted(name):
    """Return the formatted name.

    Takes `name` (the name). Always returns `1`.
    """
    f"""Not a docstring for {name}."""
    return 1


def binary():
    """Return the result of `binary`.

    Always returns `1`.
    """
    b"Not a docstring."
    return 1


def not_first():
    """Return the result of `not_first`.

    Returns the value.
    """
    value = 1
    """Not a docstring either."""
    return value


def joined():
    """Return the result of `joined`.

    Always returns `1`.
    """
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Run `only_docstring`."""


def long_docstring(first, second):
    """Return the long docstring.

    Takes `first` (the value of `first`) and `second` (the second).
    """
    return first, second


class Documented:
    """The class `Documented` that offers `method`."""

    def method(self): """Run `method`."""

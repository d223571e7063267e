r"""Docstring forms: `Documented`, `raw`, and 11 more."""


def raw():
    r"""Return the raw."""
    return 1


def unicode_prefix():
    u"""Return the Unicode prefix."""
    return 1


def single_quotes():
    """Return the single quotes."""
    return 1


def triple_single():
    """Return the triple single."""
    return 1


def implicit():
    """Return the implicit."""
    return 1


def with_quotes():
    """Return the result with quotes."""
    return 1


def formatted(name):
    """Return the formatted name."""
    f"""Not a docstring for {name}."""
    return 1


def binary():
    """Return the binary."""
    b"Not a docstring."
    return 1


def not_first():
    """Return the result not first."""
    value = 1
    """Not a docstring either."""
    return value


def joined():
    """Return the joined."""
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Return the result only docstring."""


def long_docstring(first, second):
    """Return the long docstring."""
    return first, second


class Documented:
    """The documented that offers `method`."""

    def method(self): """Return the method."""

r"""Docstring forms: ``Documented``, ``raw``, and 11 more."""


def raw():
    r"""Return the result of ``raw``.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def unicode_prefix():
    u"""Return the Unicode prefix.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def single_quotes():
    """Return the single quotes.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def triple_single():
    """Return the result of ``triple_single``.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def implicit():
    """Return the result of ``implicit``.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def with_quotes():
    """Return the result with quotes.

    :returns: Always ``1``.
    :rtype: int
    """
    return 1


def formatted(name):
    """Return the formatted name.

    :param name: The name.
    :returns: Always ``1``.
    :rtype: int
    """
    f"""Not a docstring for {name}."""
    return 1


def binary():
    """Return the result of ``binary``.

    :returns: Always ``1``.
    :rtype: int
    """
    b"Not a docstring."
    return 1


def not_first():
    """Return the result of ``not_first``.

    :returns: The value.
    """
    value = 1
    """Not a docstring either."""
    return value


def joined():
    """Return the result of ``joined``.

    :returns: Always ``1``.
    :rtype: int
    """
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Run ``only_docstring``."""


def long_docstring(first, second):
    """Return the long docstring.

    :param first: The value of ``first``.
    :param second: The second.
    :returns: The long docstring.
    :rtype: tuple
    """
    return first, second


class Documented:
    """The class ``Documented`` that offers ``method``."""

    def method(self): """Run ``method``."""

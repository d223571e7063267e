r"""Docstring forms: C{Documented}, C{raw}, and 11 more."""


def raw():
    r"""Return the result of C{raw}.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def unicode_prefix():
    u"""Return the Unicode prefix.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def single_quotes():
    """Return the single quotes.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def triple_single():
    """Return the result of C{triple_single}.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def implicit():
    """Return the result of C{implicit}.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def with_quotes():
    """Return the result with quotes.

    @return: Always C{1}.
    @rtype: int
    """
    return 1


def formatted(name):
    """Return the formatted name.

    @param name: The name.
    @return: Always C{1}.
    @rtype: int
    """
    f"""Not a docstring for {name}."""
    return 1


def binary():
    """Return the result of C{binary}.

    @return: Always C{1}.
    @rtype: int
    """
    b"Not a docstring."
    return 1


def not_first():
    """Return the result of C{not_first}.

    @return: The value.
    """
    value = 1
    """Not a docstring either."""
    return value


def joined():
    """Return the result of C{joined}.

    @return: Always C{1}.
    @rtype: int
    """
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Run C{only_docstring}."""


def long_docstring(first, second):
    """Return the long docstring.

    @param first: The value of C{first}.
    @param second: The second.
    @return: The long docstring.
    @rtype: tuple
    """
    return first, second


class Documented:
    """The class C{Documented} that offers C{method}."""

    def method(self): """Run C{method}."""

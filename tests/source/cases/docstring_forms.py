r"""A raw module docstring with a \d in it."""


def raw():
    r"""Match \w+ and keep C:\new."""
    return 1


def unicode_prefix():
    u"An old prefix."
    return 1


def single_quotes():
    'One line in single quotes.'
    return 1


def triple_single():
    '''Ends with a "quote".'''
    return 1


def implicit():
    "Two strings " "that are one docstring."
    return 1


def with_quotes():
    """Say \"\"\" three times and end with a backslash: \\"""
    return 1


def formatted(name):
    f"""Not a docstring for {name}."""
    return 1


def binary():
    b"Not a docstring."
    return 1


def not_first():
    value = 1
    """Not a docstring either."""
    return value


def joined():
    "Not " + "a docstring."
    return 1


def only_docstring():
    """Nothing else."""


def long_docstring(first, second):
    """Start here.

        An indented paragraph.

    Args:
        first: By hand.
    """
    return first, second


class Documented:
    """A class docstring."""

    def method(self): """On one line."""

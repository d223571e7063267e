# A comment before everything.
"""Comments between: ``Commented``, ``after_header``, and 2 more."""

# Another one.
import os  # first


# About the function.
@decorate  # with this
# between decorator and function
def after_header():  # behind the colon
    # before the docstring
    """Run after the header.

    :returns: The result.
    """
    # after it
    return os


def before_body(
    a,
):
    """Run before the body.

    :param a: The value ``a``.
    :returns: The result.
    """
    # a comment, then an empty line

    return a  # last


class Commented:  # a class
    """The class ``Commented``.

    :cvar value: The value, 1 by default.
    :vartype value: int
    """

    # nothing but a comment, then a value
    value = 1
    # a comment at the end

# a comment of the module

def last():
    """Run ``last``."""
    pass
    # trailing comment in the body

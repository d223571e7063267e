# A comment before everything.

# Another one.
import os  # first


# About the function.
@decorate  # with this
# between decorator and function
def after_header():  # behind the colon
    # before the docstring
    """A docstring after comments."""
    # after it
    return os


def before_body(
    a,
):

    # a comment, then an empty line

    return a  # last


class Commented:  # a class
    # nothing but a comment, then a value
    value = 1
    # a comment at the end

# a comment of the module

def last():
    pass
    # trailing comment in the body

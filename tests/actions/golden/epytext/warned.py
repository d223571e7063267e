"""Warned: the function C{resize}."""

import warnings
from warnings import warn


def resize(width, height=None, **options):
    """Resize the width.

    @param width: The width.
    @param height: The height, or None. Defaults to C{None}.
    @param **options: The options as keyword arguments.
    @return: The width.
    @warn DeprecationWarning: If C{height} is None.
    @warn UserWarning: If C{options} is not empty.
    @warn RuntimeWarning: If there is no such option.
    @warn FutureWarning: On each call, with the message "square by default".
    """
    if height is None:
        warnings.warn("height will be required", DeprecationWarning, stacklevel=2)
    if options:
        warnings.warn(f"unknown options {list(options)}")
    for name in options:
        warn("no such option: " + name, category=RuntimeWarning)
    warn("not a warning of Python's")
    warnings.warn(FutureWarning("square by default"))
    return width

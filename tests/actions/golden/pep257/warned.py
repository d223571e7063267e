"""Warned: the function `resize`."""

import warnings
from warnings import warn


def resize(width, height=None, **options):
    """Resize the width."""
    if height is None:
        warnings.warn("height will be required", DeprecationWarning, stacklevel=2)
    if options:
        warnings.warn(f"unknown options {list(options)}")
    for name in options:
        warn("no such option: " + name, category=RuntimeWarning)
    warn("not a warning of Python's")
    warnings.warn(FutureWarning("square by default"))
    return width

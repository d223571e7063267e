"""Warned: the function `resize`."""

import warnings
from warnings import warn


def resize(width, height=None, **options):
    """Resize the width.

    Takes `width` (the width), `height` (the height, or None; default None) and
    `**options` (the options as keyword arguments). Warns with `DeprecationWarning` if
    `height` is None. Warns with `UserWarning` if `options` is not empty. Warns with
    `RuntimeWarning` if there is no such option. Warns with `FutureWarning` on each
    call, with the message "square by default".
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

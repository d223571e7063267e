#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright: nobody.

"""Module: the class `Worker` and the function `run`.

Attributes:
    LIMIT (int): How many at once.
    TEMP_DIR (str): The folder for temporary files.
    timeout (float): The timeout, a float.
    DEBUG (bool): Whether debugging is on.
    VERBOSE (bool): Whether `VERBOSE` is set.
    NEWLINE (str): The newline.
"""

from __future__ import annotations

import os.path as osp, sys
from . import sibling
from ..shared.text import *
from .errors import (
    First as Start,
    Second,
)

__version__ = "1.0"
__all__ = ["LIMIT", "run"]
__all__ += ["Worker"]

LIMIT = 10  # how many at once
#: The folder for
#: temporary files.
TEMP_DIR: str = osp.join(osp.sep, "tmp")
timeout: float = 1.5
_CACHE = {}
counter = 0
DEBUG = VERBOSE = False
if sys.platform == "win32":
    NEWLINE = "\r\n"
else:
    NEWLINE = "\n"


class Worker:
    """A worker."""

    pass


def run(argv=None):
    """Run.

    Args:
        argv: The command-line arguments, or None. Defaults to None.

    Returns:
        int: Always `0`.
    """
    return 0


def run(argv=None, *, dry=False):
    """Run.

    Args:
        argv: The command-line arguments, or None. Defaults to None.
        dry (bool, optional): Whether `dry` is set. Defaults to False.

    Returns:
        int: Always `1`.
    """
    return 1


if __name__ == "__main__":
    sys.exit(run())

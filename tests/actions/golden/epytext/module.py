#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright: nobody.

"""Module: the class `Worker` and the function `run`.

@ivar LIMIT: How many at once.
@type LIMIT: int
@ivar TEMP_DIR: The folder for temporary files.
@type TEMP_DIR: str
@ivar timeout: The timeout, a float.
@type timeout: float
@ivar DEBUG: Whether debugging is on.
@type DEBUG: bool
@ivar VERBOSE: Whether it is verbose.
@type VERBOSE: bool
@ivar NEWLINE: The newline.
@type NEWLINE: str
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

    @param argv: The command-line arguments, or None. Defaults to None.
    @type argv: None
    @return: Always `0`.
    @rtype: int
    """
    return 0


def run(argv=None, *, dry=False):
    """Run.

    @param argv: The command-line arguments, or None. Defaults to None.
    @type argv: None
    @param dry: Whether it is dry. Defaults to False.
    @type dry: bool
    @return: Always `1`.
    @rtype: int
    """
    return 1


if __name__ == "__main__":
    sys.exit(run())

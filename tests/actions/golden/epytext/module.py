#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright: nobody.

"""Module: the class C{Worker} and the function C{run}.

@var LIMIT: How many at once.
@type LIMIT: int
@var TEMP_DIR: The folder for temporary files.
@type TEMP_DIR: str
@var timeout: The timeout, a float.
@type timeout: float
@var DEBUG: Whether debugging is on.
@type DEBUG: bool
@var VERBOSE: Whether C{VERBOSE} is set.
@type VERBOSE: bool
@var NEWLINE: The newline.
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

    @param argv: The command-line arguments, or None. Defaults to C{None}.
    @return: Always C{0}.
    @rtype: int
    """
    return 0


def run(argv=None, *, dry=False):
    """Run.

    @param argv: The command-line arguments, or None. Defaults to C{None}.
    @param dry: Whether C{dry} is set. Defaults to C{False}.
    @type dry: bool
    @return: Always C{1}.
    @rtype: int
    """
    return 1


if __name__ == "__main__":
    sys.exit(run())

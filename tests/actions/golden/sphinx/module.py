#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright: nobody.

"""Module: the class ``Worker`` and the function ``run``.

:var LIMIT: How many at once.
:vartype LIMIT: int
:var TEMP_DIR: The folder for temporary files.
:vartype TEMP_DIR: str
:var timeout: The timeout, a float.
:vartype timeout: float
:var DEBUG: Whether debugging is on.
:vartype DEBUG: bool
:var VERBOSE: Whether ``VERBOSE`` is set.
:vartype VERBOSE: bool
:var NEWLINE: The newline.
:vartype NEWLINE: str
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

    :param argv: The command-line arguments, or None. Defaults to ``None``.
    :returns: Always ``0``.
    :rtype: int
    """
    return 0


def run(argv=None, *, dry=False):
    """Run.

    :param argv: The command-line arguments, or None. Defaults to ``None``.
    :param dry: Whether ``dry`` is set. Defaults to ``False``.
    :type dry: bool
    :returns: Always ``1``.
    :rtype: int
    """
    return 1


if __name__ == "__main__":
    sys.exit(run())

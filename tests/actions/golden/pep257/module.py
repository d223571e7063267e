#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Copyright: nobody.

"""Module: the class `Worker` and the function `run`.

Defines `LIMIT` (how many at once), `TEMP_DIR` (the folder for temporary files),
`timeout` (the timeout, a float), `DEBUG` (whether debugging is on), `VERBOSE` (whether
`VERBOSE` is set) and `NEWLINE` (the newline).
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

    Takes `argv` (the command-line arguments, or None; default None). Always returns
    `0`.
    """
    return 0


def run(argv=None, *, dry=False):
    """Run.

    Takes `argv` (the command-line arguments, or None; default None) and `dry` (whether
    `dry` is set; default False). Always returns `1`.
    """
    return 1


if __name__ == "__main__":
    sys.exit(run())

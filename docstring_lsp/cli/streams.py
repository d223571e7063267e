"""What holds for every text that is written, whoever writes it: its characters, and its reader.

Imports nothing, so that what is known already can be told at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

CANNOT = 2
"""The exit status where something could not be done."""

NO_READER = 141
"""The exit status where nobody reads on."""

_PIECE = 32_768


def accept_any_text() -> None:
    """Let a character that the terminal's encoding lacks be shown as an escape, not raise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def pieces(text: str) -> Iterator[str]:
    """Yield a text piece by piece.

    Of one that is written at once to an unbuffered stream, the rest is lost without a word when
    its reader leaves.
    """
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]


def leave_pipe() -> None:
    """Let what is still buffered go nowhere, or the interpreter complains when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())

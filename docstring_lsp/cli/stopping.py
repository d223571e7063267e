"""Stopping: Ctrl-C, a closed terminal or a polite kill in, one call out.

What is asked of others can be given up at any moment, and what is written to a file never in its
middle: so a signal ends nothing by itself, and the run ends where it lets go. A second signal
does not wait.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn


class Stop:
    """Whether a run is to end, and by what."""

    def __init__(self) -> None:
        self._number = 0

    def __bool__(self) -> bool:
        """Return whether it is."""
        return bool(self._number)

    def note(self, number: int) -> None:
        """Note the signal."""
        self._number = number

    def end(self) -> NoReturn:
        """End the run as the signal would have.

        Raises:
            KeyboardInterrupt: For Ctrl-C.
            SystemExit: For another signal.
        """
        if self._number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + self._number)


@contextmanager
def stopping(call: Callable[[], object]) -> Iterator[Stop]:
    """Give what tells whether a signal has come, for as long as the block lasts.

    Args:
        call: What is called when one comes.
    """
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before: dict[int, Any] = {}

    def came(number: int, frame: FrameType | None) -> None:
        del frame
        stop.note(number)
        for each, handler in before.items():
            signal.signal(each, handler)
        call()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        # What is ignored, as under nohup, stays so.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, came)
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)

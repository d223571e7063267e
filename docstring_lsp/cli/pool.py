"""Applies a function to many items, in several processes, results in the order of the items.

Ctrl-C ends it between two items: what runs is finished, what waits is dropped.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from docstring_lsp.errors import DocstringLspError

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_A_PROCESS = 48
"""Items below which starting processes (0.4 s) costs more than it saves, at 17 ms a file."""

_CHUNK = 4


def apply(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int | None,
    *,
    worth: int = _WORTH_A_PROCESS,
) -> Iterator[Result]:
    """Yield the results.

    Args:
        function: A module's function; it and what it takes and gives can be pickled.
        items: The items.
        jobs: How many processes; None for as many as there are cores, where that is worth it.
        worth: Items below which it is not.

    Raises:
        DocstringLspError: If a process was ended from outside.
    """
    number = min(_jobs(len(items), worth) if jobs is None else jobs, len(items))
    if number <= 1:
        for item in items:
            with _interruption_held():
                result = function(item)
            yield result
        return
    # Imported here: a run over a few files needs none of it.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Started anew on every system alike; a fork would copy the threads' locks.
    pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"))
    try:
        with _interruptions_ignored():
            results = pool.map(function, items, chunksize=_CHUNK)
        yield from results
    except BrokenProcessPool:
        raise DocstringLspError(
            "a process of ours was ended from outside, perhaps for want of memory;"
            " fewer at a time (--jobs 1) may do"
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _jobs(items: int, worth: int) -> int:
    return _cores() if items >= worth else 1


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _interruption_held() -> Iterator[None]:
    """Let Ctrl-C wait for the end of the block; a second one does not wait.

    An event loop that is interrupted anywhere tells of tasks that it lost, and one that turns
    the interruption into a cancellation loses it where the task never waits.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = False

    def hold(number: int, frame: FrameType | None) -> None:
        nonlocal held
        if held:
            signal.default_int_handler(number, frame)
        held = True

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt


@contextmanager
def _interruptions_ignored() -> Iterator[None]:
    """Start processes that leave Ctrl-C, which reaches all of them, to this one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

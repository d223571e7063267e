"""Tells whether a process is still there, and waits for its end; knows no server."""

from __future__ import annotations

import asyncio
import os
import sys

_INTERVAL = 2.0
"""Seconds between two looks; one look costs a system call."""


async def gone(process_id: int, interval: float = _INTERVAL) -> None:
    """Wait until a process has ended.

    A process that cannot be seen at the start, as from inside a container, is never gone.

    Args:
        process_id: The process.
        interval: Seconds between two looks.
    """
    if not is_alive(process_id):
        await asyncio.get_running_loop().create_future()
    is_parent = os.getppid() == process_id
    # There is no event for the end of a process that is not a child of ours.
    while is_alive(process_id) and not (is_parent and os.getppid() != process_id):  # noqa: ASYNC110
        await asyncio.sleep(interval)


def is_alive(process_id: int) -> bool:
    """Return whether a process of that id exists."""
    if process_id <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_on_windows(process_id)
    try:
        os.kill(process_id, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _is_alive_on_windows(process_id: int) -> bool:
    # os.kill would end the process there.
    import ctypes

    synchronize, still_waiting = 0x00100000, 0x102
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(synchronize, False, process_id)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == still_waiting)
    finally:
        kernel.CloseHandle(handle)

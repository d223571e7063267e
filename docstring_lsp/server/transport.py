"""Takes a byte stream and gives the bodies of its messages; knows no method and no JSON.

Header names are read in any case, as the base protocol (HTTP's) has it. Standard input is read
by a thread of its own, so that no busy pool of workers can ever stop the server from reading.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import BinaryIO

_CHUNK = 65536


async def bodies(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Yield the body of each message until the stream ends."""
    with suppress(asyncio.IncompleteReadError):
        while (length := await _content_length(reader)) is not None:
            yield await reader.readexactly(length)


async def _content_length(reader: asyncio.StreamReader) -> int | None:
    length: int | None = None
    while line := await _line(reader):
        if line.strip():
            name, _, value = line.partition(b":")
            if name.strip().lower() == b"content-length" and value.strip().isdigit():
                length = int(value)
        elif length is not None:
            return length
    return None


async def _line(reader: asyncio.StreamReader) -> bytes:
    while True:
        # A header line without end is thrown away by the reader, which then raises.
        with suppress(ValueError):
            return await reader.readline()


def stdin_reader() -> asyncio.StreamReader:
    """Return a stream of what arrives on standard input.

    Returns:
        A stream that belongs to the running loop.
    """
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(loop=loop)

    def pump() -> None:
        # The descriptor, not the buffered file: a thread that waits in the file's lock would
        # abort the interpreter when it exits.
        with suppress(RuntimeError, OSError):
            while chunk := os.read(0, _CHUNK):
                loop.call_soon_threadsafe(reader.feed_data, chunk)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(reader.feed_eof)

    threading.Thread(target=pump, name="stdin", daemon=True).start()
    return reader


def take_stdout() -> BinaryIO:
    """Return standard output for messages alone; what others print goes to standard error."""
    sys.stdout.flush()
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return output


class PipeWriter:
    """Writes whole messages to a pipe at once.

    Args:
        pipe: What to write to.
    """

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe

    def write(self, data: bytes) -> None:
        """Write and flush."""
        self._pipe.write(data)
        self._pipe.flush()

    def close(self) -> None:
        """Close the pipe; one whose other end is gone is closed already."""
        with suppress(OSError):
            self._pipe.close()

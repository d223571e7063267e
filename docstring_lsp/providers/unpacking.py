"""Packed bytes in, unpacked bytes out, in bounded pieces: a small answer cannot become a huge one.

A compressed answer may unpack to a thousand times its size; what unpacks a whole piece at once
has already lost. Knows no network.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, AsyncIterable, Iterator

PIECE = 65_536


class UnpackingError(Exception):
    """The bytes are not packed as was said, or in a way that is not known."""


async def unpacked(encoding: str, pieces: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """Give the bytes of an answer, at most `PIECE` at a time.

    Args:
        encoding: The answer's ``Content-Encoding``.
        pieces: Its bytes as they came.

    Raises:
        UnpackingError: If they cannot be unpacked.
    """
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name != "identity"]
    if not any(names):
        async for piece in pieces:
            yield piece
        return
    if len(names) > 1 or names[0] not in _WINDOWS:
        raise UnpackingError(f"packed as {encoding[:40]!a}, which was not asked for")
    stream = zlib.decompressobj(_WINDOWS[names[0]])
    try:
        async for piece in pieces:
            for part in _parts(stream, piece):
                yield part
    except zlib.error:
        raise UnpackingError(f"not the {names[0]} it is said to be") from None
    if not stream.eof:
        raise UnpackingError(f"{names[0]} that breaks off")


_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def _parts(stream: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    while piece and not stream.eof:
        if part := stream.decompress(piece, PIECE):
            yield part
        piece = stream.unconsumed_tail

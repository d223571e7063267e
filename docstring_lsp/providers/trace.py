"""What the log is told of a call: sizes and hashes of what went out and came in, never a word.

With them somebody can tell whether the same was sent twice, and where time goes.
"""

from __future__ import annotations

import json
import logging
import time
from hashlib import sha256
from urllib.parse import urlsplit

from docstring_lsp import log
from docstring_lsp.providers.call import Call

logger = log.get("http")

_SHOWN = 12


class Trace:
    """One call, as the log is told of it.

    Args:
        call: The call.
    """

    def __init__(self, call: Call) -> None:
        self.status: int | None = None
        """The HTTP status; None where there is no answer."""
        self._call = call
        self._begun = time.perf_counter()
        self._size = 0
        self._digest = sha256()
        self._wanted = logger.isEnabledFor(logging.DEBUG)

    def __enter__(self) -> Trace:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Tell the log what became of the call."""
        if self._wanted:
            self._tell()

    def came(self, piece: bytes) -> None:
        """Take in a piece of the answer."""
        if self._wanted:
            self._size += len(piece)
            self._digest.update(piece)

    def _tell(self) -> None:
        call, milliseconds = self._call, 1000 * (time.perf_counter() - self._begun)
        body = b"" if call.body is None else json.dumps(call.body).encode()
        sent = call.upload.content if call.upload else body
        logger.debug(
            "%s: %s %s: %s out; %s, %s in, %.0f ms",
            call.provider,
            call.method,
            urlsplit(call.url).hostname,
            _told(len(sent), sha256(sent).hexdigest()),
            f"HTTP {self.status}" if self.status is not None else "no answer",
            _told(self._size, self._digest.hexdigest()),
            milliseconds,
        )


def _told(size: int, digest: str) -> str:
    return f"{size:,} bytes ({digest[:_SHOWN]})"

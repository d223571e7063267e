"""What the program tells of its own work, with secrets taken out: records in, lines out.

Everything goes through one logger to standard error (standard output belongs to results and to
the protocol). Knows no setting; the level comes from whoever configures it.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import TextIO

LEVELS = ("debug", "info", "warning", "error")

_NAME = "docstring_lsp"
_HIDDEN = "[redacted]"
_SECRETS: tuple[tuple[re.Pattern[str], str], ...] = (
    # A header or field whose name says that its value is a secret: `x-api-key: …`, `token=…`.
    (
        re.compile(
            r"(?i)(\b[\w-]*(?:api[-_]?key|authorization|cookie|passwd|password|secret|token)"
            r"[\"']?\s*[:=]\s*[\"']?)(?:(?:basic|bearer)\s+)?[^\s\"',;}&]+"
        ),
        rf"\1{_HIDDEN}",
    ),
    (re.compile(r"(?i)\b((?:basic|bearer)\s+)[\w.~+/=-]{8,}"), rf"\1{_HIDDEN}"),
    # A user's name and password in an address.
    (re.compile(r"(://)[^/\s@:]*:[^/\s@]+@"), rf"\1{_HIDDEN}@"),
    # Keys that are known by how they begin.
    (re.compile(r"\b(?:sk|pk|rk|gsk|xai|ghp|gho|ghs|glpat|hf|AIza)[-_][\w-]{12,}"), _HIDDEN),
    (re.compile(r"\bAIza[\w-]{20,}"), _HIDDEN),
)


def get(name: str) -> logging.Logger:
    """Return the logger of a part of the program.

    Args:
        name: The part, such as ``server``.
    """
    return logging.getLogger(f"{_NAME}.{name}")


def configure(level: str = "warning", stream: TextIO | None = None) -> None:
    """Send what is logged, from a level on, to a stream. May be called again.

    Args:
        level: One of `LEVELS`.
        stream: Where to; standard error if None.
    """
    logger = logging.getLogger(_NAME)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(level.upper())


def begin() -> None:
    """Send warnings to standard error, where nobody has said otherwise."""
    if not logging.getLogger(_NAME).handlers:
        configure()


def redact(text: str) -> str:
    """Return a text with what looks like a secret taken out."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class _Redacting(logging.Formatter):
    """Takes secrets out of the finished line, so that no argument or traceback is missed."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))

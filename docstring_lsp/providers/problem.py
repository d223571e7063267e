"""What went wrong: a status, headers and what a vendor made of its body in, an error out.

Knows the kinds of errors and every way to say how long to wait, and no vendor. Nothing that was
sent, and no key, is ever repeated in an error: what a vendor says is shown only where it quotes
neither.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from docstring_lsp import log
from docstring_lsp.errors import ContentError, PassingError, PermanentError, ProviderError

Kind = Literal["permanent", "passing", "format", "truncated", "refused", "malformed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What an answer that is none means.

    Attributes:
        kind: What can be done: ``permanent`` nothing, ``passing`` ask again, ``format`` ask
            without holding the model to a schema in this way, the others as the reasons of a
            `ContentError`.
        reason: What happened and what to do, in our words.
        said: What the vendor says, to be shown if it is safe to.
        retry_after: The seconds it asks to wait, where the body says so.
        certain: Whether the vendor's own code says so, which outweighs a header's hint.
    """

    kind: Kind
    reason: str
    said: str = ""
    retry_after: float | None = None
    certain: bool = False


Explain = Callable[[int | None, Any], Problem | None]
"""A vendor's reading of an error: its status (None under a 200) and its body as JSON."""


class FormatRefusedError(PermanentError):
    """The server does not hold a model to a schema in the way it was asked to."""


def by_status(status: int | None) -> Problem:
    """Return what a status means where a body says no more."""
    if status is None:
        return Problem(kind="passing", reason="an error in place of an answer")
    if status in _KNOWN:
        kind, reason = _KNOWN[status]
        return Problem(kind=kind, reason=reason)
    if 300 <= status < 400:
        return Problem(kind="permanent", reason="a redirect, which is not followed")
    if status >= 500:
        return Problem(kind="passing", reason="the server failed")
    return Problem(kind="permanent", reason="the request is not accepted")


def error(
    problem: Problem,
    *,
    provider: str,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    sent: Iterable[str] = (),
    secrets: Iterable[str] = (),
    key_variable: str = "",
    asked: str = "",
) -> ProviderError:
    """Return the error that a problem is.

    Args:
        problem: What the answer means.
        provider: Who gave it.
        status: Its HTTP status.
        headers: Its headers, their names in small letters.
        sent: The texts that were sent, which are not to be repeated.
        secrets: The keys that were sent, of which no part is to be repeated.
        key_variable: The environment variable that holds the key, for what to do.
        asked: The address and the model that were asked, for what to do.
    """
    headers = headers or {}
    message = problem.reason
    if status in (401, 403) and key_variable:
        message += f"; check {key_variable}"
    if status is not None:
        message += f" (HTTP {status})"
    if told := safe(problem.said, sent=sent, secrets=secrets).rstrip(". "):
        message += f": {told}"
    if asked and status is not None and (status in _MISDIRECTED or 300 <= status < 400):
        message += f"; check {asked}"
    wait = problem.retry_after if problem.retry_after is not None else retry_after(headers)
    kind = _kind(problem, status, headers, wait)
    if kind == "passing":
        return PassingError(message, provider=provider, status=status, retry_after=wait)
    if kind == "permanent":
        return PermanentError(message, provider=provider, status=status)
    if kind == "format":
        return FormatRefusedError(message, provider=provider, status=status)
    return ContentError(message, provider=provider, reason=kind)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer asks to wait (RFC 9110, 10.2.3, and vendors' own)."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        seconds = _number(headers.get(name, ""))
        if seconds is not None:
            return max(0.0, seconds / unit)
    return _until(headers.get("retry-after", ""))


def duration(text: object) -> float | None:
    """Return the seconds of a duration such as ``37s`` (``google.protobuf.Duration``)."""
    if not isinstance(text, str) or not text.endswith("s"):
        return None
    return _number(text[:-1])


def safe(text: object, *, sent: Iterable[str] = (), secrets: Iterable[str] = ()) -> str:
    """Return what a vendor says if it may be shown, cut to one short line; else nothing.

    Args:
        text: What it says.
        sent: The texts that were sent: none may be quoted beyond a few words.
        secrets: The keys that were sent: no part of one may be quoted.
    """
    if not isinstance(text, str):
        return ""
    line = "".join(c if c.isprintable() else " " for c in text[: _LONGEST * 4])
    line = log.redact(_MASKED.sub("[redacted]", " ".join(line.split())))
    if any(_quotes(line, secret, _QUOTED_SECRET) for secret in secrets):
        return ""
    if any(_quotes(line, told, _QUOTED_TEXT) for told in sent):
        return ""
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_LONGEST = 200
_QUOTED_TEXT = 24
"""Characters: a parameter's name or a model's may be repeated, a line of code may not."""
_QUOTED_SECRET = 6
_MASKED = re.compile(r"\S*(?:\*{3,}|\.{3,}|…|•{3,})\S*")
"""What a vendor shows of a key: its ends."""

_MISDIRECTED = frozenset({404, 405})
_KNOWN: dict[int, tuple[Kind, str]] = {
    400: ("permanent", "the request is not accepted"),
    401: ("permanent", "the key is not accepted"),
    402: ("permanent", "the account has no credit left"),
    403: ("permanent", "the key does not allow this"),
    404: ("permanent", "no such model or address"),
    405: ("permanent", "no such address"),
    408: ("passing", "the server waited too long"),
    409: ("passing", "the server was at odds with another request"),
    413: ("permanent", "the request is too large"),
    425: ("passing", "the server is not ready"),
    429: ("passing", "too many requests"),
    501: ("permanent", "the server cannot do this"),
    503: ("passing", "the server is overloaded"),
    504: ("passing", "the server waited too long"),
    505: ("permanent", "the server cannot do this"),
    529: ("passing", "the server is overloaded"),
}


def _kind(
    problem: Problem, status: int | None, headers: Mapping[str, str], wait: float | None
) -> Kind:
    if problem.kind not in ("passing", "permanent") or problem.certain:
        return problem.kind
    said = headers.get("x-should-retry", "").strip().lower()
    if said in ("true", "false") and status is not None and status >= 400:
        return "passing" if said == "true" else "permanent"
    if status == 402 and wait is not None:
        return "passing"
    return problem.kind


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _until(text: str) -> float | None:
    import email.utils
    import time

    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _quotes(line: str, text: str, length: int) -> bool:
    """Return whether a line repeats so many characters of a text, white space aside."""
    text = " ".join(text.split())
    if len(text) < length:
        return len(text) >= _QUOTED_SECRET and length == _QUOTED_SECRET and text in line
    return any(line[i : i + length] in text for i in range(len(line) - length + 1))

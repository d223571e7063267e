"""Secrets in what is about to be sent: texts in, the same with placeholders for them out.

Pure. Keys that are known by how they look, private keys, passwords in addresses, literals that
stand at a name such as ``password``, and strings too random to be words. What is found in one
text is taken out of all: a default stands in the source and again in what is told of it.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "private key",
        re.compile(
            r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
            r".*?(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|\Z)",
            re.DOTALL,
        ),
    ),
    ("AWS key", re.compile(r"\b(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}\b")),
    ("GitHub token", re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})")),
    ("GitLab token", re.compile(r"\b(?:glpat|gldt|glrt|glptt)-[\w-]{20,}")),
    ("Slack token", re.compile(r"\bxox[abeprs]-[\w-]{10,}")),
    ("Slack webhook", re.compile(r"https://hooks\.slack\.com/(?:services|workflows)/[\w/]+")),
    ("Stripe key", re.compile(r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}")),
    ("Google key", re.compile(r"\bAIza[\w-]{35}")),
    ("model key", re.compile(r"\b(?:sk|pk|rk|gsk|xai)-[A-Za-z][\w-]{18,}|\bsk-[A-Za-z0-9]{20,}")),
    ("Hugging Face token", re.compile(r"\bhf_[A-Za-z0-9]{30,}")),
    ("package token", re.compile(r"\b(?:pypi-[\w-]{40,}|npm_[A-Za-z0-9]{36})")),
    ("SendGrid key", re.compile(r"\bSG\.[\w-]{16,}\.[\w-]{16,}")),
    ("Twilio key", re.compile(r"\b(?:AC|SK)[0-9a-f]{32}\b")),
    ("Discord token", re.compile(r"\b[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,}")),
    ("Telegram token", re.compile(r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b")),
    ("web token", re.compile(r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?")),
    ("Azure key", re.compile(r"(?<=AccountKey=)[A-Za-z0-9+/]{40,}={0,2}")),
    ("password", re.compile(r"(?<=://)[^\s/:@'\"]*:[^\s/@'\"]+(?=@)")),
    ("credentials", re.compile(r"(?i)(?<=bearer )[\w.~+/-]{16,}=*|(?<=basic )[\w+/]{12,}=*")),
)
"""Kinds of secrets and how each looks, the surest first."""

_NAMED = re.compile(
    r"(?i)(?P<name>\w{0,40}(?:passwd|password|passphrase|pwd|secret|token|api_?key|access_?key"
    r"|private_?key|auth_?key|credential)\w{0,40})[\"']?\]?"
    r"\s*(?::\s*[\w.\[\], |]{1,80}?)?\s*(?:=|:|=>|==)\s*[bru]{0,2}"
    r"(?P<quote>[\"'])(?P<value>[^\"'\n]{4,2000})(?P=quote)"
)
"""A name that says so, and the literal that it is given."""

_SURE = re.compile(r"(?i)passwd|password|passphrase|pwd")
_QUOTED = re.compile(r"([\"'])([A-Za-z0-9+/=_-]{20,})\1")
_HEX = re.compile(r"[0-9a-fA-F]+")
_WORDS = re.compile(r"[a-z]+(?:[-_/][a-z]+)+|[A-Z]+(?:[-_][A-Z]+)+|[A-Za-z]+")
_PLACEHOLDER = re.compile(r"<redacted [\w ]+>")
_RANDOM_HEX, _RANDOM = 3.0, 4.0
"""Bits a character from which a quoted string counts as random: prose and names have fewer."""

_LONG = 8
_WORDLIKE = ("password", "secret")


def redacted(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return texts without the secrets in any of them, and the kinds of those that were found.

    Args:
        texts: What is about to be sent.
    """
    found: dict[str, str] = {}
    for text in texts:
        for kind, value in secrets(text):
            found.setdefault(value, kind)
    if not found:
        return tuple(texts), ()
    longest_first = sorted(found, key=len, reverse=True)
    clean = tuple(_without(text, longest_first, found) for text in texts)
    return clean, tuple(found[value] for value in longest_first)


def secrets(text: str) -> Iterator[tuple[str, str]]:
    """Give each secret of a text with its kind."""
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            yield kind, match[0]
    for match in _NAMED.finditer(text):
        value = match["value"]
        if _PLACEHOLDER.fullmatch(value) is None and _may_be(match["name"], value):
            yield "password" if _SURE.search(match["name"]) else "secret", value
    for match in _QUOTED.finditer(text):
        if _is_random(match[2]):
            yield "random string", match[2]


def _may_be(name: str, value: str) -> bool:
    """Return whether a literal at such a name may be a secret, and is no word or template."""
    if "{" in value or "%" in value or " " in value.strip():
        return False
    if _SURE.search(name):
        return True
    kinds = (str.islower, str.isupper, str.isdigit)
    mixed = sum(any(kind(character) for character in value) for kind in kinds) > 1
    return mixed and len(value) >= _LONG and _WORDS.fullmatch(value) is None


def _is_random(value: str) -> bool:
    if _WORDS.fullmatch(value):
        return False
    if _HEX.fullmatch(value):
        return len(value) >= 32 and not value.isdigit() and _bits(value) > _RANDOM_HEX
    return any(map(str.isdigit, value)) and _bits(value) > _RANDOM


def _bits(value: str) -> float:
    counts: Iterable[int] = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts)


def _without(text: str, values: Sequence[str], kinds: Mapping[str, str]) -> str:
    for value in values:
        mark = f"<redacted {kinds[value]}>"
        for written in dict.fromkeys((value, json.dumps(value)[1:-1])):
            text = _replaced(text, written, mark, bare=_stands_out(value, kinds[value]))
    return text


def _stands_out(value: str, kind: str) -> bool:
    """Return whether a secret cannot be taken for a word of the code's."""
    return kind not in _WORDLIKE or (len(value) >= _LONG and not value.isidentifier())


def _replaced(text: str, value: str, mark: str, *, bare: bool) -> str:
    if bare:
        return text.replace(value, mark)
    quoted = rf"(\\?[\"']){re.escape(value)}(\\?[\"'])"
    return re.sub(quoted, rf"\1{mark}\2", text)

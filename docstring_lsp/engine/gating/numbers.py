"""Numbers that a sentence tells and the code does not: counts, measures, hosts.

Takes a sentence and what is known, gives what is wrong with it, in words a model can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.engine.gating.known import Known, value_of
from docstring_lsp.engine.gating.words import COUNTS, ROUND


def unknown_numbers(sentence: str, known: Known) -> Iterator[str]:
    """Yield the numbers in a sentence that are not in the code."""
    for found in _NUMBER.finditer(sentence):
        written = found[0]
        grouped = written.replace(",", "") if _GROUPED.fullmatch(written) else written
        for number in grouped.split(","):
            value = value_of(number.rstrip("."))
            if value is None or value in (0, 1) or value in known.numbers:
                continue
            after = sentence[found.end() : found.end() + _NEAR]
            if after.lstrip().startswith("%") and value / 100 in known.numbers:
                continue
            counted = _MEMBERS.match(after) or _ONE_OF.search(sentence[: found.start()])
            if value in known.counts and counted:
                continue
            yield f"{number} is not in the code"


def unknown_measures(sentence: str, known: Known) -> Iterator[str]:
    """Yield the measures, the counts in words and the hosts that are not in the code."""
    for found in _MEASURED.finditer(sentence):
        if value_of(found[1]) not in {0.0, 1.0, *known.numbers}:
            yield f"{found[0]} is not in the code"
    for found in _COUNTED.finditer(sentence):
        if float(COUNTS[found[1].lower()]) not in known.numbers:
            yield f'"{found[0]}" is not in the code'
    for found in _ROUND.finditer(sentence):
        if float(ROUND[(found[1] or found[2]).lower()]) not in known.numbers:
            yield f'"{found[0]}" is not in the code'
    for found in _HOST.finditer(sentence):
        if found[0] not in known.text and found[0] not in _OWN_HOSTS:
            yield f"{found[0]} is not in the code"


_NUMBER = re.compile(
    r"(?<![\w.'\"])(?<!\w[-/])(?:0[xX][0-9a-fA-F_]+|\d[\d_]*(?:,\d+)*(?:\.\d+)*(?:[eE][-+]?\d+)?)"
    r"(?!(?<=\b[2-4])-tuple|[\w'\"]|\.\w|-?(?:bit|byte|D\b)|\s+(?:more|other|further)\b)"
)
_MEMBERS = re.compile(
    r"\s+(?:\w+\s+)?(?:methods|parameters|arguments|attributes|members|fields|classes|functions|"
    r"constants|names|values|bases|decorators|exceptions)\b"
)
_ONE_OF = re.compile(r"\bone of (?:the )?\Z", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COUNTED = re.compile(
    rf"\b({'|'.join(COUNTS)})\s+(?:times|retries|attempts|tries|(?:milli|micro|nano)?seconds|"
    r"minutes|hours|days|weeks|months|years|bytes|bits|kilobytes|megabytes|characters|digits|"
    r"decimals|percent|pixels)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?<![\w.-])(\d+(?:\.\d+)?)(?:[mun]?s|min|h|x|[kKMGT]i?B|px|[kMG]?Hz)\b(?!\w)"
)
_ROUND = re.compile(rf"\b(?:an?|one|half an?)\s+({'|'.join(ROUND)})\b|\b(thrice)\b", re.IGNORECASE)
_HOST = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)")
_OWN_HOSTS = frozenset({"0.0.0.0", "127.0.0.1"})  # noqa: S104
_NEAR = 40

"""Fences: a text that is only data is put between two lines that do not occur in it.

Takes texts, gives them fenced; knows neither templates nor providers. A fence is made from its
own text's hash: the same text gets the same fence, so that a provider's prompt cache holds, and
who writes the text cannot close it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from typing import TypedDict

_SHORTEST = 8


class Fenced(TypedDict):
    """A text between its fences, as a template is given it."""

    open: str
    text: str
    close: str


def fenced(text: str, others: Sequence[str] = ()) -> Fenced:
    """Return a text with its fences.

    Args:
        text: What is put between them; shown as `visible` does.
        others: Further texts in which the fence must not occur either.
    """
    shown = visible(text)
    digest = sha256(shown.encode()).hexdigest()
    length = _SHORTEST
    while any(digest[:length] in other.lower() for other in (shown, *others)):
        length += 1
        if length > len(digest):
            digest, length = sha256(digest.encode()).hexdigest(), _SHORTEST
    name = f"data-{digest[:length]}"
    return Fenced(open=f"<{name}>", text=shown, close=f"</{name}>")


def visible(text: str) -> str:
    r"""Return a text in which no character hides.

    Control, format, private and surrogate characters and exotic line breaks, which a person
    does not see and a model reads, become ``\u202e`` and the like; newlines and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return _SUSPECT.sub(_escaped, text.replace("\r\n", "\n"))


_SUSPECT = re.compile(r"[^\n\t\x20-\x7e]")
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

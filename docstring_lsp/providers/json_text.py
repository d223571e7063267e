"""A model's text in, the JSON object in it out, however it was wrapped.

A model that is only asked for JSON says it between fences, after its thoughts or within a
sentence. Knows nothing of what the object should hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any


def read(text: str) -> Mapping[str, Any] | None:
    """Return the object that a text is, or else holds; the largest one of several."""
    text = text.strip().lstrip("\ufeff")
    whole = _object(text)
    if whole is not None:
        return whole
    said = _THOUGHT.sub("", text)
    for fenced in _FENCED.findall(said):
        found = _object(fenced)
        if found is not None:
            return found
    return max(_objects(said), key=lambda found: len(str(found)), default=None)


_THOUGHT = re.compile(r"\A\s*<(think|thinking|thought)>.*?</\1>", re.DOTALL)
_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)\n[ \t]*```", re.DOTALL | re.IGNORECASE)
_MOST_TRIED = 20
"""Braces: in prose before an answer stand few, and each costs a parse."""


def _object(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    start, decoder = 0, json.JSONDecoder()
    for _ in range(_MOST_TRIED):
        start = text.find("{", start)
        if start < 0:
            return
        try:
            found, start = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            start += 1
            continue
        if isinstance(found, dict):
            yield found

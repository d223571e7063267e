"""What the bible has to do with a document: what a model is told of it, and its words held to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docstring_lsp.bible import Bible, Entry


def told(bible: Bible) -> str:
    """Return what a bible says, an entry a line."""
    return "\n".join(_line(entry) for entry in bible.entries)


def unwanted(text: str, bible: Bible) -> tuple[str, ...]:
    """Return the words of a text that a bible forbids, each with the one to use instead."""
    return tuple(
        f"say {instead!r} and not {word!r}"
        for word, instead in bible.forbidden.items()
        if _word(word).search(text)
    )


def reworded(text: str, bible: Bible) -> str:
    """Return a text with the words that a bible wants in the place of those it forbids."""
    for word, instead in bible.forbidden.items():
        text = _word(word).sub(instead, text)
    return text


def _line(entry: Entry) -> str:
    return f"{entry.id}: {'; '.join(_fields(entry))}".removesuffix(": ")


def _fields(entry: Entry) -> Iterator[str]:
    for name, value in entry.fields.items():
        if name != "source":
            said = value if isinstance(value, str) else ", ".join(value)
            label = {"meaning": "", "description": "", "forbidden": "never called "}
            yield f"{label.get(name, f'{name}: ')}{said}"


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w`.]){re.escape(word)}(?![\w`(])", re.IGNORECASE)

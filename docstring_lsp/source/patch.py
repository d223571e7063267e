"""From a docstring's text, changed in places, to an edit that touches only these places.

Where `docstring_lsp.source.edit` writes a literal anew, this keeps the one that stands: its
quotes, its escapes as they are spelled, its indentation, white space at the ends of its lines.
It maps what the docstring says back to the characters that say it. Must not know what a
docstring says, or in which style.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import TextEdit, docstring_content, docstring_edit
from docstring_lsp.source.literal import STRING, clean, cleandoc, evaluate
from docstring_lsp.source.proof import prove
from docstring_lsp.source.span import Span

_ESCAPE = re.compile(
    r"\\(?:\r\n|[\r\n]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|.)"
    r"|\r\n?",
    re.DOTALL,
)
_TAB = 8
"""Columns that a tab reaches to, as Python has it."""

_NEWLINE = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the docstring: what it says, and the places in the file of its characters.

    Attributes:
        says: What it says.
        places: Where each of its characters stands, and where the last one ends.
    """

    says: str
    places: tuple[int, ...]


def docstring_patch(text: str, definition: Definition, content: str) -> TextEdit | None:
    """Return the edit that makes a changed text the definition's docstring.

    Args:
        text: The file.
        definition: What has the docstring.
        content: What the docstring shall say, as `docstring_content` gives it.

    Returns:
        The edit, or None if nothing changes. Where the literal that stands cannot be kept, it
        is the one that writes it anew.

    Raises:
        EditRefusedError: As `docstring_lsp.source.edit.docstring_edit` does.
    """
    present = docstring_content(text, definition)
    if present == content:
        return None
    kept = None if present is None else _kept(text, definition, content)
    return kept or docstring_edit(text, definition, content)


class Places:
    """Where in a file stands what a docstring says.

    Args:
        text: The file.
        definition: What has the docstring.
    """

    def __init__(self, text: str, definition: Definition) -> None:
        span = definition.docstring
        found = None if span is None else STRING.fullmatch(text, *span)
        lines = None if found is None else _lines(text, found)
        self._starts = [place for line in lines or () for place in line.places]

    def of(self, said: Span) -> Span | None:
        """Return the characters of the file that say a part of the docstring's text.

        Args:
            said: The part, in the text that `docstring_content` gives.

        Returns:
            None where the literal is one whose characters cannot be told apart.
        """
        if said.end >= len(self._starts):
            return None
        return Span(self._starts[said.start], self._starts[said.end])


def _kept(text: str, definition: Definition, content: str) -> TextEdit | None:
    """Return the edit within the literal that stands, or None if there is none."""
    assert definition.docstring is not None
    found = STRING.fullmatch(text, *definition.docstring)
    lines = None if found is None else _lines(text, found)
    if found is None or lines is None:
        return None
    changes = list(_changes(lines, content.split("\n"), found, text))
    if not changes:
        return None
    first, last = changes[0][0].start, changes[-1][0].end
    pieces, place = [], first
    for span, new in changes:
        pieces += [text[place : span.start], new]
        place = span.end
    new_text = "".join(pieces)
    start, end = found.span()
    literal = text[start:first] + new_text + text[last:end]
    value = evaluate(literal)
    if value is None or cleandoc(value) != content:
        return None
    try:
        prove(text, definition, Span(start, end), literal, clean(content))
    except EditRefusedError:
        return None
    return TextEdit(Span(first, last), new_text)


def _lines(text: str, found: re.Match[str]) -> list[_Line] | None:
    """Return the docstring's lines as `cleandoc` has them, or None where they do not match."""
    said, places = _without_tabs(*_said(text, found))
    raw: list[_Line] = []
    place = 0
    for line in said.split("\n"):
        raw.append(_Line(line, tuple(places[place : place + len(line) + 1])))
        place += len(line) + 1
    margins = [len(r.says) - len(r.says.lstrip(" ")) for r in raw[1:] if r.says.strip()]
    margin = min(margins, default=0)
    cut = [len(raw[0].says) - len(raw[0].says.lstrip(" ")), *(margin for _ in raw[1:])]
    lines = [
        _Line(r.says[n:], r.places[min(n, len(r.says)) :]) for r, n in zip(raw, cut, strict=True)
    ]
    while lines and not lines[-1].says.strip():
        lines.pop()
    while lines and not lines[0].says.strip():
        lines.pop(0)
    return lines if "\n".join(line.says for line in lines) == cleandoc(said) else None


def _without_tabs(said: str, places: list[int]) -> tuple[str, list[int]]:
    """Return a text with blanks for its tabs, each of which stands where its tab does."""
    if "\t" not in said:
        return said, places
    wide: list[str] = []
    where: list[int] = []
    column = 0
    for character, place in zip(said, places, strict=False):
        width = _TAB - column % _TAB if character == "\t" else 1
        wide.append(" " * width if character == "\t" else character)
        where += [place] * width
        column = 0 if character == "\n" else column + width
    return "".join(wide), [*where, places[-1]]


def _said(text: str, found: re.Match[str]) -> tuple[str, list[int]]:
    """Return what a literal means, and where each character of that stands."""
    prefix = found["prefix"] or ""
    quotes = 3 if text[found.start() + len(prefix) :][:3] in {'"""', "'''"} else 1
    start, end = found.start() + len(prefix) + quotes, found.end() - quotes
    said: list[str] = []
    places: list[int] = []
    place = start
    while place < end:
        escape = _ESCAPE.match(text, place, end)
        if escape is None or ("r" in prefix.lower() and text[place] == "\\"):
            meaning, stop = text[place], place + 1
        elif text[place] == "\r":
            meaning, stop = "\n", escape.end()
        else:
            meaning, stop = evaluate(f'"""{escape.group()}"""') or "", escape.end()
        said.append(meaning)
        places += [place] * len(meaning)
        place = stop
    return "".join(said), [*places, end]


def _changes(
    old: list[_Line], new: list[str], found: re.Match[str], text: str
) -> Iterator[tuple[Span, str]]:
    """Give the spans of the file that change, each with its new text, in order."""
    newline = _NEWLINE.search(text, *found.span())
    line_end = newline.group() if newline is not None else "\n"
    indent = _indent(old, found, text)
    raw = "r" in (found["prefix"] or "").lower()

    def written(line: str) -> str:
        if "\t" in indent:
            said = line.lstrip(" ")
            blanks = len(line) - len(said)
            line = "\t" * (blanks // _TAB) + " " * (blanks % _TAB) + said
        return line if raw else line.replace("\\", "\\\\").replace('"""', '\\"""')

    matcher = SequenceMatcher(None, [line.says for line in old], new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and i2 - i1 == j2 - j1:
            for number, (line, wanted) in enumerate(zip(old[i1:i2], new[j1:j2], strict=True), i1):
                if number and bool(line.says.strip()) != bool(wanted):
                    # An empty line has no white space, and one that was empty has none to keep.
                    whole = Span(old[number - 1].places[-1], line.places[-1])
                    yield whole, line_end + (indent + written(wanted) if wanted else "")
                else:
                    yield _within(line, wanted, written)
            continue
        lines = [indent + written(line) if line else "" for line in new[j1:j2]]
        if i1 == 0:
            start, lines[:1] = old[0].places[0], [line[len(indent) :] for line in lines[:1]]
            end = old[i2].places[0] if 0 < i2 < len(old) else start
            behind = ""
            if lines and i2 < len(old):
                behind = line_end + (indent if old[i2].says.strip() else "")
            yield (
                Span(start, old[-1].places[-1] if i2 == len(old) else end),
                line_end.join(lines) + behind,
            )
        else:
            # From the end of the line above, so that the newline goes or comes with its line.
            start = old[i1 - 1].places[-1]
            end = old[i2 - 1].places[-1] if i2 > i1 else start
            yield Span(start, end), "".join(line_end + line for line in lines)


def _within(line: _Line, wanted: str, written: Callable[[str], str]) -> tuple[Span, str]:
    """Return the change within one line, without what it leaves at its start and end."""
    most = min(len(line.says), len(wanted))
    start = next((n for n in range(most) if line.says[n] != wanted[n]), most)
    most -= start
    stop = next((n for n in range(most) if line.says[-1 - n] != wanted[-1 - n]), most)
    span = Span(line.places[start], line.places[len(line.says) - stop])
    return span, written(wanted[start : len(wanted) - stop])


def _indent(lines: list[_Line], found: re.Match[str], text: str) -> str:
    """Return the white space in front of the docstring's lines but the one of its quotes."""
    for place in [*(line.places[0] for line in lines if line.says.strip()), found.end()]:
        begin = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
        if begin > found.start():
            ahead = text[begin:place]
            return ahead[: len(ahead) - len(ahead.lstrip())]
    return ""

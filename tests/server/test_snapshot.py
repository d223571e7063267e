"""A document follows the editor's changes exactly, whatever the text and the encoding."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.server.snapshot import Change, Document, Place
from docstring_lsp.source.text import LineIndex, PositionEncoding

ENCODINGS = tuple(PositionEncoding)
TRICKY = (
    "a",
    "Z",
    "\n",
    "\r\n",
    "\r",
    "\f",
    "\v",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "é",
    "漢",
    "🐍",
)

_LINE_END = re.compile(r"\r\n|\r|\n")


def document(text: str) -> Document:
    return Document("file:///a.py", 1, "python", LineIndex(text), None)


def units(text: str, encoding: PositionEncoding) -> int:
    """The length of a text as an editor counts it, told by Python's own codecs."""
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding.value]
    codec = "utf-8" if width == 1 else f"{encoding.value}-le"
    return len(text.encode(codec)) // width


def place(text: str, offset: int, encoding: PositionEncoding) -> Place:
    """Where an editor says that an offset is."""
    ends = [m.end() for m in _LINE_END.finditer(text) if m.end() <= offset]
    start = ends[-1] if ends else 0
    return Place(len(ends), units(text[start:offset], encoding))


def between_cr_and_lf(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n"


@dataclass
class Edit:
    first: int
    last: int
    text: str


texts = st.lists(st.sampled_from(TRICKY), max_size=30).map("".join)
edits = st.lists(
    st.builds(Edit, st.integers(0, 60), st.integers(0, 60), texts), min_size=1, max_size=6
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(start=texts, steps=edits)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_changes_leave_the_text_that_the_editor_has(
    encoding: PositionEncoding, start: str, steps: list[Edit]
) -> None:
    theirs, changes = start, []
    for step in steps:
        first, last = sorted((min(step.first, len(theirs)), min(step.last, len(theirs))))
        # No editor puts a cursor there.
        first -= between_cr_and_lf(theirs, first)
        last -= between_cr_and_lf(theirs, last)
        last = max(first, last)
        ends = place(theirs, first, encoding), place(theirs, last, encoding)
        changes.append(Change(*ends, step.text))
        theirs = theirs[:first] + step.text + theirs[last:]
    ours = document(start).changed(changes, 2, encoding)
    assert ours.text == theirs
    assert ours.version == 2


PAST_THE_END = [
    ("", Place(0, 0), "x", "x"),
    ("", Place(9, 9), "x", "x"),
    ("ab\ncd", Place(0, 99), "x", "abx\ncd"),
    ("ab\r\ncd", Place(0, 99), "x", "abx\r\ncd"),
    ("ab\ncd", Place(1, 99), "x", "ab\ncdx"),
    ("ab\ncd", Place(7, 0), "x", "ab\ncdx"),
    ("ab\n", Place(1, 0), "x", "ab\nx"),
    ("a\fb\u2028c\nd", Place(1, 0), "x", "a\fb\u2028c\nxd"),
]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("text", "at", "new", "after"), PAST_THE_END)
def test_places_past_the_end_are_drawn_back(
    encoding: PositionEncoding, text: str, at: Place, new: str, after: str
) -> None:
    assert document(text).changed([Change(at, at, new)], 2, encoding).text == after


def test_a_change_without_a_range_replaces_all() -> None:
    changed = document("old").changed([Change(None, None, "new")], 7, PositionEncoding.UTF16)
    assert (changed.text, changed.version) == ("new", 7)


def test_a_range_the_wrong_way_round_is_turned() -> None:
    change = Change(Place(0, 3), Place(0, 1), "-")
    assert document("abcd").changed([change], 2, PositionEncoding.UTF16).text == "a-d"


def test_lone_surrogates_do_no_harm() -> None:
    for encoding in ENCODINGS:
        changed = document("a\ud800b\nc").changed(
            [Change(Place(1, 0), Place(1, 1), "d")], 2, encoding
        )
        assert changed.text == "a\ud800b\nd"


def test_the_document_before_the_change_stays_as_it_was() -> None:
    before = document("a")
    before.changed([Change(None, None, "b")], 2, PositionEncoding.UTF16)
    assert before.text == "a"


PYTHON = [
    ("file:///a.py", "python", True),
    ("file:///a.py", "", True),
    ("file:///a.pyi", "", True),
    ("untitled:Untitled-1", "python", True),
    ("file:///a.txt", "plaintext", False),
    ("file:///a.txt", "", False),
]


@pytest.mark.parametrize(("uri", "language", "expected"), PYTHON)
def test_which_documents_are_python(uri: str, language: str, expected: bool) -> None:
    from docstring_lsp.server.convert import path_of

    found = Document(uri, 1, language, LineIndex(""), path_of(uri))
    assert found.is_python is expected

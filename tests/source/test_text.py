"""Bytes to text and back, newlines, and places as editors count them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.errors import DecodeError
from docstring_lsp.source.text import LineIndex, PositionEncoding, decode, encode, newline_at

UTF8, UTF16, UTF32 = PositionEncoding.UTF8, PositionEncoding.UTF16, PositionEncoding.UTF32

READ = {
    "nothing": (b"", ("", "utf-8", False)),
    "UTF-8": ("é\n".encode(), ("é\n", "utf-8", False)),
    "a byte-order mark": (b"\xef\xbb\xbfx\n", ("x\n", "utf-8", True)),
    "a mark and a coding line": (
        b"\xef\xbb\xbf# coding: utf8\n",
        ("# coding: utf8\n", "utf-8", True),
    ),
    "a coding line": (b"# coding: latin-1\n\xe9", ("# coding: latin-1\né", "iso8859-1", False)),
    "a coding line as Emacs has it": (
        b"# -*- coding: cp1252 -*-\n\x80",
        ("# -*- coding: cp1252 -*-\n€", "cp1252", False),
    ),
    "on the second line": (
        b"#!/bin/sh\r\n# vim: set fileencoding=latin-1 :\r\n\xe9",
        ("#!/bin/sh\r\n# vim: set fileencoding=latin-1 :\r\né", "iso8859-1", False),
    ),
    "behind an empty line": (
        b"\n# coding: latin-1\n\xe9",
        ("\n# coding: latin-1\né", "iso8859-1", False),
    ),
    "not on the third line": (
        b"\n\n# coding: latin-1\n",
        ("\n\n# coding: latin-1\n", "utf-8", False),
    ),
    "not behind code": (
        b"x = 1\n# coding: latin-1\n",
        ("x = 1\n# coding: latin-1\n", "utf-8", False),
    ),
    "an end of lines in its name": (
        b"# coding: latin-1-unix\n\xe9",
        ("# coding: latin-1-unix\né", "iso8859-1", False),
    ),
    "mixed newlines and form feeds": (
        b"a\r\nb\rc\n\x0c\td",
        ("a\r\nb\rc\n\x0c\td", "utf-8", False),
    ),
    "NUL": (b"a\0b", ("a\0b", "utf-8", False)),
}


@pytest.mark.parametrize("case", READ.values(), ids=READ.keys())
def test_bytes_are_read_and_written_back(case: tuple[bytes, tuple[str, str, bool]]) -> None:
    data, expected = case
    source = decode(data)
    assert (source.text, source.encoding, source.bom) == expected
    assert encode(source) == data


REFUSED = {
    "not UTF-8": (b"a\r\nb\r\n\xff\n", "line 3: not valid utf-8"),
    "UTF-16": ("x = 1\n".encode("utf-16"), "line 1: not valid utf-8"),
    "an unknown encoding": (b"# coding: klingon\n", "unknown encoding 'klingon'"),
    "no text encoding": (b"# coding: rot13\n", "unknown encoding 'rot13'"),
    "one that decodes nothing": (b"# coding: undefined\n", "unknown encoding 'undefined'"),
    "one that bytes are no text in": (b"# coding: hex\n", "unknown encoding 'hex'"),
    "one that is not ASCII below": (b"# coding: utf-16\nx = 1\n", "is none that Python reads"),
    "a mark that contradicts": (b"\xef\xbb\xbf# coding: latin-1\n", "byte-order mark"),
    "surrogates": ("x = '\ud800'".encode("utf-8", "surrogatepass"), "line 1: not valid utf-8"),
    "shifts that are written otherwise": (
        b"# coding: utf-7\nx = '+AGE-'\n",
        "cannot be written back",
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_text_is_refused_with_a_reason(case: tuple[bytes, str]) -> None:
    data, reason = case
    with pytest.raises(DecodeError, match=reason):
        decode(data)


NEWLINES = [
    ("a\nb", 0, "\n"),
    ("a\r\nb\n", 0, "\r\n"),
    ("a\r\nb\n", 3, "\n"),
    ("a\rb", 0, "\r"),
    ("a\r\nb", 4, "\r\n"),
    ("", 0, "\n"),
]


@pytest.mark.parametrize(("text", "offset", "expected"), NEWLINES)
def test_the_newline_of_a_place(text: str, offset: int, expected: str) -> None:
    assert newline_at(text, offset) == expected


TEXT = "a\r\n\tß€😀b\r\u2028\n\n"
PLACES: list[tuple[Any, ...]] = [
    (0, (0, 0), (0, 0), (0, 0)),
    (1, (0, 1), (0, 1), (0, 1)),
    (3, (1, 0), (1, 0), (1, 0)),
    (5, (1, 3), (1, 2), (1, 2)),
    (6, (1, 6), (1, 3), (1, 3)),
    (7, (1, 10), (1, 5), (1, 4)),
    (8, (1, 11), (1, 6), (1, 5)),
    (9, (2, 0), (2, 0), (2, 0)),
    (10, (2, 3), (2, 1), (2, 1)),
    (11, (3, 0), (3, 0), (3, 0)),
    (12, (4, 0), (4, 0), (4, 0)),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_in_the_editors_units(place: tuple[Any, ...]) -> None:
    offset, *positions = place
    index = LineIndex(TEXT)
    for encoding, position in zip((UTF8, UTF16, UTF32), positions, strict=True):
        assert index.position(offset, encoding) == position
        assert index.offset(*position, encoding) == offset


CLAMPED = [
    ((0, 99), UTF32, 1),
    ((1, 99), UTF16, 8),
    ((9, 0), UTF16, 12),
    ((-1, 0), UTF16, 0),
    ((0, -1), UTF16, 0),
    ((1, 4), UTF16, 6),  # in the middle of a surrogate pair
    ((1, 2), UTF8, 4),  # in the middle of a character
]


@pytest.mark.parametrize(("position", "encoding", "offset"), CLAMPED)
def test_a_position_that_is_none_is_taken_for_the_nearest(
    position: tuple[int, int], encoding: PositionEncoding, offset: int
) -> None:
    assert LineIndex(TEXT).offset(*position, encoding) == offset


def test_lines_are_the_protocols() -> None:
    index = LineIndex("a\vb\x85c\u2029d\x0ce\r\nf")
    assert index.line_count == 2
    assert index.line_start(1) == 11


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(st.sampled_from("a\n\r\tß€😀\u2028"), max_size=30), st.sampled_from(PositionEncoding)
)
def test_every_place_is_found_again(text: str, encoding: PositionEncoding) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert index.offset(*index.position(offset, encoding), encoding) == offset

"""Filling: paragraphs and list items to a width, everything with a layout as it stands."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.docstring.wrap import GLUE, Guard, ends_in_prose, fill, glued

WIDTH = 30


def filled(text: str, width: int = WIDTH, first: str = "", rest: str = "") -> str:
    return "\n".join(fill(dedent(text).strip("\n"), width, first, rest))


STAYS = {
    "a short line": "Short.",
    "paragraphs": "One.\n\nTwo.",
    "a list": "- one\n- two\n* three\n+ four\n1. five\n2) six",
    "a nested list": "- one\n  - two\n    - three",
    "a list after a paragraph": "These:\n\n- one\n- two",
    "a doctest": ">>> print('a very long line that is code')\na very long line that it prints",
    "a doctest with blanks": ">>> f(1,  2)\n   3",
    "a fence": "```python\nwhat  stands here is code stays as it\n\nis after an empty line\n```",
    "a literal block": "For example::\n\n    what  stands here is code and stays as it is",
    "a table": "| a very long cell | another very long cell |\n|---|---|\n| b | c |",
    "a simple table": "=====  =====\nA      B\n=====  =====",
    "a directive": ".. note::\n   It is kept where it is, however long.",
    "a heading": "# A heading that is longer than the width",
    "an underlined heading": "Heading\n=======",
    "a word that is too long": "https://example.org/a/very/long/path/that/is/too/long",
    "inline code that is too long": "`a very long piece of inline code that is too long`",
    "literals that are too long": "``a very long literal that is too long for a line``",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_what_has_a_layout_stays(text: str) -> None:
    assert filled(text) == text


FILLED = {
    "a paragraph": (
        "One two three four five six seven eight nine.",
        "One two three four five six\nseven eight nine.",
    ),
    "line breaks in a paragraph": ("One\ntwo\n three.", "One two three."),
    "more than one empty line": ("One.\n\n\n\nTwo.", "One.\n\nTwo."),
    "inline code in one piece": (
        "It is given by `name or None` alone.",
        "It is given by `name or None`\nalone.",
    ),
    "inline code with its full stop": (
        "It is taken as it is from `name or None`.",
        "It is taken as it is from\n`name or None`.",
    ),
    "two blanks in inline code": ("The text  `a  b`  is kept.", "The text `a  b` is kept."),
    "an item of a list, hanging": (
        "- one two three four five six seven\n- eight",
        "- one two three four five six\n  seven\n- eight",
    ),
    "a number, hanging": (
        "10. one two three four five six seven",
        "10. one two three four five\n    six seven",
    ),
    "a list without an empty line before it": ("These:\n- one\n- two", "These:\n\n- one\n- two"),
    "a bullet that would start a line": (
        "One two three four five sixth - seven.",
        "One two three four five\nsixth - seven.",
    ),
    "a number that would start a line": (
        "One two three four seven six\n2. It is one of them.",
        "One two three four seven six\n\n2. It is one of them.",
    ),
    "Windows line ends": ("One\r\ntwo.\r\n\r\nThree.", "One two.\n\nThree."),
    "what no docstring may hold": ("One\x00 two\u200b three.", "One two three."),
    "indentation that all lines have": ("    One.\n\n        code\n", "One.\n\n    code"),
}


@pytest.mark.parametrize(("text", "expected"), FILLED.values(), ids=FILLED)
def test_prose_is_filled(text: str, expected: str) -> None:
    assert "\n".join(fill(text, WIDTH)) == expected


HEADED = {
    "on the head's line": ("The name.", "    name: The name."),
    "broken behind it": ("The name of the one.", "    name: The name of the\n        one."),
    "no room behind it": ("Unbelievably_long_word.", "    name:\n        Unbelievably_long_word."),
    "a list below it": ("- one\n- two", "    name:\n        - one\n        - two"),
    "a doctest below it": (">>> name", "    name:\n        >>> name"),
    "nothing": ("", "    name:"),
    "a second paragraph": ("One.\n\nTwo.", "    name: One.\n\n        Two."),
}


@pytest.mark.parametrize(("text", "expected"), HEADED.values(), ids=HEADED)
def test_a_head_stands_in_front_of_the_first_line(text: str, expected: str) -> None:
    assert filled(text, 28, "    name: ", " " * 8) == expected


GUARD = Guard(
    word=re.compile(":"),
    line=lambda _, line: line == "End",
    escape=lambda text: f"\\{text}",
)
GUARDED = {
    "at the start": (":a b", "\\:a b"),
    "moved with the word before it": (
        "one two three four five :six",
        "one two three four\nfive :six",
    ),
    "escaped where all words are such": (
        ":a :bbbbbbbbbbbb :cccccccc",
        "\\:a :bbbbbbbbbbbb\n\\:cccccccc",
    ),
    "in a list": ("- :a", "- :a"),
    "a whole line": ("One.\n\nEnd", "One.\n\n\\End"),
}


@pytest.mark.parametrize(("text", "expected"), GUARDED.values(), ids=GUARDED)
def test_a_guard_keeps_words_from_the_start_of_a_line(text: str, expected: str) -> None:
    assert "\n".join(fill(text, 24, guard=GUARD)) == expected


@pytest.mark.parametrize(
    ("code", "limit", "expected"),
    [
        ("a or b", None, "a~or~b"),
        ("dict[str, int]", 20, "dict[str,~int]"),
        ("dict[str, int] | None", 20, "dict[str, int]~|~None"),
        ("Literal['a b', \"c d\"]", 10, "Literal['a~b', \"c~d\"]"),
        ("Literal['[', 'a b'] | x", 10, "Literal['[', 'a~b']~|~x"),
    ],
)
def test_code_is_glued(code: str, limit: int | None, expected: str) -> None:
    assert glued(code, limit).replace(GLUE, "~") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("One.", True), ("One.\n\n- two", False), (">>> one", False), ("", True), ("- a\n\nb", True)],
)
def test_a_sentence_is_appended_to_prose_only(text: str, expected: bool) -> None:
    assert ends_in_prose(text) is expected


FRAGMENTS = st.sampled_from(
    [
        "one", "two three", "`a b`", "``c  d``", "`", "- ", "-", "* x", "1. ", "12) y", ":", ":a:",
        "::", ">>> f()", "...", "| a | b |", "====", "---", "```", ".. note::", "# h", "#",
        "    code",
        "\n", "\n\n", "\n  ", "\t", "https://example.org/x", "a" * 40, "é", ".", "+-+", "~~~",
    ]
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=25).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts), "\n".join(parts)])
)


@settings(deadline=None, max_examples=400, derandomize=True)
@given(TEXTS | st.text(max_size=80), st.integers(20, 60))
def test_filling_twice_is_filling_once(text: str, width: int) -> None:
    once = "\n".join(fill(text, width))
    assert "\n".join(fill(once, width)) == once


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS, st.integers(20, 60))
def test_no_word_is_lost_and_no_line_ends_in_blanks(text: str, width: int) -> None:
    lines = fill(text, width)
    assert "".join("".join(lines).split()).replace("\\", "") == "".join(text.split())
    assert [line for line in lines if line != line.rstrip()] == []


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.lists(st.text("abc:-1.", min_size=1, max_size=12), max_size=30), st.integers(24, 60))
def test_a_line_of_prose_is_wider_only_for_one_word(words: list[str], width: int) -> None:
    for line in fill(" ".join(["a", *words]), width, guard=GUARD):
        assert len(line) <= width or len(line.split()) <= 2

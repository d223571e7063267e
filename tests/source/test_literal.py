"""A literal says exactly the text it was made for, and nothing in the text can end it early."""

from __future__ import annotations

import ast
import inspect

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docstring_lsp.source.literal import (
    STRING,
    clean,
    cleandoc,
    declared_encoding,
    evaluate,
    literal,
    quiet,
)

WRITTEN = [
    ("Do it.", '"""Do it."""'),
    ("Do it.\n\nMore.", '"""Do it.\n\n    More.\n    """'),
    (r"Match \d.", r'r"""Match \d."""'),
    ('Say "hi"', r'"""Say "hi\""""'),
    ('"Hi" is said.', r'"""\"Hi" is said."""'),
    ('Say """ to end.', r'"""Say \"\"\" to end."""'),
    ('Say """" to end.', r'"""Say \"\"\"\" to end."""'),
    ("End in \\", r'"""End in \\"""'),
    ('Both \\ and """.', r'"""Both \\ and \"\"\"."""'),
    ('Lines.\n\nEnd in "quotes"', '"""Lines.\n\n    End in "quotes"\n    """'),
    ("Lines.\n\nEnd in \\", 'r"""Lines.\n\n    End in \\\n    """'),
    ("Lines \\.\n\nEnd in a \\N{BULLET}", 'r"""Lines \\.\n\n    End in a \\N{BULLET}\n    """'),
    ("Été.", '"""Été."""'),
]


@pytest.mark.parametrize(("content", "expected"), WRITTEN)
def test_a_text_is_written_with_as_few_escapes_as_it_needs(content: str, expected: str) -> None:
    assert literal(content, indent="    ") == expected


@pytest.mark.parametrize(
    ("prefix", "content", "start"),
    [
        ("r", "No backslash.", 'r"""'),
        ("R", "No backslash.", 'R"""'),
        ("r", 'Ends in """', '"""'),
        ("u", "No backslash.", 'u"""'),
        ("u", r"A \backslash.", 'r"""'),
        ("", "No backslash.", '"""'),
    ],
)
def test_a_prefix_is_kept_where_it_can_be(prefix: str, content: str, start: str) -> None:
    assert literal(content, prefix=prefix).startswith(start)


def test_one_line_stays_one_however_long() -> None:
    assert literal("x" * 200, indent="    ") == f'"""{"x" * 200}"""'


def test_newlines_are_the_files() -> None:
    assert literal("A.\n\nB.", indent="\t", newline="\r\n") == '"""A.\r\n\r\n\tB.\r\n\t"""'


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", '"""Été … 🎉"""'),
        ("latin-1", '"""Été \\u2026 \\U0001f389"""'),
        ("ascii", '"""\\u00c9t\\u00e9 \\u2026 \\U0001f389"""'),
        ("no-such-codec", '"""Été … 🎉"""'),
    ],
)
def test_what_the_file_cannot_encode_is_escaped(encoding: str, expected: str) -> None:
    written = literal("Été … 🎉", encoding=encoding)
    assert written == expected
    assert evaluate(written) == "Été … 🎉"


CLEANED = [
    ("plain", "plain"),
    ("a\r\nb\rc", "a\nb\nc"),
    ("\n\n  Top.\n\n      In.\n    Out.  \n\n", "Top.\n\n  In.\nOut."),
    ("nul\0 bell\a escape\x1b[0m", "nul bell escape[0m"),
    ("right\u202eto\u2066left\u2069", "righttoleft"),
    ("\ufeffmark", "mark"),
    ("lone \ud800 surrogate", "lone  surrogate"),
    ("a\u2028b\u2029c\x85d\x0ce", "a b c d e"),
    ("tab\tstop", "tab     stop"),
    ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("pass\u200dword", "password"),
    ("\u200d", ""),
    ("é\u200d", "é"),
]


@pytest.mark.parametrize(("content", "expected"), CLEANED)
def test_what_a_docstring_must_not_hold_is_cleaned_away(content: str, expected: str) -> None:
    assert clean(content) == expected


EVALUATED = [
    ('"""a"""', "a"),
    ("'a'", "a"),
    ('u"a"', "a"),
    (r'r"\d"', r"\d"),
    (r'"\d"', r"\d"),
    (r'"\d\\\n"', "\\d\\\n"),
    (r'"\777"', "\u01ff"),
    (r'"\N{BULLET}"', "•"),
    ('"a" "b"', "ab"),
    ('r"\\d" "\\d"', r"\d\d"),
    ('"a"  # note\n"b"', "ab"),
    ('"""a\r\nb\rc"""', "a\nb\nc"),
    ('"a\\\r\nb"', "ab"),
    ('b"a"', None),
    ('f"a"', None),
    ('f"{a}"', None),
    (r'"\N{no such name}"', None),
    ('"open', None),
    ("name", None),
]


@pytest.mark.parametrize(("source", "expected"), EVALUATED)
def test_a_string_is_evaluated_without_a_warning(source: str, expected: str | None) -> None:
    assert evaluate(source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1\n", "utf-8"),
        ("# -*- coding: latin-1 -*-\n", "latin-1"),
        ("#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n", "cp1252"),
        ("\ufeff# coding=utf-8\n", "utf-8"),
        ("x = 1\n# coding: latin-1\n", "utf-8"),
        ("\n\n# coding: latin-1\n", "utf-8"),
    ],
)
def test_the_declared_encoding_is_read_from_the_first_two_lines(text: str, expected: str) -> None:
    assert declared_encoding(text) == expected


HOSTILE = st.text(
    alphabet=st.sampled_from([*"\"'\\\n\r\t\0 anNux{}0#;:", "é", "\u202e", "\u2028", "\ud800"]),
    max_size=30,
)


@settings(deadline=None, max_examples=300)
@given(
    content=st.one_of(HOSTILE, st.text(max_size=40)),
    prefix=st.sampled_from(["", "r", "R", "u", "U"]),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    indent=st.sampled_from(["", "    ", "\t"]),
    encoding=st.sampled_from(["utf-8", "ascii", "latin-1"]),
)
@example('"""\nimport os\n"""', "", "\n", "", "utf-8")
@example('\\"""', "r", "\n", "", "utf-8")
@example('"' * 5, "", "\n", "", "utf-8")
def test_any_text_is_one_string_that_means_it(
    content: str, prefix: str, newline: str, indent: str, encoding: str
) -> None:
    wanted = clean(content)
    written = literal(wanted, indent=indent, newline=newline, prefix=prefix, encoding=encoding)
    assert clean(ast.literal_eval(written)) == wanted
    assert STRING.fullmatch(written)
    assert evaluate(written) == ast.literal_eval(written)
    written.encode(encoding)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(content: str) -> None:
    assert clean(clean(content)) == clean(content)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ab \n\t", max_size=40))
def test_indentation_goes_as_inspect_has_it(text: str) -> None:
    def trimmed(lines: str) -> str:
        return "\n".join(line.rstrip() for line in lines.split("\n")).strip("\n")

    assert trimmed(cleandoc(text)) == trimmed(inspect.cleandoc(text))


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="\\nx017'\"dq8 rb\n", max_size=20))
def test_quieting_changes_no_meaning(body: str) -> None:
    def value(source: str) -> object:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return ast.literal_eval(source)
            except (SyntaxError, ValueError):
                return SyntaxError

    source = f'"""{body}"""'
    assert value(quiet(source)) == value(source)

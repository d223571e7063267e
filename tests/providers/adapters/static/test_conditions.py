"""A guard's source becomes the clause that follows "if", held or not."""

from __future__ import annotations

import pytest

from docstring_lsp.providers.adapters.static.conditions import describe


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        ("timeout <= 0", "`timeout` is not positive", "`timeout` is positive"),
        ("n < 0", "`n` is negative", "`n` is not negative"),
        ("0 < n", "`n` is positive", "`n` is not positive"),
        ("n == 0", "`n` is zero", "`n` is not zero"),
        ("a < b", "`a` is less than `b`", "`a` is not less than `b`"),
        ("n >= 10", "`n` is at least 10", "`n` is less than 10"),
        ("x is None", "`x` is None", "`x` is not None"),
        ("not x", "`x` is false", "`x` is true"),
        ("x == y", "`x` equals `y`", "`x` does not equal `y`"),
        ("mode == 'r'", "`mode` is `'r'`", "`mode` is not `'r'`"),
        ("name == ''", "`name` is empty", "`name` is not empty"),
        ("len(a) == 0", "`a` is empty", "`a` is not empty"),
        ("len(a) != 2", "the length of `a` is not 2", "the length of `a` is 2"),
        ("0 <= x <= 1", "`x` is between 0 and 1", "`x` is not between 0 and 1"),
        ("0 < x < 1", "`0 < x < 1` holds", "`0 < x < 1` does not hold"),
        ("key in table", "`key` is in `table`", "`key` is not in `table`"),
        (
            "mode in ('r', 'w')",
            "`mode` is `'r'` or `'w'`",
            "`mode` is neither `'r'` nor `'w'`",
        ),
        ("isinstance(x, int)", "`x` is an `int`", "`x` is not an `int`"),
        (
            "isinstance(x, (str, bytes))",
            "`x` is a `str` or `bytes`",
            "`x` is not a `str` or `bytes`",
        ),
        (
            "isinstance(x, kinds)",
            "`x` is an instance of `kinds`",
            "`x` is not an instance of `kinds`",
        ),
        ("callable(f)", "`f` is callable", "`f` is not callable"),
        ("hasattr(x, 'y')", "`x` has an attribute `y`", "`x` has no attribute `y`"),
        ("os.path.exists(p)", "`p` exists", "`p` does not exist"),
        ("path.is_file()", "`path` is a file", "`path` is not a file"),
        ("s.startswith('#')", "`s` starts with `'#'`", "`s` does not start with `'#'`"),
        ("self._closed", "the instance is closed", "the instance is not closed"),
        ("self.ready()", "`self.ready()` is true", "`self.ready()` is false"),
        ("x is None or x < 0", "`x` is None or negative", "`x` is not None and not negative"),
        ("a and b", "`a` is true and `b` is true", "`a` is false or `b` is false"),
        (
            "a and b or c",
            "`a` is true and `b` is true, or `c` is true",
            "`a` is false or `b` is false, and `c` is false",
        ),
        ("(m := find(x)) is None", "`find(x)` is None", "`find(x)` is not None"),
        ("x @ y", "`x @ y` is true", "`x @ y` is false"),
    ],
)
def test_a_condition_is_put_in_words(condition: str, holds: str, fails: str) -> None:
    told, untold = describe(condition), describe(condition, holds=False)
    assert told is not None
    assert untold is not None
    assert (told.text, untold.text) == (holds, fails)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("container", "`x` is empty"),
        ("optional", "`x` is None or empty"),
        ("given", "`x` is not given"),
        ("flag", "`x` is false"),
    ],
)
def test_truth_is_told_by_what_is_known_of_a_name(kind: str, expected: str) -> None:
    told = describe("not x", types=(("x", kind),))
    assert told is not None
    assert told.text == expected


@pytest.mark.parametrize(
    "condition",
    [
        "f(",
        "x := ",
        "",
        "a\0b",
        "(" * 300 + ")" * 300,
        "x" * 500,
        r"re.match('\d', x)",
        "not " * 90 + "x",
        "lambda: 3",
        "`x`",
        "\ud800",
    ],
)
def test_nothing_is_too_strange(condition: str) -> None:
    told = describe(condition)
    assert told is None or (told.text and "\n" not in told.text)

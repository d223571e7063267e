"""A guard's source becomes the clause that follows "if", held or not."""

from __future__ import annotations

import random
from itertools import product

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


LEAVES = {
    "a <= 0": "`a` is not positive",
    "a > 0": "`a` is positive",
    "a < b": "`a` is less than `b`",
    "a >= b": "`a` is at least `b`",
    "a == 1": "`a` is 1",
    "a != 1": "`a` is not 1",
    "a == b": "`a` equals `b`",
    "b": "`b` is true",
    "a is None": "`a` is None",
    "a is not None": "`a` is not None",
    "len(s) == 0": "`s` is empty",
    "len(s) != 1": "the length of `s` is not 1",
    "a in s": "`a` is in `s`",
    "a not in s": "`a` is not in `s`",
    "a in (1, 2)": "`a` is 1 or 2",
    "0 <= a <= 1": "`a` is between 0 and 1",
    "isinstance(a, str)": "`a` is a `str`",
}


def conditions(depth: int, source: random.Random) -> str:
    if depth == 0 or source.random() < 0.3:
        return source.choice(list(LEAVES))
    left, right = conditions(depth - 1, source), conditions(depth - 1, source)
    form = source.choice(("({}) and ({})", "({}) or ({})", "not (({}) and ({}))", "not ({})"))
    return form.format(left, right)


def read_back(clause: str) -> str:
    """Return the Python that a clause says, by the precedence of its commas and conjunctions."""
    clause = clause.replace("1 or 2", "1|2").replace("0 and 1", "0&1")
    for glue, operator in ((", or ", "or"), (", and ", "and"), (" or ", "or"), (" and ", "and")):
        parts = divided(clause, glue)
        if len(parts) > 1:
            return f" {operator} ".join(f"({read_back(part)})" for part in parts)
    return SAID[clause.replace("1|2", "1 or 2").replace("0&1", "0 and 1")]


def divided(clause: str, glue: str) -> list[str]:
    """Return a clause divided at a conjunction, the subject that it shares said again."""
    parts: list[str] = []
    for piece in clause.split(glue):
        shared = parts and not piece.startswith(("`", "the length"))
        parts.append(
            f"{parts[-1].partition(' is ')[0]} is {piece.removeprefix('is ')}" if shared else piece
        )
    return parts


SAID = {says: code for code, says in LEAVES.items()} | {
    "`a` is not less than `b`": "a >= b",
    "`a` is less than `b`": "a < b",
    "`a` does not equal `b`": "a != b",
    "`b` is false": "not b",
    "`s` is not empty": "s",
    "the length of `s` is 1": "len(s) == 1",
    "`a` is neither 1 nor 2": "a not in (1, 2)",
    "`a` is not between 0 and 1": "not 0 <= a <= 1",
    "`a` is not a `str`": "not isinstance(a, str)",
}


def test_a_clause_says_what_its_condition_asks() -> None:
    """Conditions made at random are put in words, read back, and ask the same of all values."""
    source = random.Random(11)
    values = [
        {"a": a, "b": b, "s": s} for a, b, s in product((-1, 0, 1, 2, 3), (0, 2), ([], [1], [0, 2]))
    ]
    told = 0
    for _ in range(3000):
        condition = conditions(2, source)
        for holds in (True, False):
            clause = describe(condition, holds=holds)
            if clause is None or not clause.plain or clause.text.startswith("`("):
                continue
            told += 1
            back = compile(read_back(clause.text), clause.text, "eval")
            asked = compile(condition, condition, "eval")
            for scope in values:
                expected = bool(eval(asked, dict(scope))) is holds
                assert bool(eval(back, dict(scope))) is expected, (condition, clause.text, scope)
    assert told > 3000

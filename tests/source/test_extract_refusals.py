"""What extraction refuses, and that it says where and why instead of falling over."""

from __future__ import annotations

import re

import pytest

from docstring_lsp.errors import ParseRefusedError
from docstring_lsp.source.extract import extract
from docstring_lsp.source.facts import Facts, FunctionFacts
from docstring_lsp.source.scan import scan

DEEP = 3000


def facts_of(text: str, name: str) -> Facts:
    return extract(text, next(d for d in scan(text) if d.qualname == name))


def reason(text: str, name: str = "f") -> str:
    with pytest.raises(ParseRefusedError) as caught:
        facts_of(text, name)
    return str(caught.value)


REFUSED = [
    ("a syntax error", "x = 1\n\ndef f(a):\n    return a +* 2\n", "line 4, column "),
    ("CR only", "x = 1\r\rdef f(a):\r    return a +* 2\r", "line 4, column "),
    ("CRLF", "x = 1\r\n\r\ndef f(a):\r\n    return a +* 2\r\n", "line 4, column "),
    ("a NUL", "def f():\n    return '\0'\n", "line 2, column 13: a NUL character"),
    ("a surrogate", "def f():\n    return '\ud800'\n", "line 2, column 13: a surrogate"),
    ("brackets", f"def f():\n    return {'(' * DEEP}1{')' * DEEP}\n", "nested more than 200 deep"),
    ("lists", f"def f(a={'[' * DEEP}{']' * DEEP}): pass\n", "nested more than 200 deep"),
    ("fields", "def f():\n    return " + "f'{" * DEEP + "1" + "}'" * DEEP, "more than 200 deep"),
    ("sums", f"def f():\n    return {'1 + ' * DEEP}1\n", "more than 1000 operators in a row"),
    ("signs", f"def f():\n    return {'-' * DEEP}1\n", "more than 1000 operators in a row"),
    ("calls", f"def f():\n    return a{'()' * DEEP}\n", "more than 1000 operators in a row"),
    ("names", f"def f(x: a{'.b' * DEEP}): pass\n", "more than 1000 operators in a row"),
    ("lambdas", f"def f():\n    return {'lambda: ' * DEEP}1\n", "more than 1000 operators"),
    (
        "branches",
        "def f(a):\n    if a: pass\n" + "    elif a: pass\n" * 1500,
        "more than 1000 branches",
    ),
]


@pytest.mark.parametrize(("text", "said"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_read_is_refused_with_place_and_reason(text: str, said: str) -> None:
    message = reason(text)
    assert said in message
    assert re.match(r"line \d+, column \d+: \S", message)
    assert "\n" not in message
    assert len(message) < 200


def test_an_indented_definition_is_refused_at_its_own_line() -> None:
    text = "class A:\n    x = 1\n\n    def f(self):\n        return )\n"
    assert reason(text, "A.f").startswith("line 5, column ")


def test_a_class_is_refused_at_the_line_of_the_file_though_methods_are_cut_out() -> None:
    text = "class A:\n    def f(self):\n        a = 1\n        return a\n\n    x = ]\n"
    assert reason(text, "A").startswith("line 6, column ")


def test_a_broken_method_does_not_keep_its_class_from_being_read() -> None:
    text = "class A:\n    x = 1\n\n    def f(self):\n        return )\n"
    assert [a.name for a in facts_of(text, "A").attributes] == ["x"]  # type: ignore[union-attr]


def test_a_broken_statement_does_not_keep_the_module_from_being_read() -> None:
    text = "import os\nX = 1\ny = (2\n\ndef f(): pass\n\nimport sys\nZ = 3\n"
    facts = facts_of(text, "<module>")
    assert facts.functions == ("f",)  # type: ignore[union-attr]
    assert "os" in facts.imports  # type: ignore[union-attr]


def test_many_brackets_side_by_side_and_in_strings_are_no_nesting() -> None:
    text = "def f():\n    a = [" + "(1, [2]), " * 500 + "]\n    return '" + "(" * 500 + "'\n"
    assert isinstance(facts_of(text, "f"), FunctionFacts)


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    text = f"def f(a='{'x' * 100_000}'):\n    return [{'1, ' * 5_000}]\n"
    facts = facts_of(text, "f")
    assert isinstance(facts, FunctionFacts)
    assert facts.returns is not None
    assert len(facts.returns.values[0]) == 121

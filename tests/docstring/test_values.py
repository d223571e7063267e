"""Values as docstrings quote them: which differ from the code's, and how the code's is written."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.values import another_value, spelled_like

SAME = [
    ("1", "1.0"),
    ("'a'", '"a"'),
    ("5", "None"),
    ("the number of cores", "5"),
    ("5", "CORES"),
    ("None", '"deprecated"'),
    ("True", "'warn'"),
    ("()", "()"),
]
OTHERS = [("1", "2"), ("None", "5"), ("'a'", '"b"'), ("True", "False"), ("[]", "()")]
SPELLED = {
    ("'a'", '"b"'): "'b'",
    ('"a"', "'b'"): '"b"',
    ("'a'", '"it\'s"'): '"it\'s"',
    ("'a'", r'"\n"'): r'"\n"',
    ("'a'", "None"): "None",
    ("1", '"b"'): '"b"',
}


@pytest.mark.parametrize("case", SAME)
def test_what_is_the_same_or_not_to_be_compared(case: tuple[str, str]) -> None:
    assert not another_value(*case)


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_another(case: tuple[str, str]) -> None:
    assert another_value(*case)


@pytest.mark.parametrize("case", SPELLED)
def test_the_quotes_that_stand_are_kept(case: tuple[str, str]) -> None:
    assert spelled_like(*case) == SPELLED[case]

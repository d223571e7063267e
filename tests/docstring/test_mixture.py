"""Docstrings in several styles at once: read as what they are, and it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.docstring.recognition import read, style, styles, written_in

GOOGLE_AND_SPHINX = """\
Do it.

Args:
    a (int): One.
    b: Two.

Returns:
    What it gives.

Prose between.

:param c: Three.
:raises OSError: If so.
"""
SPHINX_AND_GOOGLE = """\
:param a: One.
:param b: Two.

Args:
    c: Three.
"""
NUMPY_AND_EPYTEXT = """\
Do it.

@param a: One.

Parameters
----------
b : int
    Two.

Returns
-------
int
"""


@pytest.mark.parametrize(
    ("text", "own", "told", "doubts"),
    [
        (
            GOOGLE_AND_SPHINX,
            "google",
            ["a", "b", "", "c", "OSError"],
            ["it has marks of several styles: Google (2), Sphinx (2)",
             "it is unclear which style is meant; it is read as Google"],
        ),
        (
            SPHINX_AND_GOOGLE,
            "sphinx",
            ["a", "b", "c"],
            ["it has marks of several styles: Sphinx (2), Google (1)"],
        ),
        (
            NUMPY_AND_EPYTEXT,
            "numpy",
            ["a", "b", ""],
            ["it has marks of several styles: NumPy (2), Epytext (1)"],
        ),
        ("Do it.\n\nArgs:\n    a: One.\n", "google", ["a"], []),
        ("Do it: :param x: is not here.", "google", [], []),
    ],
    ids=["Google's with fields", "fields with Google's", "NumPy's with Epytext's", "one", "none"],
)  # fmt: skip
def test_all_of_it_is_read_and_the_doubts_are_told(
    text: str, own: str, told: list[str], doubts: list[str]
) -> None:
    tree = read(text, style(own))
    names = [", ".join(span.of(text) for span in item.names) for item in tree.items]
    assert (names, list(tree.doubts)) == (told, doubts)
    assert tree.printed() == text


def test_the_style_with_most_marks_is_taken_and_of_equals_the_projects() -> None:
    assert written_in(SPHINX_AND_GOOGLE, style("google")) is style("sphinx")
    assert written_in(GOOGLE_AND_SPHINX, style("sphinx")) is style("sphinx")
    assert written_in(GOOGLE_AND_SPHINX, style("google")) is style("google")
    assert written_in("Do it.") is None


def test_headings_may_be_underlined_in_either_way() -> None:
    assert written_in("Do it.\n\nParameters\n==========\n\na : int\n    One.") is style("numpy")


def test_what_code_prints_marks_no_style() -> None:
    printed = ">>> show()\nAttributes:\n    a: 1\n>>> show()\nAttributes:\n    a: 2"
    assert written_in(f"Do it.\n\nReturns\n-------\nint\n\n{printed}") is style("numpy")
    assert written_in(f"Do it.\n\n{printed}") is None


LINES = st.sampled_from(
    [
        "Do it.", "", "", "Args:", "    x (int): It.", "        more", "Parameters", "----------",
        "x : int", "    It is.", ":param x: It.", ":rtype: int", "@param x: It.", "@return: It.",
        "Returns:", "    The sum.", "Returns", "-------", ">>> f()", "```", "Raises:",
        "    OSError: If so.", "  odd", "\\", "é", "- one", ":", "@", "::",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(LINES, max_size=16).map("\n".join), st.sampled_from(styles()))
def test_whatever_is_mixed_is_printed_as_it_stands(text: str, name: str) -> None:
    tree = read(text, style(name))
    assert tree.printed() == text
    assert all(first.end == second.start for first, second in zip(
        [*tree.leaves()], [*tree.leaves()][1:], strict=False
    ))  # fmt: skip
    assert tree.summary is None or tree.summary.of(text).strip() == tree.summary.of(text)

"""A docstring changed in places: every character that does not change stays as it is spelled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.source.edit import apply, docstring_content
from docstring_lsp.source.patch import docstring_patch
from docstring_lsp.source.scan import scan

CASES = {
    "a word": (
        "Do it.\n\nx: int  ",
        'def f():\n    """Do it.\n\n    x: str  \n    """\n',
        'def f():\n    """Do it.\n\n    x: int  \n    """\n',
    ),
    "escapes stay": (
        "A \\ b.\n\nNew.",
        'def f():\n    """A \\\\ b.\n\n    Old.\n    """\n',
        'def f():\n    """A \\\\ b.\n\n    New.\n    """\n',
    ),
    "escapes are written": (
        'A.\n\n\\d """',
        'def f():\n    """A.\n\n    Old.\n    """\n',
        'def f():\n    """A.\n\n    \\\\d \\"""\n    """\n',
    ),
    "a raw string stays one": (
        "\\d\n\n\\w",
        'def f():\n    r"""\\d\n\n    \\s\n    """\n',
        'def f():\n    r"""\\d\n\n    \\w\n    """\n',
    ),
    "on the line below the quotes": (
        "A.\n\nNew.",
        "def f():\n    '''\n    A.\n\n    Old.'''\n",
        "def f():\n    '''\n    A.\n\n    New.'''\n",
    ),
    "a line more": (
        "A.\nB.\nC.",
        'def f():\n    """A.\n    C.\n    """\n',
        'def f():\n    """A.\n    B.\n    C.\n    """\n',
    ),
    "a line more at the end": (
        "A.\nB.\n\nC.",
        'def f():\n    """A.\n    B."""\n',
        'def f():\n    """A.\n    B.\n\n    C."""\n',
    ),
    "the first line, above an empty one": (
        "X.\nY.\n\nB.",
        'def f():\n    """A.\n\n    B.\n    """\n',
        'def f():\n    """X.\n    Y.\n\n    B.\n    """\n',
    ),
    "a line more among tabs": (
        "A.\n\nX:\n        B.\n        C.\n    D.",
        'def f():\n\t"""A.\n\n\tX:\n\t\tB.\n\t"""\n',
        'def f():\n\t"""A.\n\n\tX:\n\t\tB.\n\t\tC.\n\t    D.\n\t"""\n',
    ),
    "an empty line for one": (
        "A.\n\nX.\n\nD.",
        'def f():\n    """A.\n\n    B.\n    C.\n    D.\n    """\n',
        'def f():\n    """A.\n\n    X.\n\n    D.\n    """\n',
    ),
    "a line for an empty one": (
        "A.\n\n\\X.\nY.\nC.",
        'def f():\n    """A.\n\n    \\u0042.\n\n    C.\n    """\n',
        'def f():\n    """A.\n\n    \\\\X.\n    Y.\n    C.\n    """\n',
    ),
    "a line less": (
        "A.\nC.",
        'def f():\n    """A.\n    B.\n    C.\n    """\n',
        'def f():\n    """A.\n    C.\n    """\n',
    ),
    "the last line less": (
        "A.\nB.",
        'def f():\n    """A.\n    B.\n    C.\n    """\n',
        'def f():\n    """A.\n    B.\n    """\n',
    ),
    "CRLF": (
        "A.\nB.\nC.",
        'def f():\r\n    """A.\r\n    C.\r\n    """\r\n',
        'def f():\r\n    """A.\r\n    B.\r\n    C.\r\n    """\r\n',
    ),
    "odd indentation stays": (
        "A.\n\nB.\n    c\nD!",
        'def f():\n  """A.\n\n     B.\n         c\n     D.\n  """\n',
        'def f():\n  """A.\n\n     B.\n         c\n     D!\n  """\n',
    ),
    "tabs, in front of lines and in them": (
        "A.\n\nB   B\nc       d",
        'def f():\n\t"""A.\n\n\tB\n\tc\td\n\t"""\n',
        'def f():\n\t"""A.\n\n\tB   B\n\tc\td\n\t"""\n',
    ),
    "a line more, below tabs": (
        "A.\n\nc       d\nB",
        'def f():\n\t"""A.\n\n\tc\td\n\t"""\n',
        'def f():\n\t"""A.\n\n\tc\td\n\tB\n\t"""\n',
    ),
    "the one line below the quotes": (
        "A.\nB.",
        'def f():\n    """\n    A.\n    """\n',
        'def f():\n    """\n    A.\n    B.\n    """\n',
    ),
    "the one line behind the quotes": (
        "A.\nB.",
        'def f():\n    """A.\n    """\n',
        'def f():\n    """A.\n    B.\n    """\n',
    ),
    "of one line": ("B.", 'def f():\n    "A."\n', 'def f():\n    "B."\n'),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_changes(case: tuple[str, str, str]) -> None:
    content, before, after = case
    assert patched(before, content) == after


def test_what_says_the_same_is_not_touched() -> None:
    text = 'def f():\n    """A.   \n\n    B.\t\n    """\n'
    assert (
        docstring_patch(text, scan(text)[1], docstring_content(text, scan(text)[1]) or "") is None
    )


REWRITTEN = {
    "a part of a tab": 'def f():\n\t"""A.\n\n\t A.\n        B.\n\t"""\n',
    "two strings": 'def f():\n    "A.\\n\\n" "B."\n',
    "one line that becomes several": 'def f(): "A."\n',
}


@pytest.mark.parametrize("text", REWRITTEN.values(), ids=REWRITTEN.keys())
def test_a_literal_that_cannot_be_kept_is_written_anew(text: str) -> None:
    after = patched(text, "A.\n\nC.")
    assert docstring_content(after, scan(after)[1]) == "A.\n\nC."


LINES = st.lists(
    st.sampled_from(["", "A.", "  b", "c \\ d", 'say "x"', "e: f", "'''", "\\"]), max_size=6
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(LINES, LINES, st.sampled_from(['"""', "'''"]), st.sampled_from(["", "r"]), st.booleans())
def test_whatever_changes_the_docstring_says_it_and_the_code_stays(
    old: list[str], new: list[str], quotes: str, prefix: str, below: bool
) -> None:
    inner = "\n".join(f"    {line}" if line else "" for line in ["Old.", *old, "End."])
    opening = "\n    " if below else ""
    text = f"def f(x):\n    {prefix}{quotes}{opening}{inner.lstrip()}\n    {quotes}\n    return 1\n"
    definition = scan(text)[1]
    present = docstring_content(text, definition)
    if definition.docstring is None or present is None:
        return
    content = "\n".join(["New.", *new, "End."])
    after = patched(text, content)
    assert docstring_content(after, scan(after)[1]) == content
    assert after.startswith("def f(x):\n    ")
    assert after.endswith("\n    return 1\n")


def patched(text: str, content: str) -> str:
    edit = docstring_patch(text, scan(text)[1], content)
    return text if edit is None else apply(text, [edit])

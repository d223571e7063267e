"""Docstrings that stand, brought up to date in a document."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.proposal import Only, Target
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.generate import Engine
from docstring_lsp.source.edit import apply
from docstring_lsp.source.visibility import EVERYTHING

SHOP = '''\
"""Shop."""


class Shop:
    """A shop, mine.

    Args:
        name: What it is called.
    """

    def __init__(self, name, town):
        self.name = name

    def ship(self, parcel: str, *, insured: bool = False) -> int:
        r"""Ship a parcel,  with \\love.

        :param int parcel: The thing.
        :param insured: Whether it is insured,
            really.
        :returns: The number.
        """
        return 1


def true(a):
    """Be true.

    Args:
        a: Told.
    """


def prose(a):
    """Say nothing of parameters."""


def missing(a): return a
'''


def test_what_is_told_otherwise_is_mended_and_all_else_stays() -> None:
    after = SHOP.replace(
        "        name: What it is called.\n",
        "        name: What it is called.\n        town: The town of the shop.\n",
    ).replace(":param int parcel", ":param str parcel")
    assert brought_up_to_date(SHOP, "stale") == after


def test_all_are_the_stale_and_the_missing_ones() -> None:
    after = brought_up_to_date(SHOP, "all")
    assert ":param str parcel" in after
    assert 'def missing(a):\n    """Return ' in after
    assert '"""Say nothing of parameters."""' in after


def test_what_is_gone_goes_where_it_is_asked_to_and_nothing_else_does() -> None:
    text = SHOP.replace("parcel: str, *, insured", "*, insured")
    after = brought_up_to_date(text, "gone")
    assert after == text.replace("        :param int parcel: The thing.\n", "")


@pytest.mark.parametrize("only", ["stale", "all", "gone"])
def test_twice_is_once(only: Only) -> None:
    after = brought_up_to_date(SHOP, only)
    assert brought_up_to_date(after, only) == after


def test_a_docstring_is_read_in_the_style_it_is_written_in() -> None:
    after = brought_up_to_date(SHOP, "stale", "numpy")
    assert after == brought_up_to_date(SHOP, "stale", "google")


GOOGLE = """\
def f(a: int = 1):
    '''Do it.

    Args:
        a (int, optional): The a. Defaults to 1.

    Returns:
        int: The text.

    Raises:
        OSError: If  not.
    '''
    open(a)
    return a
"""
SPHINX = """\
def f(a: int = 1):
    '''Do it.

    :param a: The a.
    :type a: int
    :rtype: int
    :raises OSError: If  not.

    More.
    '''
    open(a)
    return a
"""
NUMPY = """\
class A:
    '''Be one.

    Attributes
    ----------
    x : int
        Where it is.
    y : int

    Notes
    -----
    Stay.
    '''

    x: int
    y: int
"""
CASES = {
    "nothing": (GOOGLE, [], []),
    "a default in the prose": (GOOGLE, [("= 1", "= 2")], [("to 1", "to 2")]),
    "the type of a result": (GOOGLE, [("1):", "1) -> str:")], [("int: The", "str: The")]),
    "the type of a result in a field": (
        SPHINX, [("1):", "1) -> str:")], [("rtype: int", "rtype: str")]
    ),
    "the type of a parameter in a field": (
        SPHINX, [("(a: int", "(a: str")], [("type a: int", "type a: str")]
    ),
    "an exception": (
        GOOGLE,
        [("    open(a)", "    if a:\n        raise ValueError")],
        [("not.\n", "not.\n        ValueError: If `a` is true.\n")],
    ),
    "an exception where none was told": (
        SPHINX.replace("    :raises OSError: If  not.\n", ""),
        [("    open(a)", "    if a:\n        raise ValueError")],
        [("rtype: int\n", "rtype: int\n    :raises ValueError: If ``a`` is true.\n")],
    ),
    "a result where none was told": (
        GOOGLE.replace("    Returns:\n        int: The text.\n\n", "").replace("return a", "pass"),
        [("    pass", "    return a")],
        [("1.\n\n", "1.\n\n    Returns:\n        The result.\n\n")],
    ),
    "a generator where nothing was told": (
        SPHINX.replace("    :rtype: int\n", "").replace("return a", "pass"),
        [("    pass", "    yield a")],
        [("type a: int\n", "type a: int\n    :yields: The next value.\n")],
    ),
    "a result that is gone, with a sentence": (GOOGLE, [("return a", "pass")], []),
    "a result that is gone, without one": (
        SPHINX, [("return a", "pass")], [("    :rtype: int\n", "")]
    ),
    "an attribute": (
        NUMPY,
        [("    y: int\n", "    z: str\n    y: int\n")],
        [("it is.\n", "it is.\n    z : str\n        A string.\n")],
    ),
    "the type of an attribute": (
        NUMPY, [("    x: int\n", "    x: str\n")], [("x : int", "x : str")]
    ),
    "an attribute that is gone, with a sentence": (NUMPY, [("    x: int\n", "")], []),
    "an attribute that is gone, without one": (
        NUMPY, [("    y: int\n", "")], [("    y : int\n", "")]
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_changes_in_the_code_changes_in_the_docstring_and_nothing_else(
    case: tuple[str, list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    text, code, docstring = case
    before, after = f'"""M."""\n\n\n{text}', f'"""M."""\n\n\n{text}'
    for old, new in code:
        place = before.rindex(old) if before.count(old) > 1 else before.index(old)
        before = before[:place] + new + before[place + len(old) :]
        after = after[:place] + new + after[place + len(old) :]
    for old, new in docstring:
        place = after.index(old, after.index("'''"))
        after = after[:place] + new + after[place + len(old) :]
    assert brought_up_to_date(before, "stale") == after
    assert brought_up_to_date(after, "stale") == after


SAID = st.sampled_from(
    [
        "", "", "Args:", "    a (int): It, told.", "        more", "    b: A sum. Defaults to 1.",
        "Parameters", "----------", "a : int", "    It is so.", "c : str, default 2",
        ":param a: It, really.", ":type a: str", ":rtype: int", "@param c: Three.",
        "@type c: C{int}", "Returns:", "    int: The sum.", "Returns", "-------", "int",
        "Raises:", "    OSError: If so.", ":raises OSError: If so.", ">>> f()", "```", "Prose.",
        "  odd", "é", "- one",
    ]
)  # fmt: skip
CODE = st.tuples(
    st.permutations(["a: bytes", "b=3", "c: int = 4", "*rest"]).map(lambda each: each[:3]),
    st.sampled_from(["pass", "return 1", "yield 1", "raise ValueError", "open(a)\n    return"]),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(SAID, max_size=14), CODE)
@example(["Args:", "        more"], (["a: bytes", "b=3", "c: int = 4"], "pass"))
@example(
    [":param a: It, really.", ":param a: It, really.", "@param c: Three."],
    (["a: bytes", "c: int = 4", "b=3"], "pass"),
)
@example([":rtype: int", "    a (int): It, told."], (["a: bytes"], "open(a)\n    return"))
@example(["Parameters", "----------", "Parameters", "```"], (["a: bytes", "b=3"], "pass"))
@example(["Parameters", "----------", "Parameters", ">>> f()"], (["a: bytes", "b=3"], "pass"))
@example(
    ["Parameters", "-------", "c : str, default 2", "c : str, default 2"], (["a: bytes"], "pass")
)
@example(
    [":type a: str", ":rtype: int", "@param c: Three."],
    (["a: bytes", "c: int = 4"], "open(a)\n    return"),
)
def test_whatever_stands_there_no_sentence_goes_and_twice_is_once(
    lines: list[str], code: tuple[list[str], str]
) -> None:
    parameters, body = code
    parameters = sorted(parameters, key=lambda each: ("=" in each, each.startswith("*")))
    parameters = sorted(parameters, key=lambda each: each.startswith("*"))
    said = "".join(f"    {line}\n" if line else "\n" for line in lines)
    head = f'"""M."""\n\n\ndef f({", ".join(parameters)}):\n'
    text = f'{head}    """Do it.\n\n{said}    """\n    {body}\n'
    after = brought_up_to_date(text, "stale")
    for sentence in ("It, told.", "more", "A sum.", "It is so.", "It, really.", "Three.", "sum."):
        assert after.count(sentence) >= text.count(sentence)
    assert brought_up_to_date(after, "stale") == after


def brought_up_to_date(text: str, only: Only, name: str = "google") -> str:
    conventions = Conventions(name, RenderOptions(), EVERYTHING)
    target = Target(scope="file", only=only)
    outcomes = asyncio.run(generate(text, target, conventions, Engine()))
    return apply(text, edits(outcomes))

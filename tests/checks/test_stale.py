"""Which stale docstrings are found, with which code, and where they are pointed at."""

from __future__ import annotations

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import Policy

STALE = Selection(select=("DL2",))


def found(text: str) -> list[str]:
    """Return each finding as ``code pointed-at``."""
    return [f"{f.code} {f.span.of(text)}" for f in check(text, Policy(), selection=STALE)]


def google(signature: str, entries: str) -> str:
    lines = "".join(f"        {line}\n" for line in entries.split("\n"))
    return f'def f({signature}):\n    """F.\n\n    Args:\n{lines}    """\n'


NOOP = {
    "all is told": google("a, b=1", "a: One.\nb: Two."),
    "nothing is told": 'def f(a):\n    """F."""\n',
    "a docstring without sections": 'def f(a):\n    """F.\n\n    No word of `a`.\n    """\n',
    "an overload": "@overload\n" + google("a", "b: One."),
    "a definition that no parser reads": google("a, (b)", "a: One."),
    "a constructor that is inherited": (
        'class A(B):\n    """A.\n\n    Args:\n        c: C.\n    """\n\n    d: int = 1\n'
    ),
    "entries as far to the right as their title, and one that is not": (
        'def f(a, b):\n    """F.\n\n     Parameters\n     ----------\n     a : int\n         A.\n\n'
        '    b : int\n         B.\n    """\n'
    ),
    "what a protocol is called with": (
        'class A(Protocol):\n    """A.\n\n    Args:\n        b: B.\n    """\n\n'
        "    def __call__(self, b: int): ...\n"
    ),
    "a default behind a field's name": (
        'def f(a=1, b=2):\n    """F.\n\n    :param a=1: One.\n    :param b : Two.\n    """\n'
    ),
    "fields told as attributes": (
        '@dataclass\nclass A:\n    """A.\n\n    :param b: One.\n    :ivar c: Two.\n    """\n\n'
        "    b: InitVar[int]\n    c: int\n"
    ),
}

FINDINGS = {
    "undocumented": (google("a, b", "a: One."), ["DL200 f"]),
    "gone": (google("a", "a: One.\nb: Two."), ["DL201 b"]),
    "renamed": (google("a, c", "a: One.\nb: Two."), ["DL202 b"]),
    "order": (google("a, b", "b: Two.\na: One."), ["DL203 a"]),
    "type": (google("a: int", "a (str): One."), ["DL204 str"]),
    "default": (
        'def f(a: int = 2):\n    """F.\n\n    Parameters\n    ----------\n'
        '    a : int, default 3\n        One.\n    """\n',
        ["DL205 3"],
    ),
    "no entry": (
        'def f(a):\n    """F.\n\n    Parameters\n    ----------\n    b : int\n'
        '        B.\n\n    http://example.org/it.\n    """\n',
        ["DL202 b"],
    ),
    "a default behind a field's name": (
        'def f(a=1):\n    """F.\n\n    :param a=2: One.\n    """\n',
        ["DL205 2"],
    ),
    "star": (google("*a", "**a: One."), ["DL206 **a"]),
    "behind an escape": (
        google("a", "a: \\u00e4.\n\\u0062: Two."),
        ["DL201 \\u0062"],
    ),
    "a class": (
        'class A:\n    """A.\n\n    Args:\n        b: B.\n    """\n\n'
        "    def __init__(self, c): ...\n",
        ["DL202 b"],
    ),
}


@pytest.mark.parametrize("text", NOOP.values(), ids=NOOP.keys())
def test_nothing_is_stale(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_is_stale(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_what_is_gone_is_not_mended_without_thought() -> None:
    findings = check(google("a", "a: One.\nb: Two."), Policy(), selection=STALE)
    assert [finding.fixable for finding in findings] == [False]


BARE = {
    "nothing": ("", True),
    "a type": (" : int", True),
    "a type of code": (" : Mapping[str, Sequence[int] | None]", True),
    "a type in few words": (" : list of int", True),
    "a sentence where a type goes": (" : The required order.", False),
    "what no type says": (" : Real number, $b > 0$", False),
    "many words": (" : one of the things that are", False),
    "a sentence below": (" : int\n        The order.", False),
}


@pytest.mark.parametrize(("told", "bare"), BARE.values(), ids=BARE.keys())
def test_what_is_gone_goes_only_where_no_person_said_anything(told: str, bare: bool) -> None:
    entries = f"a : int\n        A.\n    b{told or ' :'}"
    text = f'def f(a):\n    """F.\n\n    Parameters\n    ----------\n    {entries}\n    """\n'
    (finding,) = check(text, Policy(), selection=STALE)
    assert (finding.code, finding.fixable) == ("DL201", bare)

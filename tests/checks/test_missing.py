"""The family of rules for missing docstrings."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source.visibility import EVERYTHING, Policy

MISSING = Selection(select=("DL1",))


def found(text: str, policy: Policy = EVERYTHING, path: str | None = None) -> list[str]:
    """Return each finding as ``code symbol pointed-at``."""
    findings = check(text, policy, path=None if path is None else PurePath(path), selection=MISSING)
    return [f"{f.code} {f.symbol} {f.span.of(text)}".rstrip() for f in findings]


NOOP = {
    "everything has one": '"""A."""\nclass A:\n    """A."""\n    def b(self):\n        """B."""\n',
    "an empty file": "",
    "a file of blank lines": "\n\n",
    "an overload": '"""A."""\n@overload\ndef f(x: int): ...\n',
}

FINDINGS = {
    "a module": ("x = 1\n", ["DL100 <module>"]),
    "a class": ('"""A."""\nclass A: pass\n', ["DL102 A A"]),
    "a function": ('"""A."""\ndef f(): pass\n', ["DL103 f f"]),
    "an async function": ('"""A."""\nasync def nc(): pass\n', ["DL103 nc nc"]),
    "a method": (
        '"""A."""\nclass A:\n    """A."""\n    def d(self): pass\n',
        ["DL104 A.d d"],
    ),
    "a property": (
        '"""A."""\nclass A:\n    """A."""\n    @functools.cached_property\n    def b(self): pass\n',
        ["DL105 A.b b"],
    ),
    "a nested function": (
        '"""A."""\ndef f():\n    """A."""\n    def g(): pass\n',
        ["DL106 f.<locals>.g g"],
    ),
    "a magic method": (
        '"""A."""\nclass A:\n    """A."""\n    def __len__(self): pass\n',
        ["DL107 A.__len__ __len__"],
    ),
    "a string that is not first": (
        '"""A."""\ndef f():\n    x = 1\n    "not a docstring"\n',
        ["DL103 f f"],
    ),
    "a definition in a broken buffer, but none that is still being typed": (
        '"""A."""\ndef f(): pass\ndef g(:\n',
        ["DL103 f f"],
    ),
}


@pytest.mark.parametrize("text", NOOP.values(), ids=NOOP.keys())
def test_nothing_is_missing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_is_missing(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_package_has_a_code_of_its_own() -> None:
    assert found("x = 1\n", path="pkg/__init__.py") == ["DL101 <module>"]


def test_an_init_is_missed_only_where_it_is_documented() -> None:
    text = '"""A."""\nclass A:\n    """A."""\n    def __init__(self): pass\n'
    assert found(text) == []
    assert found(text, Policy(init="init")) == ["DL108 A.__init__ __init__"]


def test_a_message_names_the_kind_and_the_name() -> None:
    text = "class A:\n    def b(self): pass\n"
    assert [finding.message for finding in check(text, Policy())] == [
        "missing docstring of module",
        "missing docstring of class `A`",
        "missing docstring of method `A.b`",
    ]

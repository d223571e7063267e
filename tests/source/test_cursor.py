"""The definition under the cursor is the one that the scan finds there."""

from __future__ import annotations

import random

import pytest

from docstring_lsp.errors import DecodeError
from docstring_lsp.source.cursor import at
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library
from tests.source.test_scan import EXACT

MARKED = {
    "in the body": ("def f():\n    x|\n", "f"),
    "in the header": ("def f(a,\n  |b): pass\n", "f"),
    "in front of the keyword": ("class A:\n|    def f(): pass\n", "A.f"),
    "on a decorator": ("@a\n@b(|\n 1)\ndef f(): pass\n", "f"),
    "between a decorator and its function": ("@a\n\n|# c\n\ndef f(): pass\n", "f"),
    "at the end of the last line": ("def f():\n    x|\n\n\ny = 1\n", "f"),
    "behind the last line": ("def f():\n    x\n|\n\ny = 1\n", "<module>"),
    "on an empty line in the body": ("def f():\n    x\n|\n    y\n", "f"),
    "on a comment in the body": ("def f():\n    x\n# c|\n    y\n", "f"),
    "between methods": ("class A:\n    def f(): pass\n|\n    def g(): pass\n", "A"),
    "behind the last method": ("class A:\n    def f(): pass\n    x = 1|\n", "A"),
    "behind a nested function": ("def f():\n    def g():\n        pass\n    return g|\n", "f"),
    "in a nested function": (
        "def f():\n    def g():\n        pass|\n    return g\n",
        "f.<locals>.g",
    ),
    "in a docstring's example": (
        'def f():\n    """Doc.\n\n    def no():\n        |\n    """\n',
        "f",
    ),
    "in a string further left": ("class A:\n    def f():\n        x = '''\nle|ft\n'''\n", "A.f"),
    "below a string further left": (
        "class A:\n    def f():\n        x = '''\nleft\n'''\n\n    def g():\n        |pass\n",
        "A.g",
    ),
    "in brackets further left": ("class A:\n    def f():\n        x = [\n1,|\n]\n", "A.f"),
    "in a condition": ("class A:\n    if x:\n        def f(): pass\n    else:\n        y|\n", "A"),
    "below a condition": ("class A: pass\nif x:\n    def f():\n        |pass\n", "f"),
    "on a half header": ("class A:\n    def f(self): pass\n    def ha|lf\n    x = 1\n", "A"),
    "in code of the module": ("def f():\n    pass\nx = |1\n", "<module>"),
    "at the start of the file": ("|import a\ndef f(): pass\n", "<module>"),
    "at the end of the file": ("def f(): pass\n|", "<module>"),
    "in nothing": ("|", "<module>"),
}


@pytest.mark.parametrize("case", MARKED.values(), ids=MARKED.keys())
def test_the_definition_under_the_cursor(case: tuple[str, str]) -> None:
    marked, name = case
    text, place = marked.replace("|", ""), marked.index("|")
    assert at(text, place).qualname == name
    assert at(text, place) == _scanned(text, place)


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_it_is_the_scans_at_every_place(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    for place in range(len(text) + 1):
        if text[place - 1 : place + 1] != "\r\n":
            assert at(text, place) == _scanned(text, place), text[:place]


def test_it_is_the_scans_in_real_files() -> None:
    source = random.Random(1)
    wrong, places = [], 0
    for path in python_files(standard_library(), part=10):
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        definitions = scan(text)
        for _ in range(10):
            places += 1
            place = source.randint(0, len(text))
            if at(text, place) != _innermost(definitions, place):
                wrong.append((path.name, place))
    assert len(wrong) < places / 1000, wrong


def _scanned(text: str, place: int) -> Definition:
    return _innermost(scan(text), place)


def _innermost(definitions: tuple[Definition, ...], place: int) -> Definition:
    return [each for each in definitions if each.span.holds(place)][-1]

"""Docstrings that were begun and left: what is filled in, and that all else stays."""

from __future__ import annotations

import asyncio

import pytest

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.finish import finish
from docstring_lsp.actions.place import Place
from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.generate import Engine
from docstring_lsp.source.edit import apply, docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import Policy

HEAD = "def read_lines(path: str, limit: int = 3, quiet=False) -> list[str]:"
BODY = """
    if limit < 0:
        raise ValueError("limit must not be negative")
    return open(path).read().split()[:limit]
"""


def finished(docstring: str, style: str) -> str:
    """Return what becomes of the docstring of a function that reads lines."""
    indented = "\n".join(f"    {line}".rstrip() for line in docstring.split("\n")).lstrip()
    text = f'{HEAD}\n    """{indented}\n    """{BODY}'
    conventions = Conventions(style, RenderOptions(), Policy())
    outcome = asyncio.run(finish(text, scan(text)[1], conventions, Engine("static"), Place()))
    new = text if outcome.edit is None else apply(text, [outcome.edit])
    assert new.startswith(HEAD)
    assert new.endswith(f'"""{BODY}')
    content = docstring_content(new, scan(new)[1])
    assert content is not None
    return content.rstrip()


NOOP = {
    "nothing is left": "Read them.\n\nArgs:\n    path: Whose.",
    "a summary that repeats the name": "Read lines.",
    "a name that the code does not have": "Read.\n\nArgs:\n    other (_type_): _description_",
}


@pytest.mark.parametrize("docstring", NOOP.values(), ids=NOOP)
def test_what_stands(docstring: str) -> None:
    assert finished(docstring, "google") == docstring


CASES = {
    "autoDocstring": (
        "google",
        """\
_summary_

Args:
    path (_type_): _description_
    limit (int, optional): _description_. Defaults to 3.
    quiet (_type_, optional): Say   nothing.

Returns:
    _type_: _description_

Raises:
    ValueError: _description_""",
        """\
Read the lines.

Args:
    path (str): The path to open.
    limit (int, optional): The limit, an integer. Defaults to 3.
    quiet (bool, optional): Say   nothing.

Returns:
    list[str]: The read lines.

Raises:
    ValueError: If `limit` is negative.""",
    ),
    "its first years, as fields": (
        "sphinx",
        "[summary]\n\n:param path: [description]\n:type path: [type]\n:return: Them.\n"
        ":rtype: [type]",
        "Read the lines.\n\n:param path: The path to open.\n:type path: str\n:return: Them.\n"
        ":rtype: list[str]",
    ),
    "Spyder": (
        "numpy",
        """\
Tell it.

Parameters
----------
path : TYPE
    DESCRIPTION.
limit : int, optional
    DESCRIPTION. The default is 3.

Returns
-------
TYPE
    DESCRIPTION.""",
        """\
Tell it.

Parameters
----------
path : str
    The path to open.
limit : int, optional
    The limit, an integer. The default is 3.

Returns
-------
list[str]
    The read lines.""",
    ),
    "entries of which nothing is said": (
        "epytext",
        "Read.\n\n@param path:\n@param limit: The most.",
        "Read.\n\n@param path: The path to open.\n@param limit: The most.",
    ),
    "a result of which nothing is said": (
        "sphinx",
        "Read.\n\n:param path: Whose.\n:returns:",
        "Read.\n\n:param path: Whose.\n:returns: The read lines.",
    ),
    "an empty section": (
        "google",
        "Read.\n\nReturns:\n    Them.\n\nRaises:",
        "Read.\n\nReturns:\n    Them.",
    ),
    "a note to oneself": (
        "google",
        "TODO: add docstring\n\nArgs:\n    path: Whose.",
        "Read the lines.\n\nArgs:\n    path: Whose.",
    ),
}


@pytest.mark.parametrize(("style", "docstring", "expected"), CASES.values(), ids=CASES)
def test_what_is_filled(style: str, docstring: str, expected: str) -> None:
    assert finished(docstring, style) == expected
    assert finished(expected, style) == expected


@pytest.mark.parametrize("docstring", ["...", "TODO: document this", "docstring"])
def test_one_that_says_nothing_is_written(docstring: str) -> None:
    assert finished(docstring, "google").startswith("Read the lines.\n\nArgs:\n    path (str): The")


def test_what_an_instance_keeps_is_told_as_its_parameter_is() -> None:
    text = (
        'class Jar:\n    """A jar.\n\n    @ivar size:\n    @ivar _lid:\n    """\n\n'
        "    def __init__(self, size: int):\n        self.size = size\n        self._lid = None\n"
    )
    conventions = Conventions(
        "epytext",
        RenderOptions(),
        Policy(),
    )
    outcome = asyncio.run(finish(text, scan(text)[1], conventions, Engine("static"), Place()))
    assert outcome.edit is not None
    after = apply(text, [outcome.edit])
    assert "@ivar size: The size of the jar.\n" in after
    assert "@ivar _lid:\n" in after


def test_only_what_can_be_filled_is_said_to_be_mended() -> None:
    text = (
        'class Jar:\n    """A jar.\n\n    @ivar size:\n    @ivar _lid:\n    """\n\n    size: int\n'
    )
    found = check(text, Policy(), selection=Selection(select=("DL402",)))
    assert [(each.message, each.fix) for each in found] == [
        ("nothing is said of `size`", "finish"),
        ("nothing is said of `_lid`", None),
    ]
    text = (
        'def open_it(size):\n    """Open it.\n\n    :param size:\n    :returns:\n'
        "    :raises KeyError:\n    :raises OSError:\n"
        '    """\n    raise KeyError\n'
    )
    found = check(text, Policy(), selection=Selection(select=("DL402",)))
    assert [each.fix for each in found] == ["finish", "finish", "finish", None]

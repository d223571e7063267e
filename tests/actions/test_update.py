"""Docstrings that stand, brought up to date in a document."""

from __future__ import annotations

import asyncio

import pytest

from docstring_lsp.actions.conventions import Conventions, style
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


@pytest.mark.parametrize("only", ["stale", "all"])
def test_twice_is_once(only: Only) -> None:
    after = brought_up_to_date(SHOP, only)
    assert brought_up_to_date(after, only) == after


def test_a_docstring_is_read_in_the_style_it_is_written_in() -> None:
    after = brought_up_to_date(SHOP, "stale", "numpy")
    assert after == brought_up_to_date(SHOP, "stale", "google")


def brought_up_to_date(text: str, only: Only, name: str = "google") -> str:
    conventions = Conventions(style(name), RenderOptions(), EVERYTHING)
    target = Target(scope="file", only=only)
    outcomes = asyncio.run(generate(text, target, conventions, Engine()))
    return apply(text, edits(outcomes))

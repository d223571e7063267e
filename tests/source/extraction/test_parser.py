"""The parser skips libcst's second look at its own nodes, and nobody else's."""

from __future__ import annotations

import threading
from contextlib import suppress

import libcst as cst
import pytest

from docstring_lsp.source.extraction.parser import parse


def a_name_that_is_empty() -> cst.Name:
    return cst.Name("")


@pytest.mark.parametrize(
    "source",
    ["", "x = 1\n", "async def f[T](a, /, *b: int, c=(1), **d) -> T:\n    return not(a)\n"],
)
def test_the_tree_is_the_one_that_libcst_gives(source: str) -> None:
    assert parse(source).deep_equals(cst.parse_module(source))


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(cst.ParserSyntaxError):
        parse("def f(:\n")


@pytest.mark.parametrize("source", ["x = 1\n", "def f(:\n"])
def test_a_node_made_by_hand_is_looked_over(source: str) -> None:
    with suppress(cst.ParserSyntaxError):
        parse(source)
    with pytest.raises(cst.CSTValidationError):
        a_name_that_is_empty()


def test_so_it_is_in_another_thread_while_this_one_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[str] = []

    def make() -> None:
        try:
            a_name_that_is_empty()
        except cst.CSTValidationError as error:
            raised.append(type(error).__name__)

    def parse_module(source: str) -> cst.Module:
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        a_name_that_is_empty()  # in the thread that parses nobody looks
        return cst.Module([])

    monkeypatch.setattr(cst, "parse_module", parse_module)
    parse("")
    assert raised == ["CSTValidationError"]

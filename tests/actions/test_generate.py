"""Generating docstrings: a text with a cursor ``‸`` in, a text out."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from textwrap import dedent

import pytest

from docstring_lsp.actions.conventions import Conventions
from docstring_lsp.actions.generate import edits, generate
from docstring_lsp.actions.outcome import Outcome
from docstring_lsp.actions.place import Place
from docstring_lsp.actions.proposal import Target
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.engine.generate import Engine
from docstring_lsp.errors import StaleDocumentError, UnknownNameError
from docstring_lsp.source.cursor import at
from docstring_lsp.source.edit import apply
from docstring_lsp.source.visibility import Policy

GOOGLE = Conventions("google", RenderOptions(types=False), Policy())


def run(text: str, target: Target, place: Place = Place()) -> tuple[Outcome, ...]:
    """Return the outcomes of a target."""
    return asyncio.run(generate(text, target, GOOGLE, Engine(), place))


def at_cursor(marked: str, **options: object) -> str:
    """Return the text with the definition under the cursor documented."""
    offset = dedent(marked).index("‸")
    text = dedent(marked).replace("‸", "")
    target = Target(scope="definition", anchor=at(text, offset).anchor, **options)  # type: ignore[arg-type]
    return apply(text, edits(run(text, target)))


def test_the_definition_under_the_cursor_is_documented_and_no_other() -> None:
    assert at_cursor(
        """
        def first(): ...
        def connect(host: str, *, timeout: float = 5.0) -> None:
            if timeout <= 0:‸
                raise ValueError("timeout must be positive")
        """
    ) == dedent(
        '''
        def first(): ...
        def connect(host: str, *, timeout: float = 5.0) -> None:
            """Connect to the host.

            Args:
                host: The host to connect to.
                timeout: The time to wait at most. Defaults to 5.0.

            Raises:
                ValueError: If `timeout` is not positive.
            """
            if timeout <= 0:
                raise ValueError("timeout must be positive")
        '''
    )


def test_what_is_asked_for_by_itself_is_written_though_it_is_private() -> None:
    assert '"""' in at_cursor("def _hidden(): retur‸n 1\n")


def test_what_stands_is_not_touched() -> None:
    text = 'def f():‸\n    """Stands."""\n'
    assert at_cursor(text) == text.replace("‸", "")


def test_what_stands_is_written_anew_where_that_is_asked_for() -> None:
    assert "Stands." not in at_cursor('def f():‸\n    """Stands."""\n', replace=True)


def test_another_style_is_used_where_it_is_named() -> None:
    text = "def area(width: int) -> int:‸\n    return width * 2\n"
    assert ":param width:" in at_cursor(text, style="sphinx")


def test_an_unknown_style_is_told() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'numpy'"):
        at_cursor("def f(): ‸...\n", style="nunpy")


def test_a_target_that_is_gone_is_told() -> None:
    with pytest.raises(StaleDocumentError):
        run("def f(): ...\n", Target(scope="definition", anchor=3))


FILE = '''\
class A:
    """Stands."""
    def method(self): ...
    def _private(self): ...
class B:
    def other(self): ...
'''


def statuses(text: str, target: Target, place: Place = Place()) -> dict[str, str]:
    """Return what became of each definition, by qualified name."""
    return {o.definition.qualname: o.status for o in run(text, target, place)}


def test_a_file_tells_what_became_of_each_definition() -> None:
    assert statuses(FILE, Target(scope="file")) == {
        "<module>": "written",
        "A": "standing",
        "A.method": "written",
        "A._private": "exempt",
        "B": "written",
        "B.other": "written",
    }


def test_a_class_is_documented_with_its_methods() -> None:
    target = Target(scope="class", anchor=FILE.index("class A"))
    assert statuses(FILE, target) == {
        "A": "standing",
        "A.method": "written",
        "A._private": "exempt",
    }


def test_in_a_test_file_nothing_is_asked() -> None:
    place = Place(path=PurePath("tests/test_shop.py"))
    assert set(statuses(FILE, Target(scope="file"), place).values()) == {"exempt"}


def test_an_empty_file_stays_empty() -> None:
    assert statuses("", Target(scope="file")) == {"<module>": "exempt"}


def test_a_broken_definition_is_refused_and_the_rest_is_done() -> None:
    text = "def good(): return 1\ndef bad(x y):\n    return 2\ndef fine(): return 3\n"
    outcomes = {o.definition.qualname: o for o in run(text, Target(scope="file"))}
    assert outcomes["good"].status == outcomes["fine"].status == "written"
    assert outcomes["bad"].status == "refused"
    assert outcomes["bad"].reason


def test_what_is_still_being_typed_is_passed_over() -> None:
    text = "def bad(x\ndef fine(): return 3\n"
    assert statuses(text, Target(scope="file")) == {"<module>": "written", "fine": "written"}


def test_a_package_says_that_it_is_one() -> None:
    place = Place(path=PurePath("shop/__init__.py"), module="shop")
    text = "from shop.cart import Cart\n"
    written = apply(text, edits(run(text, Target(scope="file"), place)))
    assert "package" in written.splitlines()[0]

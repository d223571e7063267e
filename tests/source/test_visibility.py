"""Of which definitions a docstring is asked."""

from __future__ import annotations

import pytest

from docstring_lsp.source.scan import scan
from docstring_lsp.source.visibility import EVERYTHING, Policy, exemption, is_test_path

SOURCE = """
from typing import overload, override
def public(): ...
def _private(): ...
def __getattr__(name): ...
@overload
def either(x: int) -> int: ...
def test_public(): ...
def outer():
    def inner(): ...
class Public:
    def __init__(self): ...
    def __len__(self): return 0
    def __call__(self): ...
    def method(self): ...
    def _hidden(self): ...
    @property
    def size(self): ...
    @size.setter
    def size(self, value): ...
    @override
    def close(self): ...
class _Private:
    def method(self): ...
class TestPublic:
    def test_it(self): ...
"""

DEFAULT = {
    "_private": "private",
    "__getattr__": "a magic name",
    "either": "an overload",
    "test_public": "a test",
    "outer.<locals>.inner": "nested in a function",
    "Public.__init__": "documented by its class",
    "Public.__len__": "a magic method",
    "Public._hidden": "private",
    "Public.size": "a setter or deleter",
    "Public.close": "an override",
    "_Private": "private",
    "_Private.method": "private",
    "TestPublic": "a test",
    "TestPublic.test_it": "a test",
}


def exemptions(policy: Policy, **options: bool) -> dict[str, str]:
    """Return why, by qualified name, for those that are exempt."""
    reasons = ((d.qualname, exemption(d, policy, **options)) for d in scan(SOURCE))
    return {name: reason for name, reason in reasons if reason is not None}


def test_by_default_the_public_ones_are_asked() -> None:
    assert exemptions(Policy()) == DEFAULT


def test_with_everything_only_overloads_and_what_its_class_documents_are_exempt() -> None:
    assert set(exemptions(EVERYTHING)) == {"either", "Public.__init__"}


def test_an_init_is_asked_where_the_project_documents_it_there() -> None:
    assert "Public.__init__" not in exemptions(Policy(init="init"))


@pytest.mark.parametrize(
    ("option", "freed"),
    [
        ("magic", {"__getattr__", "Public.__len__"}),
        ("nested", {"outer.<locals>.inner"}),
        ("tests", {"test_public", "TestPublic", "TestPublic.test_it"}),
        (
            "private",
            {"_private", "Public._hidden", "Public.size", "Public.close"}
            | {"_Private", "_Private.method"},
        ),
    ],
)
def test_each_option_frees_its_own(option: str, freed: set[str]) -> None:
    assert set(DEFAULT) - set(exemptions(Policy(**{option: True}))) == freed


def test_in_a_test_file_all_is_a_test() -> None:
    assert exemptions(Policy(), test_file=True)["public"] == "a test"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tests/models.py", True),
        ("pkg/test/models.py", True),
        ("test_models.py", True),
        ("pkg/models_test.py", True),
        ("conftest.py", True),
        ("pkg/models.py", False),
        ("pkg/testing.py", False),
        ("latest/models.py", False),
        ("contest.py", False),
    ],
)
def test_a_file_is_a_test_by_its_name_or_folder(path: str, expected: bool) -> None:
    assert is_test_path(path) is expected


def test_a_decorator_that_is_called_is_no_overload() -> None:
    definition = scan("@overload(len)\ndef length(series): ...\n")[-1]
    assert exemption(definition, EVERYTHING) is None


@pytest.mark.parametrize(("short", "spared"), [(0, None), (1, None), (2, "short")])
@pytest.mark.parametrize("docstring", ["", '    """F."""\n'])
def test_short_functions_may_be_spared(short: int, spared: str | None, docstring: str) -> None:
    text = f"def f():\n{docstring}    # Why.\n    x = 1\n\n    return x\n"
    definition = scan(text)[1]
    assert exemption(definition, Policy(short=short), text=text) == spared
    assert exemption(scan("class A: pass")[1], Policy(short=9), text="class A: pass") is None

"""Composing: names, order, types and defaults from the facts, prose from the draft."""

from __future__ import annotations

from textwrap import dedent

import pytest

from docstring_lsp.docstring.draft import Draft
from docstring_lsp.docstring.merge import InitPlace, compose
from docstring_lsp.docstring.model import Docstring, Entry, SectionKind
from docstring_lsp.source.extract import extract
from docstring_lsp.source.scan import scan

P, A, R = SectionKind.PARAMETERS, SectionKind.ATTRIBUTES, SectionKind.RETURNS
RAISES, WARNS = SectionKind.RAISES, SectionKind.WARNS


def composed(code: str, draft: Draft = Draft(summary="Do it."), **options: InitPlace) -> Docstring:
    """Return the docstring of the last definition at the top of some code."""
    text = dedent(code).strip() + "\n"
    definition = [d for d in scan(text) if not d.scopes][-1]
    return compose(extract(text, definition), draft, **options)


def told(docstring: Docstring) -> dict[str, list[str]]:
    """Return a docstring's sections, an entry as ``name: type = default``."""
    return {s.kind.value: [_told(entry) for entry in s.entries] for s in docstring.sections}


def _told(entry: Entry) -> str:
    mark = "?" if entry.optional else ""
    kind = f": {entry.type}" if entry.type else ""
    default = f" = {entry.default}" if entry.default else ""
    return f"{entry.name or ''}{mark}{kind}{default}"


FUNCTIONS = {
    "nothing": ("def f(): ...", {}),
    "parameters of every kind, in order": (
        "def f(a, b: int = 1, /, c='x', *args: str, d, e=None, **more): ...",
        {
            "parameters": [
                "a",
                "b?: int = 1",
                "c?: str = 'x'",
                "*args: str",
                "d",
                "e? = None",
                "**more",
            ]
        },
    ),
    "self is given by the call": (
        "class C:\n    def f(self, a): ...\ndef g(self): ...",
        {"parameters": ["self"]},
    ),
    "a default that says only that there is one": (
        "def f(a: int = ...): ...",
        {"parameters": ["a?: int"]},
    ),
    "what it returns": ("def f() -> int: ...", {"returns": [": int"]}),
    "what it returns, by its literals": ("def f():\n    return 1", {"returns": [": int"]}),
    "nothing returned": ("def f() -> None: ...", {}),
    "a generator": (
        "from typing import Generator\ndef f() -> Generator[int, str, bool]:\n"
        "    x = yield 1\n    return x == ''",
        {"returns": [": bool"], "yields": [": int"], "receives": [": str"]},
    ),
    "each exception once, in order": (
        "def f(a):\n    if a: raise KeyError\n    if not a: raise ValueError\n    raise KeyError",
        {"parameters": ["a"], "raises": ["KeyError", "ValueError"]},
    ),
    "warnings": (
        "import warnings\ndef f():\n    warnings.warn('x', DeprecationWarning)",
        {"warns": ["DeprecationWarning"]},
    ),
}


@pytest.mark.parametrize(("code", "expected"), FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_function(code: str, expected: dict[str, list[str]]) -> None:
    assert told(composed(code)) == expected


CLASSES = {
    "what its constructor takes, and what its body declares": (
        """
        class C:
            step: int = 1
            limit: float
            _hidden = 2
            def __init__(self, size: int = 1, *names: str) -> None:
                if not names:
                    raise ValueError
                self.limit = size
                self.other = size
        """,
        {
            "parameters": ["size?: int = 1", "*names: str"],
            "attributes": ["step: int", "limit: float"],
            "raises": ["ValueError"],
        },
    ),
    "a dataclass's field once, with its default": (
        """
        from dataclasses import InitVar, dataclass, field
        @dataclass
        class C:
            a: int
            b: list[int] = field(default_factory=list)
            c: InitVar[str] = "x"
            d: ClassVar[int] = 3
            e: int = field(init=False)
            _f: int = 0
        """,
        {
            "parameters": ['c?: str = "x"', "_f?: int = 0"],
            "attributes": ["a: int", "b?: list[int] = []", "d: int", "e: int"],
        },
    ),
    "a dataclass with a constructor of its own": (
        """
        from dataclasses import dataclass
        @dataclass(init=False)
        class C:
            a: int = 1
            def __init__(self, text: str) -> None: ...
        """,
        {"parameters": ["text: str"], "attributes": ["a: int"]},
    ),
    "a named tuple": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\n    b: str = 'x'",
        {"attributes": ["a: int", "b?: str = 'x'"]},
    ),
    "an enumeration": (
        "from enum import Enum\nclass C(Enum):\n    A = 1\n    B = 'x'",
        {"attributes": ["A: int", "B: str"]},
    ),
    "a type that is only that of None": (
        "class C:\n    a = None\n    def __init__(self, b=None): ...",
        {"parameters": ["b? = None"], "attributes": ["a"]},
    ),
}


@pytest.mark.parametrize(("code", "expected"), CLASSES.values(), ids=CLASSES)
def test_a_class(code: str, expected: dict[str, list[str]]) -> None:
    assert told(composed(code)) == expected


MADE = "class C:\n    n = 1\n    def __init__(self, a):\n        if not a: raise ValueError"
MADE_BY_FIELDS = "from dataclasses import dataclass\n@dataclass\nclass C:\n    a: int = 1"


@pytest.mark.parametrize(
    ("code", "init", "expected"),
    [
        (MADE, "class", {"parameters": ["a"], "attributes": ["n: int"], "raises": ["ValueError"]}),
        (MADE, "init", {"attributes": ["n: int"]}),
        (MADE_BY_FIELDS, "init", {"attributes": ["a: int"]}),
    ],
)
def test_the_class_or_its_constructor_tells_what_it_takes(
    code: str, init: InitPlace, expected: dict[str, list[str]]
) -> None:
    assert told(composed(code, init=init)) == expected


@pytest.mark.parametrize(("init", "expected"), [("class", {}), ("init", {"parameters": ["a"]})])
def test_a_constructor(init: InitPlace, expected: dict[str, list[str]]) -> None:
    text = "class C:\n    def __init__(self, a): ...\n"
    constructor = scan(text)[-1]
    docstring = compose(extract(text, constructor), Draft(summary="Make it."), init=init)
    assert told(docstring) == expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("@property", {}), ("@x.setter", {"parameters": ["a"]})]
)
def test_a_property_is_told_as_what_it_is(mark: str, expected: dict[str, list[str]]) -> None:
    argument = ", a" if "setter" in mark else ""
    text = f"class C:\n    {mark}\n    def x(self{argument}):\n        return 1\n"
    docstring = compose(extract(text, scan(text)[-1]), Draft(summary="The x."))
    assert told(docstring) == expected


def test_a_module_tells_its_public_constants() -> None:
    text = "LIMIT: int = 3\n_HIDDEN = 4\n"
    docstring = compose(extract(text, scan(text)[0]), Draft(summary="Limits."))
    assert told(docstring) == {"attributes": ["LIMIT: int"]}
    assert [e.holder for s in docstring.sections for e in s.entries] == ["module"]


def test_an_attribute_is_known_by_what_has_it() -> None:
    docstring = composed(
        """
        class C:
            shared = 1
            own: int
        """
    )
    held = {e.name: e.holder for s in docstring.sections for e in s.entries}
    assert held == {"shared": "class", "own": "instance"}


def test_prose_comes_from_the_draft_and_what_it_invents_is_not_used() -> None:
    draft = Draft(
        summary="Do it.",
        description="At once.",
        parameters={"a": "The a.", "z": "Not there."},
        returns="The one.",
        raises={"ValueError": "If not.", "KeyError": "Never."},
        examples=">>> f(1)",
    )
    docstring = composed("def f(a):\n    if a: raise ValueError\n    return a", draft)
    assert (docstring.summary, docstring.description) == ("Do it.", "At once.")
    said = {s.kind: [e.description for e in s.entries] for s in docstring.sections}
    assert said == {P: ["The a."], R: ["The one."], RAISES: ["If not."], SectionKind.EXAMPLES: []}
    assert docstring.sections[-1].text == ">>> f(1)"


def test_a_field_may_be_described_as_parameter_or_as_attribute() -> None:
    for draft in (
        Draft(summary="A C.", parameters={"a": "The a."}),
        Draft(summary="A C.", attributes={"a": "The a."}),
    ):
        (section,) = composed(MADE_BY_FIELDS, draft).sections
        assert [e.description for e in section.entries] == ["The a."]

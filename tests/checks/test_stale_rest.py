"""What docstrings say of results, exceptions, attributes and bases; and what is none of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import pytest

from docstring_lsp.checks.run import check
from docstring_lsp.checks.selection import Selection
from docstring_lsp.source import extract as extraction
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.visibility import Policy

STALE = Selection(select=("DL2",))


def found(text: str, path: str = "x.py") -> list[str]:
    """Return each finding as ``code pointed-at``."""
    findings = check(text, Policy(), selection=STALE, path=PurePath(path))
    return [f"{f.code} {f.span.of(text)}" for f in findings]


def function(body: str, sections: str = "", head: str = "def f(a):", before: str = "") -> str:
    doc = "".join(f"    {line}\n" if line else "\n" for line in sections.split("\n"))
    code = "".join(f"    {line}\n" for line in body.split("\n"))
    args = "    Args:\n        a: A.\n\n" if "a" in head.partition("(")[2] else ""
    return f'{before}{head}\n    """Do it.\n\n{args}{doc}    """\n{code}'


RETURNS = "Returns:\n    It."
RAISES = "Raises:\n    OddError: If odd."

NOOP = {
    "a module's attribute that comes from anywhere": (
        '"""M.\n\nAttributes:\n    OLD: O.\n"""\n\nfrom x import *\n'
    ),
    "what an f-string does may raise": function(
        'print(f"{a[0]}")', "Raises:\n    IndexError: If it is empty."
    ),
    "a result": function("return a", RETURNS),
    "a result that the summary tells": function("return a").replace("Do it", "Return it"),
    "a result that a paragraph tells": function("return a").replace(
        "Do it.", "Do it.\n\n    Returns it."
    ),
    "a result that a paragraph tells behind a colon": (
        'def f(a):\n    """Do it.\n\n    Args:\n        a: A.\n\n    Returns: A text.\n    """\n'
        "    return a\n"
    ),
    "a context manager that hands nothing out": (
        '@contextmanager\ndef f(a):\n    """Do it.\n\n    Args:\n        a: A.\n    """\n'
        "    yield\n"
    ),
    "a class of which only attributes are told": (
        'class A:\n    """A.\n\n    @ivar b: B.\n    @cvar c: C.\n    @type c: int\n    """\n\n'
        "    c = 1\n\n    def __init__(self):\n        self.b = 1\n        raise OddError\n"
    ),
    "no parameter is told of": (
        'def f(a):\n    """Do it.\n\n    Raises:\n        E: No.\n    """\n    g()\n    return 1\n'
    ),
    "a property": "class A:\n"
    '    @property\n    def f(self):\n        """It.\n\n        Raises:\n            E: No.\n'
    '        """\n        return g()\n',
    "a result that is None": function("print(a)", "Returns:\n    None"),
    "a stub": function("...", RETURNS),
    "an abstract method": function("raise NotImplementedError", RETURNS),
    "it never returns, and a type is promised": function(
        "raise NotImplementedError", RETURNS, "def f(a) -> int:"
    ),
    "a generator told as a result": function("yield a", RETURNS),
    "a generator handed through": function(
        "return g(a)", "Yields:\n    It.", "def f(a) -> Iterator[int]:"
    ),
    "an alias of the type": function("return a", "Returns:\n    str: It.", "def f(a) -> Label:"),
    "a type that says less": function(
        "return a", "Returns:\n    list: It.", "def f(a) -> list[int]:"
    ),
    "two results": 'def f() -> tuple[int, str]:\n    """Do it.\n\n    Returns\n    -------\n'
    '    int\n        One.\n    str\n        Two.\n    """\n    return 1, ""\n',
    "an exception": function("raise OddError", RAISES),
    "one in the prose": function("raise OddError").replace("Do it.", "Do it, or raise OddError."),
    "one that stands on a documented one": function(
        "raise FileNotFoundError", "Raises:\n    OSError: No."
    ),
    "one that stands on a documented one of the file": function(
        "raise OddError", "Raises:\n    BadError: No.", before="class OddError(BadError): ...\n\n\n"
    ),
    "another spelling": function("raise mod.OddError", "Raises:\n    ~other.OddError: No."),
    "one that is caught": function("try:\n    raise OddError\nexcept OddError:\n    pass"),
    "one raised by name": function("err = OddError()\nraise err", RAISES),
    "one made by a method": function("raise OddError.of(a)", RAISES),
    "one handed on": function("try:\n    g()\nexcept OddError as e:\n    raise e", RAISES),
    "one that an unknown callee may raise": function("g(a)", RAISES),
    "one that a callee raises": function(
        "g()", RAISES, before="def g():\n    raise OddError\n\n\n"
    ),
    "one that a callee documents": function(
        "g()", RAISES, before='def g():\n    """Raise OddError."""\n    x\n\n\n'
    ),
    "a built-in one that indexing raises": function("x = a[0]", "Raises:\n    IndexError: No."),
    "one that super raises": function("super().f(a)", RAISES),
    "a cancellation that passes": function("raise asyncio.CancelledError"),
    "an attribute of an instance": (
        'class A:\n    """A.\n\n    Attributes:\n        b: B.\n    """\n\n'
        "    def f(self):\n        self.b = 1\n"
    ),
    "an attribute of a base": 'class A(B):\n    """A.\n\n    Attributes:\n        b: B.\n    """\n',
    "an attribute with its own comment": (
        'class A:\n    """A.\n\n    Attributes:\n        b: B.\n    """\n\n'
        "    b = 1\n    c = 2  # C.\n"
    ),
    "a constant, where attributes are told of": (
        'class A:\n    """A.\n\n    Attributes:\n        b: B.\n    """\n\n'
        "    b: int\n    MOST = 3\n"
    ),
    "a property that is made by a call": (
        'class A:\n    """A.\n\n    Attributes:\n        b: B.\n    """\n\n'
        "    b: int\n    c = property(lambda self: self.b)\n"
    ),
    "what a property's value takes": (
        'class A:\n    @cached_property\n    def f(self):\n        """It.\n\n        Args:\n'
        '            a: A.\n        """\n        return View(self)\n'
    ),
    "what is left to others to raise": function("raise NotImplementedError", RAISES),
    "what is left to others to yield": function(
        'raise NotImplementedError("no")', "Yields:\n    It."
    ),
    "nothing, told as a result": function("print(a)", "Returns:\n    Nothing, it only prints."),
    "whatever is let pass": function("try:\n    g()\nexcept Exception:\n    h()\n    raise"),
    "a result that a base has not": function("return None", "Returns:\n    Thing or None: It."),
    "an exception under another name": function(
        "raise MyOddError", RAISES, before="from b import OddError as MyOddError\n\n\n"
    ),
    "a protocol that the result keeps": function(
        "return {}", "Returns:\n    Mapping: It.", "def f(a) -> dict[str, int]:"
    ),
    "one that stands on an interface has none": (
        'class A(IThing):\n    """A."""\n\n    def f(a, b):\n'
        '        """Do it.\n\n        Args:\n            a: A.\n'
        '            b: B.\n        """\n'
    ),
    "an interface has no self": (
        'class A(Interface):\n    """A."""\n\n    def f(a, b):\n'
        '        """Do it.\n\n        Args:\n            a: A.\n'
        '            b: B.\n        """\n'
    ),
}

FINDINGS = {
    "a result undocumented": (function("return a"), ["DL210 f"]),
    "a result absent": (function("print(a)", RETURNS), ["DL211 Returns"]),
    "a field of a result absent": (
        'def f(a):\n    """Do it.\n\n    :param a: A.\n    :return: It.\n    """\n    print(a)\n',
        ["DL211 return"],
    ),
    "another type": (
        function("return a", "Returns:\n    str: It.", "def f(a) -> int:"),
        ["DL212 str"],
    ),
    "another type in a field": (
        (
            'def f() -> int:\n    """Do it.\n\n    :return: It.\n    :rtype: str\n'
            '    """\n    return 1\n'
        ),
        ["DL212 str"],
    ),
    "yields undocumented": (function("yield a"), ["DL213 f"]),
    "yields and receives undocumented": (
        function("b = yield a", head="def f(a) -> Generator[int, str, None]:"),
        ["DL213 f", "DL216 f"],
    ),
    "yields absent": (function("print(a)", "Yields:\n    It."), ["DL214 Yields"]),
    "an exception undocumented": (function("raise OddError"), ["DL220 f"]),
    "an exception of no kind": (function("raise Exception('no')"), ["DL220 f"]),
    "each exception once": (
        function("if a:\n    raise OddError(1)\nraise OddError(2)"),
        ["DL220 f"],
    ),
    "one of two": (function("if a:\n    raise OddError\nraise BadError", RAISES), ["DL220 f"]),
    "one on a broader one only": (
        function("raise OSError", "Raises:\n    FileNotFoundError: No."),
        ["DL220 f"],
    ),
    "an exception never raised": (function("print(a)", RAISES), ["DL221 OddError"]),
    "one of the language, where nothing but its own exception is made": (
        function(
            'if a:\n    raise ValueError("a word: in, with, for [and] /")\nreturn 3',
            "Returns:\n    It.\n\nRaises:\n    ValueError: If a.\n    KeyError: Never.",
        ),
        ["DL221 KeyError"],
    ),
    "one that a known callee does not raise": (
        function("g()", RAISES, before="def g():\n    print(1)\n\n\n"),
        ["DL221 OddError"],
    ),
    "an attribute undocumented": (
        (
            'class A:\n    """A.\n\n    Attributes:\n        b: B.\n    """\n\n'
            "    b: int\n    c: int\n"
        ),
        ["DL230 A"],
    ),
    "an attribute of a module gone": (
        '"""M.\n\nAttributes:\n    LIMIT: L.\n    OLD: O.\n"""\n\nLIMIT = 3\n',
        ["DL231 OLD"],
    ),
    "another type of an attribute": (
        (
            'class A:\n    """A.\n\n    Attributes:\n        b (str): B.\n        c (list): C.\n'
            '    """\n\n    b: int\n    c: list[int]\n'
        ),
        ["DL232 str"],
    ),
    "an attribute gone": (
        (
            'class A:\n    """A.\n\n    Attributes:\n        b: B.\n        c: C.\n'
            '    """\n\n    b: int\n'
        ),
        ["DL231 c"],
    ),
}


@pytest.mark.parametrize("text", NOOP.values(), ids=NOOP.keys())
def test_nothing_is_stale(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_is_stale(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_nothing_is_absent_from_a_stub_file() -> None:
    assert found(function("print(a)", RETURNS), "x.pyi") == []


def test_code_is_only_read_where_a_docstring_tells_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    extract = extraction.extract

    def watched(text: str, definition: Definition, **options: Any) -> Any:
        read.append(definition.name)
        return extract(text, definition, **options)

    monkeypatch.setattr(extraction, "extract", watched)
    text = 'def f(a):\n    """Do it."""\n\n\nclass A(B):\n    """A."""\n\n    def g(self, a):\n'
    assert (
        found(text + '        """Do it.\n\n        Note:\n            Well.\n        """\n') == []
    )
    assert read == []
    found(text + '        """Do it.\n\n        Args:\n            a: A.\n        """\n')
    assert read == ["g"]

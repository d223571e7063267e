"""The scan against the interpreter's own parser, and on what that cannot read."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.errors import DecodeError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library
from tests.source.truth import Truth, definitions, module_docstring

EXACT = {
    "nothing": "",
    "a comment": "# only\n",
    "one function": "def f(): return 1\n",
    "no newline at the end": "def f():\n    return 1",
    "a comment behind the last line": "def f():\n    return 1  # one\n# two\n",
    "nested": "class A:\n    class B:\n        def f(self):\n            def g(): pass\n    x=1\n",
    "decorated": "@a\n@b.c(1,\n  2)  # d\n\n# e\n@f('#')\nclass A: pass\n",
    "decorated over a backslash": "@a \\\n  .b\ndef f(): pass\n",
    "a header over lines": "def f(\n    a=(1, {2: ')'}),  # ):\n    b: 'x: y' = lambda: 0,\n"
    ") -> {1: 2}:\n    pass\n",
    "a lambda in a default": "def f(a=lambda x: x): pass\n",
    "a lambda as the return annotation": "def f() -> lambda: 0:\n    pass\n",
    "backslashes in a header": "def \\\n  f \\\n (a): \\\n  return a\nasync \\\n def g(): pass\n",
    "type parameters": "class A:\n    def f(self, *, a: dict[str, int] = {}) -> list[int]: ...\n",
    "a docstring behind comments": 'def f():\n    # a\n\n    # b\n    """Doc."""\n    pass\n',
    "a docstring on the header's line": 'def f(): "Doc."; return 1\n',
    "a docstring of pieces": 'def f():\n    "a" \'b\' \\\n    r"c"\n',
    "a docstring in brackets": 'def f():\n    ("a"\n     "b")\n    pass\n',
    "a docstring in two pairs of brackets": 'def f():\n    ((  # x\n"a" ) )\n',
    "bytes": 'def f():\n    b"no"\n',
    "an f-string": 'def f():\n    f"no"\n',
    "a string that is part of more": 'def f():\n    "no".upper()\ndef g():\n    "no", 1\n',
    "a string that is not first": 'def f():\n    pass\n    "no"\n',
    "a tuple of one": 'def f():\n    ("no",)\n',
    "raw, unicode, single": "def f():\n    R'''\\d'''\ndef g():\n    u'x'\n",
    "definitions in strings": "x = '''\ndef no(): pass\n'''\ny = 'class No:'\ndef f(): pass\n",
    "quotes in comments": "# \"\"\"\ndef f(): pass  # it's\n# '''\ndef g(): pass\n",
    "escapes in strings": "x = '\\\\'\ny = '\\'def'\nz = '''\\'''def'''\ndef f(): pass\n",
    "a string over lines by backslash": "x = 'a\\\ndef no(): pass\\\n'\ndef f(): pass\n",
    "CRLF": 'class A:\r\n    """Doc.\r\n    """\r\n    @p\r\n    def f(self):\r\n        pass\r\n',
    "a form feed": "x = 1\n\x0c\ndef f():\n    pass\n\x0cclass A:\n    pass\n",
    "tabs": "class A:\n\tdef f(self):\n\t\tpass\n\n\tdef g(self):\n        \tpass\n",
    "conditional": "if x:\n    def f(): pass\nelse:\n    def f(): pass\ntry:\n    pass\nfinally:\n"
    "    class A: pass\n",
    "names that look like keywords": "default = 1\nclassy = 2\ndefine(3)\nasync_def = 4\n",
    "a match statement": "def f(x):\n    match x:\n        case [1, 2]:\n            return 1\n",
    "characters of several bytes": "def f(ä='€', 𝔁=\"😀\"):\n    'Dóc.'\n@ö('é')\nclass A: pass\n",
    "brackets over lines": "x = [\n1,\n  2\n]\ndef f():\n    return (\n1\n)\ny = 1\n",
    "a string further left": "def f():\n    x = '''\nleft\n'''\n    return x\ny = 1\n",
    "f-strings": "def f():\n    x = f'{a[\"b\"]!r:>{w}} {{'\n    f'''{\n  a}'''\ndef g(): 1\n",
    "a decorator that is long": "@p(\n    # c\n    a=[\n        1,\n    ],\n)\ndef f(): pass\n",
    "matrix multiplication": "x = (a\n@ b)\ndef f(): pass\n",
}


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT.keys())
def test_it_says_what_the_parser_says(text: str) -> None:
    assert found(text) == definitions(text)


MODULE_DOCSTRINGS = [
    '"""Doc."""\n',
    "#!/bin/sh\n# c\n\n'Doc.'  # d\nx = 1\n",
    '"""Doc\nover lines."""; x = 1\n',
    'x = 1\n"""no"""\n',
    '("""Doc.""")\n',
    'b"no"\n',
    "",
]


@pytest.mark.parametrize("text", MODULE_DOCSTRINGS)
def test_it_finds_a_modules_docstring(text: str) -> None:
    assert scan(text)[0].docstring == module_docstring(text)


def test_a_lone_carriage_return_ends_a_line() -> None:
    unix = EXACT["nested"] + EXACT["decorated"] + EXACT["a docstring behind comments"]
    told = [replace(t, decorators=_lines(t)) for t in found(unix.replace("\n", "\r"))]
    assert told == found(unix)


def _lines(truth: Truth) -> tuple[str, ...]:
    return tuple(decorator.replace("\r", "\n") for decorator in truth.decorators)


@pytest.mark.parametrize("part", range(2))
def test_it_says_what_the_parser_says_of_real_files(part: int) -> None:
    count = 0
    for path in list(python_files(standard_library(), part=10))[part::2]:
        try:
            text = decode(path.read_bytes()).text
            expected = definitions(text)
        except (DecodeError, SyntaxError, ValueError):
            continue
        assert found(text) == expected, path
        count += len(expected)
    assert count > 1000


BROKEN = {
    "an unclosed bracket above": ("x = [1,\ndef f(): pass\n", ["f"]),
    "an unclosed bracket above a decorator": ("x = (\n\n@d\ndef f(): pass\n", ["@d f"]),
    "an unclosed bracket in a method": (
        "class A:\n    def f(self):\n        x = (1\n    @d\n    def g(self): pass\n",
        ["A", "A.f", "@d A.g"],
    ),
    "a closing bracket too many": ("x = 1)\n)\ndef f(): pass\n", ["f"]),
    "a header without its end": (
        "class A:\n    def half(self,\n    def g(self): pass\n",
        ["A", "A.g"],
    ),
    "a header without brackets": ("class A:\ndef half\n    def g(self): pass\n", ["A", "A.g"]),
    "a class without a colon": ("class Half\n\nclass A:\n    def g(self): pass\n", ["A", "A.g"]),
    "an unclosed string": ("x = 'it\ndef f(): pass\n", ["f"]),
    "an unclosed triple quote in front of docstrings": (
        'x = """\ndef f():\n    """Doc."""\ndef g():\n    """Doc.\n\n    More.\n    """\n',
        ["f", "g"],
    ),
    "an unclosed docstring": (
        'def f():\n    """Doc.\n    return 1\n\ndef g():\n    """Doc."""\n',
        ["f", "g"],
    ),
    "an unclosed triple quote at the end": ("def f(): pass\nx = '''\ny = 1\n", ["f"]),
    "a triple quote too many": (
        'def f():\n    """Doc."""\n"""\ndef g():\n    """Doc."""\n',
        ["f", "g"],
    ),
    "an unclosed f-string": ("x = f'{a\ndef f(): pass\n", ["f"]),
    "an unclosed f-string over lines": ("x = f'''{a\n'''\ndef f(): pass\n", ["f"]),
    "indentation that fits nothing": (
        "class A:\n    def f(self): pass\n  def g(self): pass\n",
        ["A", "A.f", "A.g"],
    ),
    "nothing but a keyword": ("def \nclass \nasync def", []),
    "NUL": ("def f(): pass\n\0\ndef g(): pass\n", ["f", "g"]),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_it_reads_the_sound_parts_of_a_broken_text(case: tuple[str, list[str]]) -> None:
    text, names = case
    told = [" ".join([*("@" + d for d in each.decorators), each.qualname]) for each in scan(text)]
    assert told[1:] == names


PIECES = st.sampled_from(
    [
        *("def f(", "class A", "):", ":", "lambda", "async ", "return", "x = ", "@d", "#", "é"),
        *("(", "]", "{", "}", "\\", '"', "'", '"""', "'''", "f'{"),
        *("\n", "\n    ", "\r", "\r\n", "\t", "\f", "\ufeff"),
    ]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_stands_there_its_spans_nest(text: str) -> None:
    for each in scan(text):
        start, end = each.span
        assert 0 <= start <= each.header.start <= each.header.end <= end <= len(text)
        assert each.body == (each.header.end, end) or each.kind == "module"
        if each.docstring is not None:
            assert (
                start <= each.docstring.start < each.docstring.end <= max(end, each.docstring.end)
            )


HOSTILE = {
    "brackets": "(" * 3,
    "brackets and words": "f(a ",
    "quotes": '"',
    "triple quotes": '"""',
    "both triple quotes": "\"\"\"'''\n",
    "triple quotes on lines": '"""\n',
    "triple quotes with words behind": '"""a\n',
    "f-strings": "f'{",
    "f-strings on lines": "f'{a\n",
    "f-strings of three quotes": "f'''{\n",
    "backslashes": "\\",
    "backslashes and newlines": "\\\n",
    "strings in a call": '("a" ',
    "colons": ":",
    "decorators": "@a\n",
    "decorators in brackets": "(\n@a\n",
    "headers": "def f(\n",
    "headers with lambdas": "def f(a=lambda: ",
    "nested blocks": "if x:\n ",
    "open headers": "def f() -> [",
    "white space": " ",
    "comments": "#",
    "carriage returns": "\r",
    "prefixes": "rb",
    "docstrings in brackets": "def f(): (",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        scan(text)
        return time.perf_counter() - start

    # Of several attempts one is enough: a machine that is busy elsewhere slows any of them.
    assert any(seconds(200_000) < 30 * max(seconds(20_000), 0.002) for _ in range(5))


def found(text: str) -> list[Truth]:
    """Return what the scan says, in the words of the truth."""
    return [_told(each) for each in scan(text)[1:]]


def _told(each: Definition) -> Truth:
    return Truth(
        kind=each.kind,
        qualname=each.qualname,
        span=tuple(each.span),
        header=tuple(each.header),
        docstring=each.docstring and tuple(each.docstring),
        indent=each.indent,
        body_indent=each.body_indent,
        decorators=each.decorators,
    )

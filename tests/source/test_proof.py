"""The proof refuses every edit that changes more than a docstring, however it was made."""

from __future__ import annotations

import pytest

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.proof import prove
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span


def edited(text: str, new: str) -> tuple[str, Definition, Span, str]:
    """Return the arguments of the proof: what stands between two ``|`` becomes ``new``."""
    start = text.index("|")
    plain = text[:start] + text[start + 1 :]
    stop = plain.index("|")
    plain = plain[:stop] + plain[stop + 1 :]
    return plain, scan(plain)[-1], Span(start, stop), new


PROVEN = {
    "an inserted line": ("def f():\n||    pass\n", '    """D."""\n'),
    "an expanded line": ("def f():| |pass\n", '\n    """D."""\n    pass'[:-4]),
    "a replaced string": ('def f():\n    |"a"|\n    pass\n', "'D.'"),
    "a replaced string in brackets": ('def f():\n    (  # b\n     |"a"|)\n', "'D.'"),
    "a body that is not there": ("def f():||", '\n    """D."""'),
    "a method": ("class A:\n  def f(self):\n||    pass\n", '    """D."""\n'),
    "new syntax": ("class A:\n  def f[T = int](self):\n||    pass\n", '    """D."""\n'),
    "new syntax on one line": ("type X = int\nclass A[T = int]:| |pass\n", '\n "D."\n '),
    "new syntax, replaced": ("def f[T = int](x):\n  |'a'|\n", '"""D."""'),
    "what breaks further down": ("def f():\n||    pass\n    x = (\n", '    """D."""\n'),
    "bytes behind it": ('def f():\n||    b"a"\n', '    """D."""\n'),
    "an f-string behind it": ('def f():\n||    "a" f"b"\n', '    """D."""\n'),
    "a longer expression behind it": ('def f():\n||    ("a" + b)\n', '    """D."""\n'),
}

REFUSED = {
    "code in the new text": ("def f():\n||    pass\n", '    """D."""\n    x = 1\n'),
    "code on the line of the string": ("def f():\n||    pass\n", '    """D."""; x\n'),
    "a comment in the new text": ("def f():\n||    pass\n", '    """D."""  # x\n'),
    "two strings": ("def f():\n||    pass\n", '    """D."""\n    """E."""\n'),
    "an f-string": ("def f():\n||    pass\n", '    f"""D."""\n'),
    "bytes": ("def f():\n||    pass\n", '    b"D."\n'),
    "another text": ("def f():\n||    pass\n", '    """E."""\n'),
    "a deeper block": ("def f():\n||    pass\n", '      """D."""\n'),
    "a shallower block": ("def f():\n||    pass\n", '  """D."""\n'),
    "no newline behind it": ("def f():\n||    pass\n", '    """D."""'),
    "an expression with what follows": ("def f():\n||    pass\n", '    """D.""" \\\n'),
    "behind the first statement": ("def f():\n    pass\n||", '    """D."""\n'),
    "in front of the header": ("||def f(): pass\n", '"""D."""\n'),
    "in the header": ('def f(x=|"a"|): pass\n', '"""D."""'),
    "a removed comment": ("def f():\n|    # note\n|    pass\n", '    """D."""\n'),
    "a removed statement": ("def f():\n|    x = 1\n|    pass\n", '    """D."""\n'),
    "a string that is part of more": ('def f():\n    |"a"| % x\n', '"""D."""'),
    "a string with a method": ('def f():\n    |"a"|.b\n', '"""D."""'),
    "a string in a call": ('def f():\n    g(|"a"|)\n', '"""D."""'),
    "a part of several strings": ('def f():\n    |"a"| "b"\n', '"""D."""'),
    "a string in a tuple": ('def f():\n    (|"a"|,)\n', '"""D."""'),
    "bytes replaced": ('def f():\n    |b"a"|\n', '"""D."""'),
    "an f-string replaced": ('def f():\n    |f"a"|\n', '"""D."""'),
    "a comment between strings": ('def f():\n    (|"a" # b\n    "c"|)\n', '"""D."""'),
    "a string pushed down": ('def f():\n||    ("a"\n    "b")\n', '    """D."""\n'),
    "a string pushed down on the line": ("def f():| |('a')\n", '\n    """D."""\n    '),
    "a header that goes on": ("def f(x=1\n||    pass\n", '    """D."""\n'),
    "too deep": (f"def f(x={'(' * 3000}1{')' * 3000}):\n||    pass\n", '    """D."""\n'),
    "a long chain": (f"def f(x={'-' * 100_000}1):\n||    pass\n", '    """D."""\n'),
    "a NUL": ("def f(x='\0'):\n||    pass\n", '    """D."""\n'),
}


@pytest.mark.parametrize("case", PROVEN.values(), ids=PROVEN)
def test_an_edit_of_the_docstring_alone_is_proven(case: tuple[str, str]) -> None:
    prove(*edited(*case), "D.")


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_any_other_edit_is_refused(case: tuple[str, str]) -> None:
    with pytest.raises(EditRefusedError):
        prove(*edited(*case), "D.")


MODULE_REFUSED = {
    "in front of the encoding": ("||\n# coding: latin-1\n", '"""D."""\n'),
    "behind an import": ("import x\n||", '"""D."""\n'),
    "on the line of the code": ("||import x\n", '"""D."""'),
    "indented": ("||import x\n", ' """D."""\n'),
    "a string pushed down": ('||("a")\n', '"""D."""\n'),
}


@pytest.mark.parametrize("case", MODULE_REFUSED.values(), ids=MODULE_REFUSED)
def test_a_modules_docstring_is_held_to_the_same(case: tuple[str, str]) -> None:
    text, _, span, new = edited(*case)
    with pytest.raises(EditRefusedError):
        prove(text, scan(text)[0], span, new, "D.")


def test_a_modules_docstring_is_proven() -> None:
    for case in (("# a\n||\nimport x\n", '"""D."""\n'), ("|'''a'''|", '"""D."""'), ("||", "'D.'")):
        text, _, span, new = edited(*case)
        prove(text, scan(text)[0], span, new, "D.")

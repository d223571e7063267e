"""A docstring gets to its place by the smallest edit, and everything else stays as it is.

``BECOMES`` and ``REPLACED`` are tables of before and after; the definition meant is the last of
the text unless it is named.
"""

from __future__ import annotations

import ast
import os
import tokenize
from collections.abc import Iterator
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.errors import EditRefusedError
from docstring_lsp.source.definition import Definition
from docstring_lsp.source.edit import (
    TextEdit,
    apply,
    docstring_content,
    docstring_edit,
    docstring_indent,
)
from docstring_lsp.source.literal import clean
from docstring_lsp.source.scan import scan
from docstring_lsp.source.span import Span

ONE = "Do it."
TWO = "Do it.\n\nArgs:\n    x: What."


def find(text: str, name: str | None = None) -> Definition:
    definitions = scan(text)
    if name is None:
        return definitions[-1]
    return next(d for d in definitions if name in (d.name, d.qualname))


def documented(text: str, content: str, name: str | None = None) -> str:
    edit = docstring_edit(text, find(text, name), content)
    return text if edit is None else apply(text, [edit])


BECOMES = {
    "a block": (
        "def f(x):\n    return x\n",
        'def f(x):\n    """Do it."""\n    return x\n',
    ),
    "a comment behind the header stays there": (
        "def f(x):  # why\n    return x\n",
        'def f(x):  # why\n    """Do it."""\n    return x\n',
    ),
    "comments in front of the body stay there": (
        "def f(x):\n    # first\n    return x\n",
        'def f(x):\n    """Do it."""\n    # first\n    return x\n',
    ),
    "a type comment must stay the first": (
        "def f(x):\n    # type: (int) -> int\n    return x\n",
        'def f(x):\n    # type: (int) -> int\n    """Do it."""\n    return x\n',
    ),
    "an empty line behind a function's header goes": (
        "def f(x):\n\n    # note\n    return x\n",
        'def f(x):\n    """Do it."""\n    # note\n    return x\n',
    ),
    "a nested definition is parted": (
        "def f(x):\n    @d\n    def g(): pass\n",
        'def f(x):\n    """Do it."""\n\n    @d\n    def g(): pass\n',
        "f",
    ),
    "a nested definition is parted with its comment": (
        "def f(x):\n    # g\n    async def g(): pass\n",
        'def f(x):\n    """Do it."""\n\n    # g\n    async def g(): pass\n',
        "f",
    ),
    "a class's body is parted": (
        "class A:\n    x = 1\n",
        'class A:\n    """Do it."""\n\n    x = 1\n',
    ),
    "a class's body that is parted already": (
        "class A(B):\n\n    x = 1\n",
        'class A(B):\n    """Do it."""\n\n    x = 1\n',
    ),
    "a body on the header's line": (
        "def f(): return 1\n",
        'def f():\n    """Do it."""\n    return 1\n',
    ),
    "a body on the header's line, with more statements and a comment": (
        "def f(): x = 1; y = 2  # why\nz = 3\n",
        'def f():\n    """Do it."""\n    x = 1; y = 2  # why\nz = 3\n',
    ),
    "an ellipsis stays": (
        "def f(): ...\n",
        'def f():\n    """Do it."""\n    ...\n',
    ),
    "a class on one line": (
        "class A: pass  # why",
        'class A:\n    """Do it."""\n\n    pass  # why',
    ),
    "a body joined to the header by a backslash": (
        "def f(): \\\n    return 1\n",
        'def f():\n    """Do it."""\n    return 1\n',
    ),
    "a body of several lines on the header's line": (
        'def f(): return [\n1,\n"""\nx"""]\n',
        'def f():\n    """Do it."""\n    return [\n1,\n"""\nx"""]\n',
    ),
    "a method on one line is indented as its class": (
        "class A:\n  def f(self): return 1\n",
        'class A:\n  def f(self):\n    """Do it."""\n    return 1\n',
    ),
    "a class on one line is indented as its function, not as deep as it stands": (
        "def f():\n  # note\n  with x:\n    class A: pass\n",
        'def f():\n  # note\n  with x:\n    class A:\n      """Do it."""\n\n      pass\n',
    ),
    "a function on one line is indented as the file": (
        "def f(): return 1\nif x:\n\ty()\n",
        'def f():\n\t"""Do it."""\n\treturn 1\nif x:\n\ty()\n',
    ),
    "tabs": (
        "class A:\n\tdef f(self):\n\t\treturn 1\n",
        'class A:\n\tdef f(self):\n\t\t"""Do it."""\n\t\treturn 1\n',
    ),
    "no newline at the end": (
        "def f():\n    pass",
        'def f():\n    """Do it."""\n    pass',
    ),
    "a body that is not yet there": (
        "def f(x):",
        'def f(x):\n    """Do it."""',
    ),
    "a body that is not yet there, with more behind it": (
        "class A:  # soon\n\n\nx = 1\n",
        'class A:  # soon\n    """Do it."""\n\n\nx = 1\n',
    ),
    "carriage returns and newlines": (
        "class A:\r\n    x = 1\r\n",
        'class A:\r\n    """Do it."""\r\n\r\n    x = 1\r\n',
    ),
    "carriage returns alone": (
        "def f():\r    return 1\r",
        'def f():\r    """Do it."""\r    return 1\r',
    ),
    "a form feed": (
        "x = 1\n\f\ndef f():\n    return 1\n",
        'x = 1\n\f\ndef f():\n    """Do it."""\n    return 1\n',
    ),
    "a form feed on the line": (
        "x = 1\n\fclass A:\n  def f(x): return 1\n",
        'x = 1\n\fclass A:\n  def f(x):\n    """Do it."""\n    return 1\n',
    ),
    "a form feed on the line, a block": (
        "\fdef f():\n    return 1\n",
        '\fdef f():\n    """Do it."""\n    return 1\n',
    ),
    "a header over several lines": (
        "@d(\n    1\n)\nasync def f(\n    x=lambda: 1,  # x: y\n    y={1: 2},\n) -> 'a:b':\n"
        "    pass\n",
        "@d(\n    1\n)\nasync def f(\n    x=lambda: 1,  # x: y\n    y={1: 2},\n) -> 'a:b':\n"
        '    """Do it."""\n    pass\n',
    ),
    "a conditional definition": (
        "if a:\n  try:\n     def f():\n       pass\n  finally: pass\n",
        'if a:\n  try:\n     def f():\n       """Do it."""\n       pass\n  finally: pass\n',
    ),
    "an f-string is no docstring": (
        'def f():\n    f"a"\n',
        'def f():\n    """Do it."""\n    f"a"\n',
    ),
    "bytes are no docstring": (
        'def f(): b"a"\n',
        'def f():\n    """Do it."""\n    b"a"\n',
    ),
    "a call on a string is no docstring": (
        'class A:\n    "a".join("b")\n',
        'class A:\n    """Do it."""\n\n    "a".join("b")\n',
    ),
    "a body that is broken further down": (
        "def f():\n    x = (\n\nclass A: pass\n",
        'def f():\n    """Do it."""\n    x = (\n\nclass A: pass\n',
        "f",
    ),
    "syntax that the host may not know": (
        "class A:\n    def f[*Ts = *tuple[int, ...]](x: T) -> T:\n        return x\n",
        "class A:\n    def f[*Ts = *tuple[int, ...]](x: T) -> T:\n"
        '        """Do it."""\n        return x\n',
    ),
    "an invalid escape in a default gives no warning": (
        'def f(x="\\d"):\n    pass\n',
        'def f(x="\\d"):\n    """Do it."""\n    pass\n',
    ),
}

MODULES = {
    "an import": ("import x\n", '"""Do it."""\n\nimport x\n'),
    "a class": ("class A: pass\n", '"""Do it."""\n\n\nclass A: pass\n'),
    "a decorated function with a comment": (
        "\n# f\n@d\ndef f(): pass\n",
        '"""Do it."""\n\n\n# f\n@d\ndef f(): pass\n',
    ),
    "a future import": (
        "from __future__ import annotations\n",
        '"""Do it."""\n\nfrom __future__ import annotations\n',
    ),
    "comments that open the file": (
        "#!/usr/bin/python\n# coding: utf-8\n\nimport x\n",
        '#!/usr/bin/python\n# coding: utf-8\n"""Do it."""\n\nimport x\n',
    ),
    "comments that open the file, well parted": (
        "# note\n\n\nimport x\n",
        '# note\n\n"""Do it."""\n\nimport x\n',
    ),
    "an encoding on the second line": (
        "\n# coding: latin-1\n\nx = 1\n",
        '\n# coding: latin-1\n"""Do it."""\n\nx = 1\n',
    ),
    "nothing but a comment": ("# note", '# note\n"""Do it."""\n'),
    "a byte-order mark": ("\ufeffimport x\n", '\ufeff"""Do it."""\n\nimport x\n'),
    "carriage returns": ("import x\r\n", '"""Do it."""\r\n\r\nimport x\r\n'),
    "an f-string": ('f"a"\n', '"""Do it."""\n\nf"a"\n'),
}

REPLACED = {
    "only what differs": (
        'def f():\n    """Do that."""\n',
        'def f():\n    """Do it."""\n',
    ),
    "one-line quotes": ("def f():\n    'a'\n", 'def f():\n    """Do it."""\n'),
    "a raw prefix stays": ('def f():\n    r"""a"""\n', 'def f():\n    r"""Do it."""\n'),
    "a unicode prefix stays": ("class A:\n    u'''a'''\n", 'class A:\n    u"""Do it."""\n'),
    "a string on the header's line": (
        'class A: """a"""; x = 1\n',
        'class A: """Do it."""; x = 1\n',
    ),
    "more on its line": (
        'def f():\n    "a"; x = 1  # why\n',
        'def f():\n    """Do it."""; x = 1  # why\n',
    ),
    "brackets in the comments behind it": (
        'def f():\n    """a"""\n    # b (c)\n    # d) (e\n    return (1)\n',
        'def f():\n    """Do it."""\n    # b (c)\n    # d) (e\n    return (1)\n',
    ),
    "comments without end in front of it": (
        "def f():\n" + "    # a # (b) # c\n" * 200 + '    """a"""\n',
        "def f():\n" + "    # a # (b) # c\n" * 200 + '    """Do it."""\n',
    ),
    "strings joined": ('def f():\n    "a" \'b\' """c"""\n', 'def f():\n    """Do it."""\n'),
    "strings joined by a backslash": (
        'def f():\n    "a" \\\n    "b"\n',
        'def f():\n    """Do it."""\n',
    ),
    "a module's": ('# note\n\n"""a"""\nx = 1\n', '# note\n\n"""Do it."""\nx = 1\n', "<module>"),
    "with an escape that is none": ('def f():\n    "\\d"\n', 'def f():\n    """Do it."""\n'),
}


@pytest.mark.parametrize("case", BECOMES.values(), ids=BECOMES)
def test_a_docstring_is_put_in_its_place(case: tuple[str, ...]) -> None:
    before, after, *name = case
    assert documented(before, ONE, *name) == after


@pytest.mark.parametrize("case", MODULES.values(), ids=MODULES)
def test_a_module_gets_its_docstring_below_the_opening_comments(case: tuple[str, str]) -> None:
    before, after = case
    assert documented(before, ONE, "<module>") == after


@pytest.mark.parametrize("case", REPLACED.values(), ids=REPLACED)
def test_a_docstring_is_replaced_and_nothing_else(case: tuple[str, ...]) -> None:
    before, after, *name = case
    assert documented(before, ONE, *name) == after


EVERY = {**BECOMES, **MODULES, **REPLACED}


@pytest.mark.parametrize("case", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("content", [ONE, TWO])
def test_twice_is_once(case: tuple[str, ...], content: str) -> None:
    before = case[0]
    name = case[2] if len(case) > 2 else "<module>" if case in MODULES.values() else None
    once = documented(before, content, name)
    definition = find(once, name)
    assert docstring_content(once, definition) == content
    assert docstring_edit(once, definition, content) is None


SEVERAL_LINES = {
    "indented as the body": (
        "class A:\n  def f(x):\n     return x\n",
        'class A:\n  def f(x):\n     """Do it.\n\n     Args:\n         x: What.\n     """\n'
        "     return x\n",
    ),
    "a string on the header's line moves to a block": (
        'class A: "a"; x = 1\n',
        'class A:\n    """Do it.\n\n    Args:\n        x: What.\n    """; x = 1\n',
    ),
    "newlines of the file": (
        "def f(x): pass\r\n",
        'def f(x):\r\n    """Do it.\r\n\r\n    Args:\r\n        x: What.\r\n    """\r\n'
        "    pass\r\n",
    ),
    "tabs": (
        "def f(x):\n\tpass\n",
        'def f(x):\n\t"""Do it.\n\n\tArgs:\n\t    x: What.\n\t"""\n\tpass\n',
    ),
}


@pytest.mark.parametrize("case", SEVERAL_LINES.values(), ids=SEVERAL_LINES)
def test_several_lines_are_indented_and_the_empty_ones_are_not(case: tuple[str, str]) -> None:
    before, after = case
    assert documented(before, TWO) == after


SAYS_THE_SAME = [
    'def f():\n    """Do it."""\n',
    "def f():\n    'Do it.'\n",
    'def f():\n    """\n    Do it.\n    """\n',
    'def f():\n    """Do """ \\\n    "it."\n',
    'def f():\n    r"""Do it.   \n    """\n',
]


@pytest.mark.parametrize("text", SAYS_THE_SAME)
def test_what_says_the_same_stays(text: str) -> None:
    assert docstring_edit(text, find(text), ONE) is None


def test_the_edit_is_the_smallest() -> None:
    text = 'def f():\r\n    """Do it.\r\n\r\n    Now.\r\n    """\r\n    return 1\r\n'
    edit = docstring_edit(text, find(text), "Do it.\n\nLater.")
    assert edit is not None
    assert (edit.span.of(text), edit.new_text) == ("Now", "Later")


def test_a_carriage_return_and_its_newline_stay_together() -> None:
    text = 'def f():\r\n    """Do it.\r\n    """\r\n'
    edit = docstring_edit(text, find(text), "Do it.\n\nLater.")
    assert edit is not None
    assert not text[: edit.span.start].endswith("\r")
    assert not text[edit.span.end :].startswith("\n")


REFUSED = {
    "an empty text": ("def f(): pass\n", "\x00 \n", "empty"),
    "a header that is no Python": ("def f(x, print x):\n    return x\n", ONE, "parsed"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_with_a_reason(case: tuple[str, str, str]) -> None:
    text, content, reason = case
    with pytest.raises(EditRefusedError, match=reason):
        docstring_edit(text, find(text), content)


def test_a_string_in_brackets_is_replaced_inside_them_or_left() -> None:
    text = 'def f():\n    (  # why\n        "a"\n        "b"\n    )\n'
    try:
        after = documented(text, ONE)
    except EditRefusedError:
        return
    assert after == 'def f():\n    (  # why\n        """Do it."""\n    )\n'


@pytest.mark.parametrize(
    ("text", "name", "indent"),
    [
        ("x = 1\n", "<module>", ""),
        ("def f():\n   pass\n", "f", "   "),
        ("def f(): pass\n", "f", "    "),
        ("class A:\n  def f(): pass\n", "f", "    "),
        ("class A:\n\tdef f(): pass\n", "f", "\t\t"),
        ("if x:\n\tdef f(): pass\n", "f", "\t\t"),
        ("\f  def f():\n    pass\n", "f", "    "),
    ],
)
def test_the_indent_is_told_before_there_is_a_docstring(text: str, name: str, indent: str) -> None:
    assert docstring_indent(text, find(text, name)) == indent


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("def f(): pass\n", None),
        ('def f():\n    """\n    A.\n\n      B.\n    """\n', "A.\n\n  B."),
        ("def f():\n    'A' r'\\d'\n", r"A\d"),
        ("def f():\n    '\\N{no such}'\n", None),
    ],
)
def test_the_present_docstring_is_evaluated_and_cleaned(text: str, content: str | None) -> None:
    assert docstring_content(text, find(text)) == content


def test_edits_are_applied_in_any_order_and_must_not_overlap() -> None:
    edits = [TextEdit(Span(2, 3), "C"), TextEdit(Span(0, 1), "A"), TextEdit(Span(1, 1), "-")]
    assert apply("abc", edits) == "A-bC"
    with pytest.raises(ValueError, match="offset 1"):
        apply("abc", [TextEdit(Span(0, 2), ""), TextEdit(Span(1, 3), "")])


# What follows is told by the interpreter's own parser and tokenizer, not by ours.

SHAPES = [
    case[0] for case in EVERY.values() if "*Ts" not in case[0] and "(\n\nclass" not in case[0]
]

PIECES = [*"\"'\\\n\r\t\0 xN{}#;:", "\u202e", "\ud800"]
PIECES += ['"""', "\\\\", '\\"""', "\n    import os\n", "'''", '"""\n    import os\n    """']
ATTACK = st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join)
EXAMPLES = int(os.environ.get("DOCSTRING_LSP_FUZZ", "250"))


def tree_without_docstrings(text: str) -> str:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            value = first.value if isinstance(first, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                del node.body[0]
    return ast.dump(tree)


def code_tokens(text: str) -> Iterator[tuple[int, str]]:
    layout = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.STRING}
    for token in tokenize.generate_tokens(StringIO(text.lstrip("\ufeff")).readline):
        if token.type not in layout:
            yield token.type, token.string


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")
@settings(deadline=None, max_examples=EXAMPLES)
@given(text=st.sampled_from(SHAPES), contents=st.lists(st.one_of(ATTACK, st.text()), min_size=1))
def test_nothing_in_a_text_can_become_code(text: str, contents: list[str]) -> None:
    whole = "\ufeff" in text
    before = text.lstrip("\ufeff") if whole else text
    try:
        ast.parse(before)
    except SyntaxError:
        return
    definitions = scan(text)
    edits, wanted = [], []
    for place, definition in enumerate(definitions):
        content = contents[place % len(contents)]
        wanted.append(clean(content))
        if wanted[-1]:
            edit = docstring_edit(text, definition, content)
            edits += [edit] if edit else []
    after = apply(text, edits)
    assert tree_without_docstrings(after.lstrip("\ufeff")) == tree_without_docstrings(before)
    if "\r" not in text:
        assert list(code_tokens(after)) == list(code_tokens(text))
    for definition, content in zip(scan(after), wanted, strict=True):
        if content:
            assert clean(docstring_content(after, definition) or "") == content

"""Docstrings that stand, read into their lossless tree."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docstring_lsp.actions.conventions import style, styles
from docstring_lsp.docstring.tree import Block, Item, Prose
from docstring_lsp.errors import DecodeError
from docstring_lsp.source.edit import docstring_content
from docstring_lsp.source.scan import scan
from docstring_lsp.source.text import decode
from tests.corpus import python_files, standard_library


class Read(NamedTuple):
    """An item in words."""

    kind: str
    names: str = ""
    type: str = ""
    optional: str = ""
    default: str = ""
    says: str = ""
    role: str = "entry"


GOOGLE = {
    "names, types, defaults": (
        """Do.

        Args:
            x: One.
            y (int): Two.
            z (dict[str, int], optional): Three. Defaults to {}.
            *args (Any): More.
            \\**kwargs: Even more.
            `code`: In backticks.
            w (int, default=3): Four.
        """,
        [
            Read("parameters", "x", says="One."),
            Read("parameters", "y", "int", says="Two."),
            Read("parameters", "z", "dict[str, int]", "optional", says="Three. Defaults to {}."),
            Read("parameters", "*args", "Any", says="More."),
            Read("parameters", "\\**kwargs", says="Even more."),
            Read("parameters", "code", says="In backticks."),
            Read("parameters", "w", "int", default="3", says="Four."),
        ],
    ),
    "entries over lines": (
        """Do.

        Args:
            x: One,
                two.

                - a: list

            y: Three.

        More prose.
        """,
        [
            Read("parameters", "x", says="One,\n        two.\n\n        - a: list"),
            Read("parameters", "y", says="Three."),
        ],
    ),
    "results": (
        """Do.

        Returns:
            dict[str, int]: The counts: by name.

        Yields:
            What is found, with: a colon in a sentence.
        """,
        [
            Read("returns", type="dict[str, int]", says="The counts: by name."),
            Read("yields", says="What is found, with: a colon in a sentence."),
        ],
    ),
    "raises": (
        "Do.\n\nRaises:\n    ValueError, TypeError: If not.\n    a.b.C: Never.\n",
        [
            Read("raises", "ValueError TypeError", says="If not."),
            Read("raises", "a.b.C", says="Never."),
        ],
    ),
    "no summary": ("Args:\n    x: One.\n", [Read("parameters", "x", says="One.")]),
    "a title that is one, of prose": ("Do.\n\nExample:\n    x: y\n", []),
    "no section without lines below": ("Do.\n\nArgs:\nNot below.\n", []),
    "in a doctest": ("Do.\n\n>>> f('''\n... Args:\n...     x: y\n... ''')\n", []),
    "in a fence": ("Do.\n\n```\nArgs:\n    x: y\n```\n", []),
    "in a literal block": ("Do::\n\n    Args:\n        x: y\n", []),
}
NUMPY = {
    "names, types, defaults": (
        """Do.

        Parameters
        ----------
        x
            One.
        y : int
            Two.
        a, b : {'l', 'r'}, default: 'l'
            Three.
        z : dict[str, int], optional, default=None
        *args, **kwargs
            More.
        """,
        [
            Read("parameters", "x", says="One."),
            Read("parameters", "y", "int", says="Two."),
            Read("parameters", "a b", "{'l', 'r'}", default="'l'", says="Three."),
            Read("parameters", "z", "dict[str, int]", "optional", "None"),
            Read("parameters", "*args **kwargs", says="More."),
        ],
    ),
    "results": (
        """Do.

        Returns
        -------
        int
            The count.
        name : str
            The name.

        Raises
        ------
        ValueError
            If not.
        """,
        [
            Read("returns", type="int", says="The count."),
            Read("returns", "name", "str", says="The name."),
            Read("raises", "ValueError", says="If not."),
        ],
    ),
    "sections of prose": ("Do.\n\nSee Also\n--------\nf : g\n\nNotes\n-----\nx : y\n", []),
    "a directive among the entries": (
        "Do.\n\nParameters\n----------\nx : int\n    One.\n\n    .. deprecated:: 1.0\n\n"
        "y\n    Two.\n",
        [
            Read("parameters", "x", "int", says="One.\n\n    .. deprecated:: 1.0"),
            Read("parameters", "y", says="Two."),
        ],
    ),
}
SPHINX = {
    "names, types": (
        """Do.

        :param x: One,
            two.
        :param int y: Three.
        :type x: str
        :param *args: More.
        :keyword z: Four.
        """,
        [
            Read("parameters", "x", says="One,\n    two."),
            Read("parameters", "y", "int", says="Three."),
            Read("parameters", "x", says="str", role="type"),
            Read("parameters", "*args", says="More."),
            Read("parameters", "z", says="Four."),
        ],
    ),
    "results, exceptions, attributes": (
        """Do.

        :returns: The count.
        :rtype: int
        :raises A, b.B: If not.
        :ivar x: One.
        :vartype x: int
        :meta private:
        """,
        [
            Read("returns", says="The count."),
            Read("returns", says="int", role="type"),
            Read("raises", "A b.B", says="If not."),
            Read("attributes", "x", says="One."),
            Read("attributes", "x", says="int", role="type"),
            Read("", "private"),
        ],
    ),
    "a role is no field": ("Do.\n\n:class:`x` is one.\n:py:func:`y` too.\n", []),
    "prose between fields": (
        "Do.\n\n:param x: One.\n\nBut.\n\n:param y: Two.\n",
        [Read("parameters", "x", says="One."), Read("parameters", "y", says="Two.")],
    ),
}
EPYTEXT = {
    "fields": (
        "Do.\n\n@param x: One.\n@type x: C{int}\n@return: All.\n@raise ValueError: If not.\n",
        [
            Read("parameters", "x", says="One."),
            Read("parameters", "x", says="C{int}", role="type"),
            Read("returns", says="All."),
            Read("raises", "ValueError", says="If not."),
        ],
    ),
    "a decorator is no field": ("Do.\n\n@property\ndef x(): pass\n", []),
}
CASES = {
    (name, case): content
    for name, cases in {
        "google": GOOGLE,
        "numpy": NUMPY,
        "sphinx": SPHINX,
        "epytext": EPYTEXT,
    }.items()
    for case, content in cases.items()
}


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case}" for name, case in CASES])
def test_what_is_read(name: str, case: str) -> None:
    raw, expected = CASES[name, case]
    text = raw.replace("\n        ", "\n")
    tree = style(name).parse(text)
    assert [_told(item, text) for item in tree.items] == expected
    assert tree.printed() == text


SUMMARIES = {
    "Do.\n\nMore.\n": "Do.",
    "Do,\nreally.\n\nMore.": "Do,\nreally.",
    "Do.\nArgs:\n    x: One.\n": "Do.",
    "\n  Do.": "Do.",
    "Args:\n    x: One.\n": None,
    "": None,
}


@pytest.mark.parametrize(("text", "expected"), SUMMARIES.items())
def test_the_summary(text: str, expected: str | None) -> None:
    summary = style("google").parse(text).summary
    assert (None if summary is None else summary.of(text)) == expected


def test_an_unknown_section_is_kept_as_one() -> None:
    text = "Do.\n\nHouse Rules:\n    x: y\n\nArgs:\n    x: One.\n"
    first, rules, arguments = style("google").parse(text).parts
    assert isinstance(first, Prose)
    assert isinstance(rules, Block)
    assert isinstance(arguments, Block)
    assert rules.title is not None
    assert (rules.title.of(text), rules.kind, rules.items) == ("House Rules", None, ())
    assert rules.span.of(text) == "House Rules:\n    x: y\n\n"


WORDS = st.sampled_from(
    [
        *("Do.", "Args:", "Returns:", "x: One.", "x (int): One.", "Parameters", "----------"),
        *(":param x: One.", ":type x: int", "@param x: One.", ">>> f()", "```", "::", "- item"),
        *(
            "\n",
            "\n\n",
            "\n    ",
            "\n        ",
            "  ",
            "\t",
            ".. note::",
            "é",
            "Raises:",
            "A, B: If.",
        ),
    ]
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=30).map("".join), st.sampled_from(styles()))
def test_whatever_it_says_reading_and_printing_gives_the_same(text: str, name: str) -> None:
    tree = style(name).parse(text)
    assert tree.printed() == text
    for item in tree.items:
        for span in (*item.names, item.type, item.optional, item.default, item.description):
            if span is not None:
                assert item.span.start <= span.start <= span.end <= item.span.end


def test_real_docstrings_are_read_and_printed_alike() -> None:
    count = 0
    for path in python_files(standard_library(), part=10):
        try:
            text = decode(path.read_bytes()).text
        except DecodeError:
            continue
        for definition in scan(text):
            content = docstring_content(text, definition)
            for name in styles() if content else ():
                assert style(name).parse(content or "").printed() == content
                count += 1
    assert count > 1000


def _told(item: Item, text: str) -> Read:
    def of(span: object) -> str:
        return text[span[0] : span[1]] if isinstance(span, tuple) else ""

    return Read(
        kind=item.kind.value if item.kind else "",
        names=" ".join(map(of, item.names)),
        type=of(item.type),
        optional=of(item.optional),
        default=of(item.default),
        says=of(item.description),
        role=item.role,
    )

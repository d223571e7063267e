"""Every section and field that a style's specification names is read, and what stands around it."""

from __future__ import annotations

import pytest

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.recognition import style
from docstring_lsp.docstring.tree import Block

PARAMETERS, ATTRIBUTES = SectionKind.PARAMETERS, SectionKind.ATTRIBUTES
RETURNS, YIELDS, RECEIVES = SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES
RAISES, WARNS = SectionKind.RAISES, SectionKind.WARNS

TITLES: dict[str, SectionKind | None] = {
    **dict.fromkeys(["Args", "Arguments", "Parameters", "Other Parameters"], PARAMETERS),
    **dict.fromkeys(["Keyword Args", "Keyword Arguments"], PARAMETERS),
    "Attributes": ATTRIBUTES,
    **dict.fromkeys(["Return", "Returns"], RETURNS),
    **dict.fromkeys(["Yield", "Yields"], YIELDS),
    "Receives": RECEIVES,
    **dict.fromkeys(["Raise", "Raises"], RAISES),
    **dict.fromkeys(["Warn", "Warns"], WARNS),
    **dict.fromkeys(["Example", "Examples"], SectionKind.EXAMPLES),
    **dict.fromkeys(["Note", "Notes"], SectionKind.NOTES),
    **dict.fromkeys(
        ["Attention", "Caution", "Danger", "Error", "Hint", "Important", "Methods", "References",
         "See Also", "Tip", "Todo", "Warning", "Warnings", "House Rules"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    ("name", "section"),
    [("google", "{0}:\n    x: It.\n"), ("numpy", "{0}\n{1}\nx : It\n    It.\n")],
    ids=["google", "numpy"],
)
def test_a_section_is_read_whatever_its_title(name: str, section: str, title: str) -> None:
    text = f"Do.\n\n{section.format(title, '-' * len(title))}"
    (block,) = style(name).parse(text).blocks
    assert block.title is not None
    assert (block.title.of(text), block.kind) == (title, TITLES[title])
    told = TITLES[title] not in (None, SectionKind.NOTES, SectionKind.EXAMPLES)
    assert len(block.items) == told


FIELDS: dict[str, tuple[SectionKind | None, str]] = {
    **dict.fromkeys(
        ["param x", "parameter x", "arg x", "argument x", "key x", "keyword x", "kwarg x"],
        (PARAMETERS, "entry"),
    ),
    **dict.fromkeys(["type x", "kwtype x"], (PARAMETERS, "type")),
    **dict.fromkeys(["var x", "ivar x", "cvar x"], (ATTRIBUTES, "entry")),
    "vartype x": (ATTRIBUTES, "type"),
    **dict.fromkeys(["return", "returns"], (RETURNS, "entry")),
    **dict.fromkeys(["rtype", "returntype"], (RETURNS, "type")),
    **dict.fromkeys(["yield", "yields"], (YIELDS, "entry")),
    **dict.fromkeys(["raise E", "raises E", "except E", "exception E"], (RAISES, "entry")),
    **dict.fromkeys(["warn E", "warns E"], (WARNS, "entry")),
    **dict.fromkeys(
        ["meta private", "since", "author", "see", "note", "todo", "deprecated", "group x, y"],
        (None, "entry"),
    ),
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("name", "mark"), [("sphinx", ":"), ("epytext", "@")])
def test_a_field_is_read_whatever_its_word(name: str, mark: str, field: str) -> None:
    text = f"Do.\n\n{mark}{field}: It is.\n"
    (item,) = style(name).parse(text).items
    assert (item.kind, item.role) == FIELDS[field]
    word, _, argument = field.partition(" ")
    assert item.word is not None
    assert item.word.of(text) == word
    assert ", ".join(span.of(text) for span in item.names) == argument
    assert item.description is not None
    assert item.description.of(text) == "It is."


AROUND = """\
Do it.

.. deprecated:: 1.0
    Use another.

Prose with Args: in it, and a list:

- one

  - nested
    x: no entry

1. two

====  =====
 a     b
====  =====
Args  int
====  =====

+------+
| Args |
+======+
| x: y |
+------+

.. code-block:: python

    Returns:
        x: no entry

>>> f(
...     x=1)
Returns:
    x: no entry

{section}
Prose behind, and a fence:

```
:param y: no entry
@param y: no entry
```
"""
SECTIONS = {
    "google": "Args:\n    x, y (int): It,\n        really.\n\n        Raises: none.\n",
    "numpy": "Parameters\n----------\nx, y : int\n    It,\n    really.\n\nNotes\n-----\n",
    "sphinx": ":param int x, y: It,\n    really.\n\n    Args: none.\n",
    "epytext": "@param x, y: It,\nreally.\n\n    Args: none.\n",
}


@pytest.mark.parametrize("name", SECTIONS)
def test_what_stands_around_is_prose(name: str) -> None:
    text = AROUND.format(section=SECTIONS[name])
    tree = style(name).parse(text)
    (item,) = tree.items
    assert item.description is not None
    assert item.description.of(text).startswith("It,")
    first = next(part for part in tree.parts if isinstance(part, Block) and part.items)
    assert text[: first.span.start].endswith("x: no entry\n\n")
    assert tree.printed() == text

"""What of a docstring was begun and left: placeholders, empty sections, entries that say nothing.

Takes a docstring's text and its tree; gives places. Must not know what the code says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.tree import Block, Item, Prose, Tree
from docstring_lsp.source.span import Span

GapKind = Literal["silent", "placeholder", "section", "entry"]

_PLACEHOLDER = re.compile(
    r"""
    (?<![\w`])_(?:summary|description|type|extended_summary)_(?![\w`])  # autoDocstring
    | (?<=[ ])\[(?:description|type|summary)\](?=[.]?$|,[ ]?(?:optional|defaults)) # its first years
    | ^\[(?:summary|description)\][.]?$
    | \[TODO:[ ]?\w+\]                                  # neogen, vim-pydocstring
    | \bFIXME!?[ ]briefly[ ]describe\b.*                # sphinx-doc for Emacs
    | ^[ ]*DESCRIPTION[.]?(?=$|[ ]The[ ]default)        # Spyder
    | (?<=[ ]:[ ])TYPE(?=,|$) | ^TYPE$
    | \(TYPE\): | \bTYPE:[ ]Description\b | \bTODO:[ ]Summary\b  # AutoDocstring for Sublime
    | (?i:\bTODO:?[ ](?:add|write|insert)[ ](?:a[ ])?(?:docstring|description|documentation)\b)
    | (?i:\b(?:add|insert|write)[ ](?:your[ ])?(?:docstring|documentation)[ ]here\b)
    | ^(?i:lorem[ ]ipsum[ ]dolor\b)
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARKS = (
    *("_summary_", "_description_", "_type_", "[description]", "[type]", "[summary]"),
    *("[TODO", "FIXME", "DESCRIPTION", "TYPE"),
)
_MARKS_OF_ANY_CASE = ("todo", " here", "lorem ipsum")
"""What every placeholder has: few docstrings do, and looking for that costs next to nothing."""

_NOTHING_SAID = re.compile(
    r"(?:\.\.\.|…|-+|\?+|docstring|summary(?: line)?"
    r"|(?:TODO|FIXME|XXX|TBD|WIP)\W*(?:docstring|documentation|document(?: (?:this|me))?)?)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that is still to be filled.

    Attributes:
        kind: What is missing: all (``silent``), what a placeholder stands for, what a section
            or an entry says.
        span: Where; of a section its title, of an entry its name.
        whole: What is empty: a section's lines, or an entry's.
        names: The entry's names.
    """

    kind: GapKind
    span: Span
    whole: Span
    names: tuple[str, ...] = ()


def gaps(content: str, tree: Tree | None) -> Iterator[Gap]:
    """Yield what is still to be filled.

    Args:
        content: The docstring's text.
        tree: Its tree, where its style is known.
    """
    if _NOTHING_SAID.fullmatch(content.strip()):
        whole = Span(0, len(content))
        yield Gap("silent", whole, whole)
        return
    for found in _PLACEHOLDER.finditer(content) if _may_be_left(content) else ():
        yield Gap("placeholder", Span(*found.span()), Span(*found.span()))
    if tree is not None:
        yield from _empty(tree)


def _may_be_left(content: str) -> bool:
    lower = content.lower()
    return any(mark in content for mark in _MARKS) or any(m in lower for m in _MARKS_OF_ANY_CASE)


def _empty(tree: Tree) -> Iterator[Gap]:
    text = tree.text
    typed = {n.of(text) for i in tree.items if i.role == "type" for n in i.names}
    for block in tree.blocks:
        if block.title is not None and _is_empty(block, text):
            yield Gap("section", block.title, block.span)
        for item in block.items:
            if _says_nothing(item, text) and typed.isdisjoint(n.of(text) for n in item.names):
                name = Span(item.names[0].start, item.names[-1].end) if item.names else item.word
                names = tuple(n.of(text).replace("\\", "").lstrip("*") for n in item.names)
                yield Gap("entry", name or item.span, item.span, names)


def _is_empty(block: Block, text: str) -> bool:
    return all(isinstance(p, Prose) and not p.span.of(text).strip() for p in block.parts)


def _says_nothing(item: Item, text: str) -> bool:
    if item.role != "entry" or item.description or item.type or not item.kind:
        return False
    if item.kind is SectionKind.ATTRIBUTES and item.word is None and ":" not in item.span.of(text):
        return False  # Properties have docstrings of their own, and numpydoc lists their names.
    return "\n" not in item.span.of(text).strip()

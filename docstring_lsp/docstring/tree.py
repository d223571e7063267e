"""The lossless tree of a docstring that stands: every character belongs to exactly one leaf.

Holds spans of one text and what they are; never a text of its own, so that whatever is not
touched stays to the byte. `docstring_lsp.docstring.model` is what is rendered anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.source.span import Span

Role = Literal["entry", "type"]
"""What a field tells: of a thing itself, or its type (``:type x: int``)."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines that are no entry: paragraphs, lists, doctests, directives, empty lines.

    Attributes:
        span: Whole lines.
    """

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a section, or a field.

    Attributes:
        span: Whole lines, the empty ones behind it included.
        kind: What it tells of; None for a field that no style's specification names.
        role: Whether it tells of the thing or of its type.
        names: The names it has, as written, stars included; several for ``x, y : int``.
        type: The type as written, without what says that it is optional.
        optional: What says that it may be left out, as written.
        default: The default as written.
        description: From the first character of what is said to the last.
        word: The word of a field, as written, without its marks.
    """

    span: Span
    kind: SectionKind | None
    role: Role = "entry"
    names: tuple[Span, ...] = ()
    type: Span | None = None
    optional: Span | None = None
    default: Span | None = None
    description: Span | None = None
    word: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A section with a title, or a list of fields, which has none.

    Attributes:
        span: Whole lines.
        title: The title as written; None for fields.
        heading: The title's lines, its underline included; empty for fields.
        kind: What it tells of; None for an unknown one, for notes in prose, and for fields.
        indent: How far its entries stand to the right.
        parts: What stands below the heading, in order.
    """

    span: Span
    title: Span | None = None
    heading: Span
    kind: SectionKind | None = None
    indent: int = 0
    parts: tuple[Prose | Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Its entries or fields."""
        return tuple(part for part in self.parts if isinstance(part, Item))


Part = Prose | Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A docstring as it stands.

    Attributes:
        text: Its text, without the indentation that its place in the code gave it.
        style: The name of the style it was read in.
        summary: Its first paragraph; None where it starts with a section.
        parts: Prose and sections, in order; together they are the text.
        doubts: Why it may be read wrongly, one line each.
    """

    text: str
    style: str
    summary: Span | None
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = field(default=())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its sections and lists of fields."""
        return tuple(part for part in self.parts if isinstance(part, Block))

    @property
    def items(self) -> tuple[Item, ...]:
        """Its entries and fields."""
        return tuple(item for block in self.blocks for item in block.items)

    def leaves(self) -> Iterator[Span]:
        """Give the spans that the text is made of, in order and without gaps."""
        for part in self.parts:
            if isinstance(part, Prose):
                yield part.span
                continue
            yield part.heading
            for inner in part.parts:
                yield inner.span

    def printed(self) -> str:
        """Return the text, put together from its leaves."""
        return "".join(leaf.of(self.text) for leaf in self.leaves())

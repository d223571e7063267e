"""The model of a docstring: summary, description, sections, entries.

What every style renders. Holds prose and slices of code, never indentation, bullets, field
markers or underlines: those belong to a style.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal


class SectionKind(str, Enum):
    """What a section tells of; the values are the canonical order of the sections."""

    PARAMETERS = "parameters"
    ATTRIBUTES = "attributes"
    RETURNS = "returns"
    YIELDS = "yields"
    RECEIVES = "receives"
    RAISES = "raises"
    WARNS = "warns"
    NOTES = "notes"
    EXAMPLES = "examples"


Holder = Literal["instance", "class", "module"]
"""What has an attribute."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section.

    Attributes:
        name: A parameter's label (``*args``), an attribute's name, an exception's type; None
            for what a function returns, yields or receives unnamed.
        type: A type as written in the code, or None.
        default: A default as written in the code, or None.
        optional: Whether it may be left out by the caller.
        description: Prose in full sentences or a noun phrase; may hold several paragraphs. Inline
            code stands between single backticks, in whatever style it will be rendered.
        holder: Of an attribute, what has it.
    """

    name: str | None = None
    type: str | None = None
    default: str | None = None
    optional: bool = False
    description: str = ""
    holder: Holder = "instance"


@dataclass(frozen=True, slots=True)
class Section:
    """A section: entries, or for notes and examples a text."""

    kind: SectionKind
    entries: tuple[Entry, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Docstring:
    """A whole docstring.

    Attributes:
        summary: One sentence on one line, ending in a full stop.
        description: Paragraphs divided by an empty line, or an empty string.
        sections: In the order in which they are to be rendered.
    """

    summary: str
    description: str = ""
    sections: tuple[Section, ...] = ()

"""What styles with titled sections have in common: which lines a section has, and its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from docstring_lsp.docstring.model import SectionKind
from docstring_lsp.docstring.reading.lines import Line
from docstring_lsp.docstring.tree import Block, Item, Part, Prose, Tree
from docstring_lsp.source.span import Span

TITLES: Mapping[str, SectionKind] = {
    **dict.fromkeys(
        (
            *("args", "arguments", "parameters", "params", "keyword args", "keyword arguments"),
            *("other args", "other arguments", "other parameters", "other params"),
        ),
        SectionKind.PARAMETERS,
    ),
    "attributes": SectionKind.ATTRIBUTES,
    **dict.fromkeys(("return", "returns"), SectionKind.RETURNS),
    **dict.fromkeys(("yield", "yields"), SectionKind.YIELDS),
    **dict.fromkeys(("receive", "receives"), SectionKind.RECEIVES),
    **dict.fromkeys(("raise", "raises", "except", "exceptions"), SectionKind.RAISES),
    **dict.fromkeys(("warn", "warns"), SectionKind.WARNS),
    **dict.fromkeys(("example", "examples"), SectionKind.EXAMPLES),
    **dict.fromkeys(("note", "notes"), SectionKind.NOTES),
}
"""The sections whose entries are read, or that this program writes itself."""

TOLD_IN_PROSE = frozenset(
    {
        *("attention", "caution", "danger", "error", "hint", "important", "methods"),
        *("references", "see also", "short summary", "tip", "todo", "warning", "warnings"),
    }
)
"""Sections that hold prose, by the specifications of napoleon and numpydoc."""


def is_known(title: str) -> bool:
    """Return whether a style's specification names a section.

    Args:
        title: The section's title.
    """
    return title.lower() in TITLES or title.lower() in TOLD_IN_PROSE


NAMED = frozenset(
    {SectionKind.PARAMETERS, SectionKind.ATTRIBUTES, SectionKind.RAISES, SectionKind.WARNS}
)
"""The kinds whose entries have names."""

RESULTS = frozenset({SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES})
"""The kinds whose entries are known by their type."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section.

    Attributes:
        first: The number of its first line.
        below: The number of the first line below it.
        title: The title.
    """

    first: int
    below: int
    title: Span


def grown(
    text: str,
    style: str,
    found: Sequence[Line],
    heading: Callable[[Sequence[Line], int], Heading | None],
    section: Callable[[str, Sequence[Line], Heading, int], Block],
) -> Tree:
    """Return the tree of a text.

    Args:
        text: The text.
        style: The name of the style it is read in.
        found: Its lines.
        heading: Returns the heading that starts at a line, if one does.
        section: Returns a section, given its heading and the number of the line where the next
            one might start; it may end before.
    """
    parts: list[Part] = []
    number = prose_from = 0
    while number < len(found):
        head = heading(found, number)
        if head is None:
            number += 1
            continue
        if prose_from < number:
            parts.append(Prose(Span(found[prose_from].start, found[number].start)))
        following = head.below
        while following < len(found) and heading(found, following) is None:
            following += 1
        block = section(text, found, head, following)
        parts.append(block)
        number = prose_from = _number(found, block.span.end)
    if prose_from < len(found):
        parts.append(Prose(Span(found[prose_from].start, len(text))))
    return Tree(text=text, style=style, summary=summary(found, parts), parts=tuple(parts))


def summary(found: Sequence[Line], parts: Sequence[Part]) -> Span | None:
    """Return a docstring's first paragraph, or None if it starts with a section."""
    first = parts[0] if parts else None
    if not isinstance(first, Prose):
        return None
    begin = next((n for n, line in enumerate(found) if not line.is_blank), None)
    if begin is None or found[begin].start >= first.span.end:
        return None
    end = begin
    while end + 1 < len(found) and not found[end + 1].is_blank:
        if found[end + 1].start >= first.span.end:
            break
        end += 1
    return Span(found[begin].code, found[end].content.end)


def parted(
    found: Sequence[Line], starts: Sequence[tuple[int, Callable[[list[Line]], Item]]]
) -> tuple[Prose | Item, ...]:
    """Return a section's lines as entries, and as prose what stands in front of the first one.

    Args:
        found: The lines below the heading.
        starts: The number of the line that each entry starts at, and what makes the entry of
            its lines.
    """
    if not starts:
        return (Prose(Span(found[0].start, found[-1].end)),) if found else ()
    parts: list[Prose | Item] = []
    first = starts[0][0]
    if first:
        parts.append(Prose(Span(found[0].start, found[first - 1].end)))
    ends = [*(number for number, _ in starts[1:]), len(found)]
    for (number, made), end in zip(starts, ends, strict=True):
        parts.append(made(list(found[number:end])))
    return tuple(parts)


def _number(found: Sequence[Line], place: int) -> int:
    return next((n for n, line in enumerate(found) if line.start >= place), len(found))

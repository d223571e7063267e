"""What styles share when they write a transcript down: passages, fields and entries as lines.

Knows no style by name; a style gives the marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docstring_lsp.docstring.transcript import (
    ADMONITIONS,
    Chapter,
    Field,
    Part,
    Passage,
    Told,
    Transcript,
    difference,
    is_admonition,
    merged,
)
from docstring_lsp.docstring.wrap import fill

_DIRECTIVES = {title: directive for directive, title in ADMONITIONS.items()}


class UnsayableError(ValueError):
    """A style has no way to say what a docstring says; the message tells what."""


def fitted(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return a text's lines behind a head; filled anew only where one would be too wide.

    Args:
        text: The text.
        width: The columns a line may have.
        first: What stands in front of the first line.
        rest: What stands in front of each further one.
    """
    plain = text.split("\n") if text else [""]
    lines = [f"{rest if number else first}{line}".rstrip() for number, line in enumerate(plain)]
    if all(len(line) <= width for line in lines):
        return lines
    filled = fill(text, width, first, rest)
    return filled if _words(filled) == _words(lines) else lines


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()


def field(part: Field, width: int, mark: str = ":") -> list[str]:
    """Return a field that no section stands for."""
    head = f"{mark}{f'{part.word} {part.argument}'.strip()}:"
    return fitted(part.text, width, f"{head} " if part.text else head, "    ")


def admonition(chapter: Chapter, width: int) -> list[str] | None:
    """Return a chapter as the directive of its name, if there is one."""
    if not is_admonition(chapter):
        return None
    directive = _DIRECTIVES[chapter.title]
    return [f".. {directive}::", *fitted(chapter.text, width, "    ", "    ")]


def front_first(parts: Transcript) -> tuple[list[Part], list[Chapter]]:
    """Return what must stand in front where sections reach to the next one, and the sections."""
    chapters = [p for p in parts if isinstance(p, Chapter) and not is_admonition(p)]
    front = [part for part in parts if part not in chapters]
    return front, [p for p in merged(chapters) if isinstance(p, Chapter)]


def typed(told: Told, default: str = "default: ") -> str:
    """Return a type with what says that it is optional, and the default."""
    kinds = (told.type, told.optional, default + told.default if told.default else "")
    return ", ".join(filter(None, kinds))


def underlined(chapter: Chapter, width: int) -> Iterator[str]:
    """Give a chapter's text and its entries as definitions: ``name : type``, then what is said."""
    if chapter.text:
        yield from fitted(chapter.text, width)
    for told in chapter.entries:
        kinds = typed(told, "default=")
        head = ", ".join(told.names)
        if head and kinds:
            head = f"{head} : {kinds}"
        elif not head and not kinds:
            yield from fitted(told.text, width, "", "    ")
            continue
        yield head or kinds
        if told.text:
            yield from fitted(told.text, width, "    ", "    ")


def faithful(
    chapter: Chapter, forms: Iterable[list[str]], read: Callable[[str], Transcript]
) -> list[str]:
    """Return the first of a section's forms that says just what the section does, or nearly that.

    Args:
        chapter: The section.
        forms: Its lines, the plainest first.
        read: Reads a docstring.
    """
    known = [(lines, read("\n".join(lines))) for lines in forms]
    for exact in (True, False):
        for lines, said in known:
            if not difference((chapter,), said, exact=exact):
                return lines
    return known[0][0]


def joined(blocks: Iterable[list[str]]) -> str:
    """Return blocks of lines with an empty line between them."""
    return "\n\n".join("\n".join(lines).rstrip() for lines in blocks if any(lines))


def prose(part: Part, width: int, mark: str = ":") -> list[str]:
    """Return the lines of what is no section with entries or a title of its own."""
    if isinstance(part, Passage):  # Its lines are broken anew only where its words are others.
        return fitted(part.text, max(width, part.width)) if part.width else part.text.split("\n")
    if isinstance(part, Field):
        return field(part, width, mark)
    told = admonition(part, width)
    assert told is not None
    return told

"""A docstring as any style can say it: passages, fields, and chapters with their entries.

Between the tree of one style and the text of another. Holds texts as they were written, freed of
the indentation and the marks that belong to a style.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import itemgetter

from docstring_lsp.docstring.model import SectionKind

ADMONITIONS = {
    "note": "Note",
    "warning": "Warning",
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "error": "Error",
    "hint": "Hint",
    "important": "Important",
    "tip": "Tip",
    "todo": "Todo",
}
"""The directives that stand for a section of their name."""

RESULTS = frozenset({SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES})


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose: paragraphs, lists, doctests, tables, directives.

    Attributes:
        text: As it was written.
        width: How wide it was, should that not be seen in the text any longer.
    """

    text: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A field that no section stands for, such as ``:meta private:``.

    Attributes:
        word: Its word.
        argument: What stands behind the word, in the field's marks.
        text: What it says.
    """

    word: str
    argument: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry of a chapter.

    Attributes:
        names: Its names, stars included.
        type: Its type as written.
        optional: What says that it may be left out.
        default: Its default as written.
        text: What is said of it.
    """

    names: tuple[str, ...] = ()
    type: str = ""
    optional: str = ""
    default: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A section.

    Attributes:
        title: Its title as written; empty for a kind's usual one.
        kind: What its entries are; None for one that is told in prose.
        text: Its prose; of one with entries what stands in front of them.
        entries: Its entries.
    """

    title: str = ""
    kind: SectionKind | None = None
    text: str = ""
    entries: tuple[Told, ...] = ()


Part = Passage | Field | Chapter
Transcript = tuple[Part, ...]


def rewritten(
    parts: Transcript, write: Callable[[str], str], type_: Callable[[str], str]
) -> Transcript:
    """Return a transcript with its prose and its types, and not its names, written otherwise."""
    return tuple(_rewritten(part, write, type_) for part in parts)


def _rewritten(part: Part, write: Callable[[str], str], type_: Callable[[str], str]) -> Part:
    if isinstance(part, Passage):
        return Passage(write(part.text), max(map(len, part.text.split("\n"))))
    if isinstance(part, Field):
        return replace(part, text=write(part.text))
    entries = tuple(
        replace(told, text=write(told.text), type=type_(told.type)) for told in part.entries
    )
    return replace(part, text=write(part.text), entries=entries)


def merged(parts: Iterable[Part]) -> list[Part]:
    """Return parts with sections of one kind that follow one another put together."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if isinstance(part, Chapter) and isinstance(before, Chapter) and _continues(part, before):
            found[-1] = replace(before, entries=before.entries + part.entries)
        else:
            found.append(part)
    return found


def _continues(part: Chapter, before: Chapter) -> bool:
    alike = part.kind is before.kind and part.title == before.title
    named = all(told.names for told in (*before.entries, *part.entries))
    return alike and named and bool(part.entries and before.entries) and not part.text


def in_usual_order(parts: Iterable[Part]) -> Transcript:
    """Return parts with the sections behind the rest, as they are wont to follow one another."""
    rest: list[Part] = []
    sections: list[Chapter] = []
    for part in parts:
        if isinstance(part, Chapter) and not is_admonition(part):
            sections.append(part)
        else:
            rest.append(part)
    return (*rest, *sorted(sections, key=_place))


def _place(chapter: Chapter) -> int:
    if chapter.kind is None:
        return 2 * len(_ORDER)
    if chapter.title.lower().startswith("other"):  # behind the results, as NumPy's guide has it
        return 2 * _ORDER.index(SectionKind.RAISES) - 1
    return 2 * _ORDER.index(chapter.kind)


_ORDER = (
    SectionKind.PARAMETERS,
    SectionKind.ATTRIBUTES,
    SectionKind.RETURNS,
    SectionKind.YIELDS,
    SectionKind.RECEIVES,
    SectionKind.RAISES,
    SectionKind.WARNS,
)


def difference(one: Transcript, other: Transcript, *, exact: bool = False) -> str:
    """Return what one transcript says and the other does not, in a few words; empty if nothing.

    Passages may stand elsewhere among the chapters, since some styles have room for them only
    in front. How lines are broken makes none, and neither does what may be a type or a text,
    unless they are compared exactly.
    """
    for name, gathered in (("text", _passages), ("fields", _fields)):
        if gathered(one) != gathered(other):
            return f"its {name} would not be read the same"
    mine, theirs = _chapters(one, exact), _chapters(other, exact)
    if not exact:  # In Epydoc's style fields must come last, whatever stood behind them.
        mine, theirs = (sorted(each, key=itemgetter(0, 1)) for each in (mine, theirs))
    if len(mine) != len(theirs):
        return "its sections would not be read the same"
    for left, right in zip(mine, theirs, strict=True):
        if left != right:
            return f"its section {left[0] or left[1]!r} would not be read the same"
    return ""


def is_admonition(part: Part) -> bool:
    """Return whether a section is one that a directive of its name can stand for."""
    return isinstance(part, Chapter) and part.kind is None and part.title in ADMONITIONS.values()


def _passages(parts: Transcript) -> list[str]:
    told = (part for part in parts if isinstance(part, Passage) or is_admonition(part))
    return [word for part in told for word in f"{getattr(part, 'title', '')} {part.text}".split()]


def _fields(parts: Transcript) -> list[tuple[str, ...]]:
    return [
        (part.word, part.argument, *part.text.split()) for part in parts if isinstance(part, Field)
    ]


def _chapters(
    parts: Transcript, exact: bool
) -> list[tuple[str, str, list[str], list[tuple[object, ...]]]]:
    return [
        (
            part.title.lower(),
            part.kind.value if part.kind else "",
            part.text.split(),
            [_entry(each, None if exact else part.kind) for each in part.entries if each != Told()],
        )
        for part in merged(p for p in parts if isinstance(p, Chapter) and not is_admonition(p))
        if isinstance(part, Chapter)
    ]


def _entry(told: Told, kind: SectionKind | None) -> tuple[object, ...]:
    words = told.text.split()
    typed = re.sub(r"\s+", " ", told.type)
    if kind in RESULTS and told.names and not typed:
        told, typed = replace(told, names=()), ", ".join(told.names)
    if kind in RESULTS and not told.names and typed and not words:
        typed, words = "", typed.split()
    return told.names, typed, told.optional, told.default, words

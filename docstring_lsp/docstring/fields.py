"""Field lists, as reStructuredText's and Epytext's styles write them: ``:param x:``, ``@param x:``.

Takes a docstring and the words of a style; knows no style by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from docstring_lsp.docstring import scribe
from docstring_lsp.docstring.model import Docstring, Entry, Holder, Section, SectionKind
from docstring_lsp.docstring.prose import Prose, label
from docstring_lsp.docstring.reading.titled import is_known
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import (
    Chapter,
    Field,
    Part,
    Transcript,
    in_usual_order,
    is_admonition,
    merged,
)
from docstring_lsp.docstring.wrap import fill, glued

HELD: Mapping[Holder, str] = {"instance": "ivar", "class": "cvar", "module": "var"}
"""The field for an attribute, by what has it."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """How a style spells its fields.

    Attributes:
        mark: What a field starts with, ``:`` or ``@``.
        prose: How it writes prose.
        named: The field for an entry with a name, by the kind of its section; for attributes
            it is one of `HELD`.
        named_types: The field for its type.
        results: The field for an entry without a name.
        result_types: The field for its type.
        leads: What opens the description in a field that serves several kinds of section.
        typed: Turns a type into what stands in its field.
        name: Turns a name into what stands in a field's head.
        hang: How far a field's further lines are indented.
        closes: Whether no prose may stand behind a field.
    """

    mark: str
    prose: Prose
    named: Mapping[SectionKind, str]
    named_types: Mapping[SectionKind, str]
    results: Mapping[SectionKind, str]
    result_types: Mapping[SectionKind, str]
    leads: Mapping[SectionKind, str] = field(default_factory=dict)
    typed: Callable[[str], str] = str
    name: Callable[[str], str] = str
    hang: str = "    "
    closes: bool = False


def render_fields(docstring: Docstring, options: RenderOptions, words: FieldWords) -> str:
    """Return the text of a docstring whose sections are fields."""
    prose = words.prose
    width = options.width - options.indent
    lines = [prose.summary(docstring.summary)]
    texts = [section.text for section in docstring.sections if section.text]
    for text in [docstring.description, *texts]:
        lines += prose.below(prose.markup(text), width)
    fields = [
        line
        for section in docstring.sections
        for entry in section.entries
        for line in _fields(entry, section, options, words)
    ]
    if fields:
        lines += ["", *fields]
    return "\n".join(lines)


def transcribe_fields(
    transcript: Transcript,
    options: RenderOptions,
    words: FieldWords,
    rubric: Callable[[str], list[str]],
) -> str:
    """Return the text of a transcript: fields, and prose and titled sections where they may stand.

    Args:
        transcript: The transcript.
        options: How it is laid out.
        words: How the style spells its fields.
        rubric: Gives the lines above a section that no field stands for.
    """
    width = options.width - options.indent
    blocks: list[list[str]] = []
    told: list[str] = []
    for part in _arranged(transcript, words, width):
        lines = list(_chapter(part, words, width)) if _is_section(part) else []
        if lines:
            told += lines
            continue
        blocks.append(told)
        told = []
        if isinstance(part, Chapter) and _is_section(part):
            title = part.title or USUAL_TITLES.get(part.kind, "")
            blocks.append([*rubric(title), *scribe.underlined(part, width)])
        else:
            blocks.append(scribe.prose(part, width, words.mark))
    return scribe.joined([*blocks, told])


def _is_section(part: Part) -> bool:
    return isinstance(part, Chapter) and not is_admonition(part)


def _arranged(transcript: Transcript, words: FieldWords, width: int) -> list[Part]:
    """Return the parts in an order in which prose is not read as part of what is in front of it.

    A titled section reaches to the next one or to a field; where fields come last, it stands in
    front of them, provided that it can be told where it belongs. Fields that no section stands
    for come first of these.
    """
    if words.closes:
        said = merged(each for each in transcript if _is_section(each))
        last = [each for each in said if list(_chapter(each, words, width))]
        named = [each for each in transcript if isinstance(each, Field)]
        front = [each for each in transcript if not _is_section(each) and each not in named]
        headed = [each for each in said if each not in last]
        known = [each for each in headed if _is_known(each)]
        # Without a known section in front of it an unknown one would be read as prose.
        strange = [each for each in headed if each not in known]
        if not known or in_usual_order(said) != tuple(said):
            return [*front, *named, *said]
        return [*front, *known, *strange, *named, *last]
    moved: list[Part] = []
    rest: list[Part] = []
    others: list[Part] = []
    open_section = False
    for part in transcript:
        if _is_section(part):
            rest.append(part)
            fielded = bool(list(_chapter(part, words, width)))
            open_section = open_section or not fielded
        elif isinstance(part, Field):
            others.append(part)
        else:
            (moved if open_section else rest).append(part)
    leading = next((n for n, part in enumerate(rest) if _is_section(part)), len(rest))
    return merged([*rest[:leading], *moved, *others, *rest[leading:]])


def _is_known(part: Part) -> bool:
    return isinstance(part, Chapter) and (part.kind is not None or is_known(part.title))


def _chapter(chapter: Part, words: FieldWords, width: int) -> Iterator[str]:
    """Give a chapter as fields; nothing where they cannot say it."""
    if not isinstance(chapter, Chapter):
        return
    kind = chapter.kind
    if (
        kind is not None
        and kind in words.named
        and not chapter.entries
        and not chapter.title
        and not words.closes
    ):
        if kind is SectionKind.PARAMETERS:
            yield f"{words.mark}{USUAL_TITLES[kind]}:"
            yield from scribe.fitted(chapter.text, width, words.hang, words.hang)
        else:
            head = f"{words.mark}{words.named[kind]}: "
            yield from scribe.fitted(chapter.text, width, head, words.hang)
        return
    if kind is None or chapter.title or chapter.text or not chapter.entries:
        return
    named = all(told.names for told in chapter.entries)
    single = len(chapter.entries) == 1 and not chapter.entries[0].names
    if kind is SectionKind.ATTRIBUTES:
        word, type_word = (HELD["instance"] if named else ""), words.named_types.get(kind, "")
    elif kind in words.named:
        word, type_word = (words.named[kind] if named else ""), words.named_types.get(kind, "")
    else:
        word = words.results.get(kind, "") if single and kind not in words.leads else ""
        type_word = words.result_types.get(kind, "")
    kinds = [scribe.typed(told) for told in chapter.entries]
    if not word or (any(kinds) and not type_word):
        return
    for told, typed in zip(chapter.entries, kinds, strict=True):
        names = ", ".join(map(words.name, told.names))
        if told.text or told.names:
            head, text = f"{words.mark}{f'{word} {names}'.strip()}:", told.text
            if "`" in names:  # In a field's head a role would not be read as one.
                head, text = f"{words.mark}{word}:", f"{names} {text}".strip()
            yield from scribe.fitted(text, width, f"{head} " if text else head, words.hang)
        if typed:
            head = f"{words.mark}{f'{type_word} {names}'.strip()}: "
            yield from scribe.fitted(typed, width, head, words.hang)


USUAL_TITLES: Mapping[SectionKind | None, str] = {
    SectionKind.PARAMETERS: "Parameters",
    SectionKind.ATTRIBUTES: "Attributes",
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RECEIVES: "Receives",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
}
"""What sections are called where no field can say what they do."""


def _fields(
    entry: Entry, section: Section, options: RenderOptions, words: FieldWords
) -> Iterator[str]:
    name = label(entry, options)
    width = options.width - options.indent
    description = words.leads.get(section.kind, "") + words.prose.described(entry, options)
    table, types = (words.named, words.named_types) if name else (words.results, words.result_types)
    word = table.get(section.kind)
    if section.kind is SectionKind.ATTRIBUTES:
        word = HELD[entry.holder]
    if word and (name or description):
        head = f"{words.mark}{f'{word} {name}'.strip()}: "
        yield from words.prose.lines(description, width, head, words.hang)
    word = types.get(section.kind)
    if options.types and entry.type and word:
        head = f"{words.mark}{f'{word} {name}'.strip()}: "
        # A type may only be broken inside its brackets: readers parse it as an expression.
        kind = glued(words.typed(entry.type), width - len(head))
        yield from fill(kind, width, head, words.hang)

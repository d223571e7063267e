"""Field lists, as reStructuredText's and Epytext's styles write them: ``:param x:``, ``@param x:``.

Takes a docstring and the words of a style; knows no style by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.wrap import fill


@dataclass(frozen=True, slots=True)
class FieldWords:
    """How a style spells its fields.

    Attributes:
        mark: What a field starts with, ``:`` or ``@``.
        named: The field for an entry with a name, by the kind of its section.
        named_types: The field for its type.
        results: The field for an entry without a name.
        result_types: The field for its type.
        hang: How far a field's further lines are indented.
    """

    mark: str
    named: Mapping[SectionKind, str]
    named_types: Mapping[SectionKind, str]
    results: Mapping[SectionKind, str]
    result_types: Mapping[SectionKind, str]
    hang: str = "    "


def render_fields(docstring: Docstring, options: RenderOptions, words: FieldWords) -> str:
    """Return the text of a docstring whose sections are fields."""
    width = options.width - options.indent
    lines = [docstring.summary]
    texts = [section.text for section in docstring.sections if section.text]
    for text in filter(None, [docstring.description, *texts]):
        lines += ["", *fill(text, width)]
    fields = [
        line
        for section in docstring.sections
        for entry in section.entries
        for field in _fields(entry, section, options, words)
        for line in fill(field, width, "", words.hang)
    ]
    if fields:
        lines += ["", *fields]
    return "\n".join(lines)


def _fields(
    entry: Entry, section: Section, options: RenderOptions, words: FieldWords
) -> Iterator[str]:
    label = entry.name or ""
    if options.escape_stars:
        label = label.replace("*", r"\*")
    description = entry.description
    if options.defaults and entry.default is not None and section.kind is SectionKind.PARAMETERS:
        description = f"{description} Defaults to {entry.default}.".strip()
    table, types = (
        (words.named, words.named_types) if label else (words.results, words.result_types)
    )
    field = table.get(section.kind)
    if field and (label or description):
        yield f"{words.mark}{f'{field} {label}'.strip()}: {description}".rstrip()
    type_field = types.get(section.kind)
    if options.types and entry.type and type_field:
        yield f"{words.mark}{f'{type_field} {label}'.strip()}: {entry.type}"

"""The NumPy style: underlined sections, ``name : type``, descriptions indented by four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.prose import Prose, label
from docstring_lsp.docstring.reading.heads import PLAINLY, UNTYPED
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import RESULTS, Chapter, Transcript
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.wrap import Guard, fill

_TITLES = {
    SectionKind.PARAMETERS: "Parameters",
    SectionKind.ATTRIBUTES: "Attributes",
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RECEIVES: "Receives",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
    SectionKind.NOTES: "Notes",
    SectionKind.EXAMPLES: "Examples",
}
_NAMED = (SectionKind.PARAMETERS, SectionKind.ATTRIBUTES)
_UNANNOTATED = "Any"
"""What PEP 484 says an unannotated parameter is; the style asks for a type an entry."""
_PARAMETER = re.compile(
    r"^[ \t]*Parameters[ \t]*\n[ \t]*(?:-{3,}|={3,})[ \t]*\n\s*[\w*\\]+(?:, [\w*\\]+)*"
    r"(?P<type> ?:[ \t]*\S.*)?$",
    re.MULTILINE,
)
_MARK = re.compile(
    r"^[ \t]*(?:Parameters|Returns|Yields|Raises|Attributes)[ \t]*\n[ \t]*(?:-{3,}|={3,})",
    re.MULTILINE,
)


_READ = (
    "short summary|extended summary|summary|parameters|other parameters|args?|arguments|"
    "params?|returns?|yields?|receives?|raises?|warns?|warnings?|see also|notes?|references?|"
    "examples?|attributes|methods|index"
)
_HEADER = re.compile(rf"(?:{_READ})[ ]*:?[ ]*", re.IGNORECASE)
_RULE = re.compile(r"-{3,}[ ]*|={3,}[ ]*")


def _is_structure(above: str, line: str) -> bool:
    underlined = ("-" * len(above), "=" * len(above))
    if above and (_RULE.fullmatch(line) or line.startswith(underlined)):
        return True
    return _HEADER.fullmatch(line) is not None


def _escaped(text: str) -> str:
    if text.startswith((":", "-", "=")):
        return rf"\{text}"
    return text.replace(":", r"\:", 1) if ":" in text else f"{text}."


_PROSE = Prose(
    Guard(
        # What others would take for Google's or Sphinx's style is kept from a line's start, too.
        word=re.compile(
            r"(?:Args|Returns|Yields|Raises|Examples|Notes):"
            r"|:(?:param|type|raises|return|rtype|yield|ytype)\b|[-=]{2,}$"
        ),
        line=_is_structure,
        escape=_escaped,
        deep=True,
    )
)


class NumPy:
    """NumPy's style, as numpydoc reads it."""

    name: ClassVar[str] = "numpy"
    title: ClassVar[str] = "NumPy"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 256

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        width = options.width - options.indent
        lines = [_PROSE.summary(docstring.summary), *_PROSE.below(docstring.description, width)]
        for section in docstring.sections:
            title = _TITLES[section.kind]
            lines += ["", title, "-" * len(title)]
            if section.text:
                lines += _PROSE.lines(section.text, width)
            for entry in section.entries:
                lines += _entry(entry, section, options, width)
        return "\n".join(lines)

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        from docstring_lsp.docstring.reading import numpy

        return numpy.read(text, self.name)

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks."""
        from docstring_lsp.docstring.transcribing import transcribed

        return transcribed(self.parse(text))

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style, in which all prose stands in front."""
        from docstring_lsp.docstring import scribe

        width = options.width - options.indent
        front, chapters = scribe.front_first(transcript)
        blocks = [scribe.prose(part, width) for part in front]
        blocks += [
            scribe.faithful(chapter, _forms(chapter, width), self.transcript)
            for chapter in chapters
        ]
        return scribe.joined(blocks)

    def marks(self, text: str) -> int:
        """Return how many underlined sections of this style a text has."""
        return len(_MARK.findall(text))

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        found = _PARAMETER.search(text)
        return None if found is None else found["type"] is not None


def _forms(chapter: Chapter, width: int) -> Iterator[list[str]]:
    """Give a section; a lone result also with a head that says nothing, or its type outright."""
    from docstring_lsp.docstring import scribe

    title = chapter.title or (_TITLES[chapter.kind] if chapter.kind else "")
    head = [title, "-" * max(len(title), 3)]
    lone = chapter.kind in RESULTS and len(chapter.entries) == 1 and not chapter.text
    told = chapter.entries[0] if lone else None
    untyped = told is not None and not told.names and not scribe.typed(told)
    line = fill(told.text, width) if told is not None and untyped else []
    if not untyped:
        yield [*head, *scribe.underlined(chapter, width)]
    elif len(line) == 1:  # Of several ones, readers would take the first for the type.
        yield [*head, *line]
    if told is not None and untyped:
        yield [*head, UNTYPED, *scribe.fitted(told.text, width, "    ", "    ")]
    elif told is not None and not told.names:
        below = scribe.fitted(told.text, width, "    ", "    ") if told.text else []
        yield [*head, f"{PLAINLY}{scribe.typed(told, 'default=')}", *below]


def _entry(entry: Entry, section: Section, options: RenderOptions, width: int) -> list[str]:
    head = _head(entry, section, options)
    in_head = options.types and section.kind in _NAMED
    description = entry.description if in_head else _PROSE.described(entry, options)
    if not description:
        return [head]
    return [head, *_PROSE.lines(description, width, " " * 4, " " * 4, above=head)]


def _head(entry: Entry, section: Section, options: RenderOptions) -> str:
    name = label(entry, options)
    if section.kind not in _NAMED and name:
        return name
    kind = entry.type or _UNANNOTATED
    if not name:
        return kind
    if not options.types:
        return name
    # Of the forms that numpydoc's guide allows for a default, the one pydoclint checks as well.
    if entry.default is not None and options.defaults:
        return f"{name} : {kind}, default={entry.default}"
    told = entry.optional and section.kind is SectionKind.PARAMETERS
    return f"{name} : {kind}{', optional' if told else ''}"


STYLE = NumPy()

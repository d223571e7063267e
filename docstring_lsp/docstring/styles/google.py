"""The Google style: sections named with a colon, entries indented by four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, SectionKind
from docstring_lsp.docstring.prose import Prose, label
from docstring_lsp.docstring.reading.heads import PLAINLY
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import Chapter, Told, Transcript
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.wrap import Guard

_TITLES = {
    SectionKind.PARAMETERS: "Args",
    SectionKind.ATTRIBUTES: "Attributes",
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RECEIVES: "Receives",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
    SectionKind.NOTES: "Note",
    SectionKind.EXAMPLES: "Examples",
}
_MARK = re.compile(
    r"^[ \t]*(?:Args|Arguments|Returns|Yields|Raises|Attributes):[ \t]*$", re.MULTILINE
)
_PARAMETER = re.compile(
    r"^[ \t]*(?:Args|Arguments|Parameters):[ \t]*\n[ \t]+[\w*\\]+(?P<type>[ \t]*\([^()\n]+.*\))?:",
    re.MULTILINE,
)
_READ = (
    "args|arguments|attention|attributes|caution|danger|error|examples?|hint|important|"
    "keyword args|keyword arguments|methods|notes?|other args|other arguments|other params|"
    "other parameters|parameters|params|receives?|references|returns?|raises?|exceptions?|"
    "see also|short summary|tip|todo|warnings?|warns?|yields?|except"
)
_HEADER = re.compile(rf"(?:{_READ})[ ]*:?[ ]*", re.IGNORECASE)
_RESULTS = (SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES)
_COLON = re.compile(r"(`+[^`]*`+)|:(?=\s)")


def _escaped(text: str) -> str:
    if text.startswith(":"):
        return rf"\{text}"
    return text.rstrip(" :") + r"\:" if text.endswith(":") else f"{text}."


_PROSE = Prose(
    Guard(
        word=re.compile(
            rf"(?:{_READ}):$|:(?:param|type|raises|return|rtype|yield|ytype)\b", re.IGNORECASE
        ),
        line=lambda _, line: _HEADER.fullmatch(line) is not None,
        escape=_escaped,
    )
)


class Google:
    """Google's style, as Sphinx's napoleon reads it."""

    name: ClassVar[str] = "google"
    title: ClassVar[str] = "Google"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 256

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        width = options.width - options.indent
        lines = [_PROSE.summary(docstring.summary), *_PROSE.below(docstring.description, width)]
        for section in docstring.sections:
            lines += ["", f"{_TITLES[section.kind]}:"]
            if section.text:
                lines += _PROSE.lines(section.text, width, " " * 4, " " * 4)
            for entry in section.entries:
                lines += _entry(entry, section.kind, options, width)
        return "\n".join(lines)

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        from docstring_lsp.docstring.reading import google

        return google.read(text, self.name)

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks."""
        from docstring_lsp.docstring.transcribing import transcribed

        return transcribed(self.parse(text))

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style."""
        from docstring_lsp.docstring import scribe

        width = options.width - options.indent
        blocks = [
            self._chapter(part, width) if isinstance(part, Chapter) else scribe.prose(part, width)
            for part in transcript
        ]
        return scribe.joined(blocks)

    def _chapter(self, chapter: Chapter, width: int) -> list[str]:
        from docstring_lsp.docstring import scribe

        return scribe.faithful(chapter, _forms(chapter, width), self.transcript)

    def marks(self, text: str) -> int:
        """Return how many section headers of this style a text has."""
        return len(_MARK.findall(text))

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        found = _PARAMETER.search(text)
        return None if found is None else found["type"] is not None


def _entry(entry: Entry, kind: SectionKind, options: RenderOptions, width: int) -> list[str]:
    head = _head(entry, kind, options)
    description = _PROSE.described(entry, options)
    if kind in _RESULTS and not head:
        description = _without_colon(description)
    return _PROSE.lines(description, width, f"    {head}", " " * (8 if head else 4))


def _head(entry: Entry, kind: SectionKind, options: RenderOptions) -> str:
    name = label(entry, options)
    kind_told = entry.type if options.types else None
    if not name:
        return f"{kind_told}: " if kind_told else ""
    if kind_told is None:
        return f"{name}: "  # alone in the brackets, "optional" would be read as a type
    told = entry.optional and kind is SectionKind.PARAMETERS
    return f"{name} ({kind_told}{', optional' if told else ''}): "


def _chapter(chapter: Chapter, width: int) -> list[str]:
    from docstring_lsp.docstring import scribe

    title = chapter.title or (_TITLES[chapter.kind] if chapter.kind else "")
    lines = [f"{title}:"]
    if chapter.text:
        lines += scribe.fitted(chapter.text, width, " " * 4, " " * 4)
    for told in chapter.entries:
        head = _told_head(told)
        text = f" {told.text}" if head.endswith(":") and told.text else told.text
        first = f"    {head}"
        lines += scribe.fitted(text.lstrip(), width, f"{first} " if told.text and head else first,
                               " " * (8 if head else 4))  # fmt: skip
    return lines


def _forms(chapter: Chapter, width: int) -> Iterator[list[str]]:
    """Give a section; results also with heads of their own, and with their types said outright."""
    from docstring_lsp.docstring import scribe

    lines = _chapter(chapter, width)
    yield lines
    if chapter.kind not in _RESULTS:
        return
    if len(chapter.entries) == 1 and not chapter.text and not chapter.entries[0].names:
        told, indent = chapter.entries[0], " " * 4
        kinds = scribe.typed(told)
        if not kinds:
            yield [lines[0], *scribe.fitted(told.text, width, indent + PLAINLY, indent)]
        else:
            if not told.text:
                yield [lines[0], f"{indent}{kinds}:"]
            head = f"{indent}{kinds}{PLAINLY}:"
            first = f"{head} " if told.text else head
            yield [lines[0], *scribe.fitted(told.text, width, first, indent * 2)]
    below = scribe.underlined(chapter, width - 4)
    yield [lines[0], *(f"    {line}" if line else "" for line in below)]


def _told_head(told: Told) -> str:
    from docstring_lsp.docstring import scribe

    kinds = scribe.typed(told, "default=")  # Readers end a head at its first colon.
    if told.names:
        return f"{', '.join(told.names)}{f' ({kinds})' if kinds else ''}:"
    return kinds if not told.text or not kinds else f"{kinds}:"


def _without_colon(description: str) -> str:
    """Return what is said of an untyped result so that no part of it is taken for its type."""
    return _COLON.sub(lambda match: match[1] or " -", description)


STYLE = Google()

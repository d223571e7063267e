"""The PEP 257 style: a summary and one paragraph of plain prose, no sections.

PEP 257 asks that a docstring tell behaviour, arguments, return values, side effects and what
is raised; in one paragraph this is a sentence for each, in that order. Types are left to the
signature, as PEP 257 has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.prose import Prose
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import Passage, Transcript
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.wrap import ends_in_prose, glued

_LISTED = {SectionKind.PARAMETERS: "Takes", SectionKind.ATTRIBUTES: "Has"}
_RESULTS = {
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RECEIVES: "Is sent",
}
_SIGNALS = {SectionKind.RAISES: "Raises", SectionKind.WARNS: "Warns with"}
_CONDITION = (
    "after always as at because before by during every for from if in on once unless until when "
    "whenever where while with"
)
_OPENER = (
    "a additional all an any another each either how its keyword no nothing number one positional "
    "same some that the these this those two what which who whose whether"
)
_CONDITIONS = frozenset(_CONDITION.title().split())
_OPENERS = _CONDITIONS | frozenset(_OPENER.title().split())
"""Words that lose their capital inside a sentence; any other may be a name."""
_LEADING_ARTICLE = re.compile(r"(?i)^(?:the|an?)\s+")
_PROSE = Prose()


class Pep257:
    """What PEP 257 asks for, as sentences."""

    name: ClassVar[str] = "pep257"
    title: ClassVar[str] = "PEP 257"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 128

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        width = options.width - options.indent
        told = " ".join(_sentences(docstring, options))
        description = docstring.description.strip()
        divider = " " if description and ends_in_prose(description) else "\n\n"
        paragraphs = [divider.join(filter(None, [description, told]))]
        paragraphs += [section.text for section in docstring.sections if section.text]
        lines = [_PROSE.summary(docstring.summary)]
        for paragraph in paragraphs:
            lines += _PROSE.below(paragraph, width)
        return "\n".join(lines)

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        from docstring_lsp.docstring.reading import plain

        return plain.read(text, self.name)

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks."""
        from docstring_lsp.docstring.transcribing import transcribed

        return transcribed(self.parse(text))

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style, which has prose and nothing else.

        Raises:
            UnsayableError: If it has sections or fields.
        """
        from docstring_lsp.docstring import scribe

        if not all(isinstance(part, Passage) for part in transcript):
            raise scribe.UnsayableError("it has no sections")
        width = options.width - options.indent
        return scribe.joined(scribe.prose(part, width) for part in transcript)

    def marks(self, text: str) -> int:  # noqa: ARG002  (the protocol gives it)
        """Return 0: a docstring without sections may be the short form of any style."""
        return 0

    def typed(self, text: str) -> bool | None:  # noqa: ARG002  (the protocol gives it)
        """Return None: types are left to the signature."""
        return None


def _sentences(docstring: Docstring, options: RenderOptions) -> Iterator[str]:
    for section in docstring.sections:
        if section.kind in _LISTED and section.entries:
            yield _listed(section, options)
        for entry in section.entries:
            if section.kind in _RESULTS and not _is_said(entry, docstring.summary):
                yield _result(_RESULTS[section.kind], _inside(entry.description))
            elif section.kind in _SIGNALS:
                yield _signal(_SIGNALS[section.kind], entry)


def _listed(section: Section, options: RenderOptions) -> str:
    items = [_item(entry, options) for entry in section.entries]
    listed = ", ".join(items[:-1]) + f" and {items[-1]}" if len(items) > 1 else items[0]
    word = _LISTED[section.kind]
    if section.kind is SectionKind.ATTRIBUTES and section.entries[0].holder == "module":
        word = "Defines"
    return f"{word} {listed}."


def _item(entry: Entry, options: RenderOptions) -> str:
    notes = [_inside(entry.description)] if entry.description.strip() else []
    if entry.default is not None and options.defaults:
        notes.append(f"default {glued(entry.default)}")
    elif entry.optional:
        notes.append("optional")
    return f"`{entry.name}`" + (f" ({'; '.join(notes)})" if notes else "")


def _result(word: str, said: str) -> str:
    always, divider, rest = said.partition(" ")
    if always == "always" and divider:
        return f"Always {word.lower()} {rest}."
    return f"{word} {said}."


def _signal(word: str, entry: Entry) -> str:
    said = _inside(entry.description)
    if not said:
        return f"{word} `{entry.name}`."
    joined = entry.description.split()[0].strip(",;:.") in _CONDITIONS
    return f"{word} `{entry.name}` {said}." if joined else f"{word} `{entry.name}` ({said})."


def _inside(description: str) -> str:
    """Return a description as it stands inside of a sentence."""
    text = " ".join(description.split()).removesuffix(".")
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first.strip(",;:.") in _OPENERS else text


def _is_said(entry: Entry, summary: str) -> bool:
    """Return whether a result's description tells nothing that the summary has not told."""
    words = _LEADING_ARTICLE.sub("", _inside(entry.description)).lower()
    return not words or words in summary.lower()


STYLE = Pep257()

"""The Google style: sections named with a colon, entries indented by four."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, SectionKind
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.wrap import fill

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


class Google:
    """Google's style, as Sphinx's napoleon reads it."""

    name: ClassVar[str] = "google"
    title: ClassVar[str] = "Google"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 256

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        width = options.width - options.indent
        lines = [docstring.summary]
        if docstring.description:
            lines += ["", *fill(docstring.description, width)]
        for section in docstring.sections:
            lines += ["", f"{_TITLES[section.kind]}:"]
            if section.text:
                lines += ["    " + line if line else "" for line in section.text.split("\n")]
            for entry in section.entries:
                lines += _entry(entry, options, width)
        return "\n".join(lines)

    def marks(self, text: str) -> int:
        """Return how many section headers of this style a text has."""
        return len(_MARK.findall(text))


def _entry(entry: Entry, options: RenderOptions, width: int) -> list[str]:
    label = entry.name or ""
    if options.escape_stars:
        label = label.replace("*", r"\*")
    notes = [entry.type] if options.types and entry.type else []
    if entry.optional:
        notes.append("optional")
    if not label:
        head = f"{notes[0]}: " if notes else ""
    else:
        head = label + (f" ({', '.join(notes)})" if notes else "") + ": "
    description = entry.description
    if options.defaults and entry.default is not None:
        description = f"{description} Defaults to {entry.default}.".strip()
    return fill(f"{head}{description}".rstrip(), width, " " * 4, " " * (8 if head else 4))


STYLE = Google()

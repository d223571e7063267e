"""The NumPy style: underlined sections, ``name : type``, descriptions indented by four."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, Section, SectionKind
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.wrap import fill

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
_TYPED = (SectionKind.RETURNS, SectionKind.YIELDS, SectionKind.RECEIVES)
_UNTYPED = (SectionKind.RAISES, SectionKind.WARNS)
_UNANNOTATED = "Any"
"""What PEP 484 says an unannotated parameter is; the style asks for a type an entry."""
_MARK = re.compile(
    r"^[ \t]*(?:Parameters|Returns|Yields|Raises|Attributes)[ \t]*\n[ \t]*-{3,}", re.MULTILINE
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
        lines = [docstring.summary]
        if docstring.description:
            lines += ["", *fill(docstring.description, width)]
        for section in docstring.sections:
            title = _TITLES[section.kind]
            lines += ["", title, "-" * len(title)]
            if section.text:
                lines += section.text.split("\n")
            for entry in section.entries:
                lines.append(_head(entry, section, options))
                if entry.description:
                    lines += fill(entry.description, width, " " * 4, " " * 4)
        return "\n".join(lines)

    def marks(self, text: str) -> int:
        """Return how many underlined sections of this style a text has."""
        return len(_MARK.findall(text))


def _head(entry: Entry, section: Section, options: RenderOptions) -> str:
    label = entry.name or ""
    if options.escape_stars:
        label = label.replace("*", r"\*")
    kind = entry.type or _UNANNOTATED
    if section.kind in _UNTYPED:
        return label
    if section.kind in _TYPED and not label:
        return kind
    if not options.types:
        return label
    if entry.default is not None and options.defaults:
        return f"{label} : {kind}, default: {entry.default}"
    return f"{label} : {kind}" + (", optional" if entry.optional else "")


STYLE = NumPy()

"""The PEP 257 style: a summary and one paragraph of plain prose, no sections."""

from __future__ import annotations

from typing import ClassVar

from docstring_lsp.docstring.model import Docstring, Entry, SectionKind
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.wrap import fill


class Pep257:
    """What PEP 257 asks for and nothing more."""

    name: ClassVar[str] = "pep257"
    title: ClassVar[str] = "PEP 257"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 128

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text: what is raised is told, since callers must handle it."""
        width = options.width - options.indent
        raised = [
            _raised(entry)
            for section in docstring.sections
            if section.kind is SectionKind.RAISES
            for entry in section.entries
        ]
        paragraph = " ".join(filter(None, [docstring.description, *raised]))
        return "\n".join([docstring.summary, *(["", *fill(paragraph, width)] if paragraph else [])])

    def marks(self, text: str) -> int:  # noqa: ARG002  (the protocol gives it)
        """Return 0: a docstring without sections may be the short form of any style."""
        return 0


def _raised(entry: Entry) -> str:
    said = entry.description.rstrip(".")
    if said.startswith(("If ", "When ", "Whenever ")):
        return f"Raises `{entry.name}` {said[:1].lower()}{said[1:]}."
    return f"Raises `{entry.name}`."


STYLE = Pep257()

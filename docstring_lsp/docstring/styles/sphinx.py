"""The Sphinx style: reStructuredText field lists, ``:param name:`` and its kin."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.fields import FieldWords, render_fields, transcribe_fields
from docstring_lsp.docstring.model import Docstring, SectionKind
from docstring_lsp.docstring.prose import CODE, Prose
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import Transcript
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.wrap import Guard


def _literals(text: str) -> str:
    """Return a text with inline code as literals: the default role would set it in italics."""
    return CODE.sub(lambda match: f"``{match['code']}``", text)


def _literal(code: str) -> str:
    sayable = "``" not in code and not code.startswith("`") and not code.endswith("`")
    return f"``{code}``" if sayable else code


def _is_rule(above: str, line: str) -> bool:
    return bool(above) and len(set(line)) == 1 and line[0] in "-=~^" and len(line) > 2


def _escaped(text: str) -> str:
    in_front = text[0] in ":-=~^"
    return rf"\{text}" if in_front else text.replace(":", r"\:", 1)


def _name(name: str) -> str:
    """Return a name in which nothing is taken for markup: emphasis, or a reference."""
    return re.sub(r"\*|_$", lambda found: f"\\{found[0]}", name)


_WORDS = FieldWords(
    mark=":",
    prose=Prose(
        Guard(
            # What others would take for Google's style is kept from a line's start, too.
            word=re.compile(r":|(?:Args|Returns|Yields|Raises|Examples|Notes):"),
            line=_is_rule,
            escape=_escaped,
        ),
        markup=_literals,
        code=_literal,
    ),
    named={
        SectionKind.PARAMETERS: "param",
        SectionKind.RAISES: "raises",
        SectionKind.WARNS: "warns",
    },
    named_types={SectionKind.PARAMETERS: "type", SectionKind.ATTRIBUTES: "vartype"},
    results={
        SectionKind.RETURNS: "returns",
        SectionKind.YIELDS: "yields",
        SectionKind.RECEIVES: "receives",
    },
    result_types={SectionKind.RETURNS: "rtype", SectionKind.YIELDS: "ytype"},
    name=_name,
)


def _rubric(title: str) -> list[str]:
    return [f".. rubric:: {title}", ""]


_PARAMETER = re.compile(r"^[ \t]*:param\b[^:\n]*:", re.MULTILINE)
_TYPE = re.compile(r"^[ \t]*:(?:type\b|param[ \t]+[^\s:]+[ \t]+[^\s:])[^:\n]*:", re.MULTILINE)
_MARK = re.compile(
    r"^[ \t]*:(?:param|type|returns?|rtype|raises?|[ic]?var|yields?)\b[^:\n]*:", re.MULTILINE
)


class Sphinx:
    """Sphinx's own style."""

    name: ClassVar[str] = "sphinx"
    title: ClassVar[str] = "Sphinx"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 256

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        return render_fields(docstring, options, _WORDS)

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        from docstring_lsp.docstring.reading import fields

        return fields.read(text, self.name, ":")

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks."""
        from docstring_lsp.docstring.transcribing import transcribed

        return transcribed(self.parse(text))

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style: fields, and rubrics for what has none."""
        return transcribe_fields(transcript, options, _WORDS, rubric=_rubric)

    def marks(self, text: str) -> int:
        """Return how many fields of this style a text has."""
        return len(_MARK.findall(text))

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        return bool(_TYPE.search(text)) if _PARAMETER.search(text) else None


STYLE = Sphinx()

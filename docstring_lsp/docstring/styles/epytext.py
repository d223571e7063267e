"""The Epytext style: ``@param name:`` and its kin, as pydoctor reads them."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.fields import FieldWords, render_fields
from docstring_lsp.docstring.model import Docstring, SectionKind
from docstring_lsp.docstring.style import RenderOptions

_WORDS = FieldWords(
    mark="@",
    named={
        SectionKind.PARAMETERS: "param",
        SectionKind.ATTRIBUTES: "ivar",
        SectionKind.RAISES: "raise",
        SectionKind.WARNS: "warn",
    },
    named_types={SectionKind.PARAMETERS: "type", SectionKind.ATTRIBUTES: "type"},
    results={SectionKind.RETURNS: "return", SectionKind.YIELDS: "yield"},
    result_types={SectionKind.RETURNS: "rtype", SectionKind.YIELDS: "ytype"},
)
_MARK = re.compile(
    r"^[ \t]*@(?:param|type|returns?|rtype|raises?|ivar|yields?)\b[^:\n]*:", re.MULTILINE
)


class Epytext:
    """Epydoc's style."""

    name: ClassVar[str] = "epytext"
    title: ClassVar[str] = "Epytext"
    requires_json: ClassVar[bool] = False
    min_tokens: ClassVar[int] = 256

    def render(self, docstring: Docstring, options: RenderOptions) -> str:
        """Return the docstring's text."""
        return render_fields(docstring, options, _WORDS)

    def marks(self, text: str) -> int:
        """Return how many fields of this style a text has."""
        return len(_MARK.findall(text))


STYLE = Epytext()

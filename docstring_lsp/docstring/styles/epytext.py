"""The Epytext style: ``@param name:`` and its kin, as pydoctor reads them."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.fields import FieldWords, render_fields
from docstring_lsp.docstring.model import Docstring, SectionKind
from docstring_lsp.docstring.prose import CODE, Prose
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.tree import Tree
from docstring_lsp.docstring.wrap import Guard

_TAG = re.compile(r"[A-Z]\{")
_BRACE = re.compile(r"[{}]")
_ESCAPES = {"{": "E{lb}", "}": "E{rb}"}


def _markup(text: str) -> str:
    """Return a text with inline code in ``C{}``; markup that an author wrote is left alone."""
    pieces = _QUOTED.split(text)
    return "".join(
        f"C{{{_verbatim(piece)}}}" if place % 2 else _balanced(piece)
        for place, piece in enumerate(pieces)
    )


_QUOTED = re.compile(CODE.pattern.replace("?P<code>", ""))


def _code(code: str) -> str:
    return f"C{{{_verbatim(code)}}}"


def _verbatim(code: str) -> str:
    """Return code in which no brace is taken for markup."""
    return _BRACE.sub(lambda m: _ESCAPES[m[0]], code) if _TAG.search(code) else _balanced(code)


def _balanced(text: str) -> str:
    """Return a text with its braces escaped unless each has its other half."""
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return _BRACE.sub(lambda match: _ESCAPES[match[0]], text) if depth else text


def _is_heading(above: str, line: str) -> bool:
    return bool(above) and len(set(line)) == 1 and line[0] in "=-~"


def _escaped(text: str) -> str:
    return f"E{{{text[0]}}}{text[1:]}"


_WORDS = FieldWords(
    mark="@",
    prose=Prose(
        Guard(word=re.compile("@"), line=_is_heading, escape=_escaped),
        markup=_markup,
        code=_code,
    ),
    named={
        SectionKind.PARAMETERS: "param",
        SectionKind.RAISES: "raise",
        SectionKind.WARNS: "warn",
    },
    named_types={SectionKind.PARAMETERS: "type", SectionKind.ATTRIBUTES: "type"},
    results={
        SectionKind.RETURNS: "return",
        SectionKind.YIELDS: "yield",
        SectionKind.RECEIVES: "note",
    },
    result_types={SectionKind.RETURNS: "rtype", SectionKind.YIELDS: "ytype"},
    leads={SectionKind.RECEIVES: "Is sent: "},
    typed=_verbatim,
)
_PARAMETER = re.compile(r"^[ \t]*@param\b[^:\n]*:", re.MULTILINE)
_TYPE = re.compile(r"^[ \t]*@type\b[^:\n]*:", re.MULTILINE)
_MARK = re.compile(
    r"^[ \t]*@(?:param|type|returns?|rtype|raises?|[ic]?var|yields?)\b[^:\n]*:", re.MULTILINE
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

    def parse(self, text: str) -> Tree:
        """Return the lossless tree of a docstring that stands, read in this style."""
        from docstring_lsp.docstring.reading import fields

        return fields.read(text, self.name, "@")

    def marks(self, text: str) -> int:
        """Return how many fields of this style a text has."""
        return len(_MARK.findall(text))

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        return bool(_TYPE.search(text)) if _PARAMETER.search(text) else None


STYLE = Epytext()

"""The Epytext style: ``@param name:`` and its kin, as pydoctor reads them."""

from __future__ import annotations

import re
from typing import ClassVar

from docstring_lsp.docstring.fields import FieldWords, render_fields, transcribe_fields
from docstring_lsp.docstring.model import Docstring, SectionKind
from docstring_lsp.docstring.prose import CODE, Prose
from docstring_lsp.docstring.reading.heads import PLAINLY
from docstring_lsp.docstring.reading.titled import is_known
from docstring_lsp.docstring.style import RenderOptions
from docstring_lsp.docstring.transcript import Transcript, in_usual_order, rewritten
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


def _to_markup(text: str) -> str:
    """Return reStructuredText's inline markup as this style's."""
    return _RST.sub(_said_in_markup, _LINK.sub(_to_link, text))


def _said_in_markup(found: re.Match[str]) -> str:
    tag = next(name for name in "CBLI" if found[name] is not None)
    return f"{tag}{{{found[tag]}}}"


def _from_markup(text: str) -> str:
    """Return this style's inline markup as reStructuredText's.

    Raises:
        UnsayableError: If it has a kind of markup that reStructuredText does not have.
    """
    from docstring_lsp.docstring.scribe import UnsayableError

    told = _SIMPLE.sub(_said_in_rst, _URL.sub(_linked, _LITERAL.sub("::\n\n", text)))
    left = _TAG.search(told)
    if left is not None:
        raise UnsayableError(f"it has markup that only Epytext has: {left[0]}…}}")
    return told


def _said_in_rst(found: re.Match[str]) -> str:
    """Return markup as the other's, which letters may only follow behind an escaped blank."""
    following = found.string[found.end() : found.end() + 1]
    return _IN_RST[found["tag"]].format(found["said"]) + (PLAINLY if following.isalnum() else "")


_LITERAL = re.compile(r"::\n(?=[ ]+\S)")
"""Where a literal block starts: Epydoc asks for no empty line there."""


def _bare(kind: str) -> str:
    """Return a type without the markup that other styles do not give to types."""
    return _SIMPLE.sub(lambda m: m["said"], kind)


_HEADED = re.compile(r"^[ ]*(\S.*)\n[ ]*={3,}[ ]*$", re.MULTILINE)
"""Where something stands under a heading, in front of the fields."""

_LINK = re.compile(r"`(?:(?P<text>[^`<>{}]+?) ?)?<(?P<url>[^`<>{}\s]+)>`_(?![\w_])")
_URL = re.compile(r"U\{(?:(?P<text>[^{}<>]+?) ?<(?P<url>[^{}<>\s]+)>|(?P<alone>[^{}<>\s]+))\}")


def _linked(found: re.Match[str]) -> str:
    if found["alone"]:
        return f"`<{found['alone']}>`_"
    return f"`{' '.join(found['text'].split())} <{found['url']}>`_"


def _to_link(found: re.Match[str]) -> str:
    if found["text"]:
        return f"U{{{found['text']} <{found['url']}>}}"
    return f"U{{{found['url']}}}"


_BRACED = r"(?<![A-Z])\{[^{}`\n]*\}"
"""Braces in code, which are no markup."""

_SAID = r"(?=[^\s{0}])[^\n{0}]+(?:\n[^\n{0}]+)?(?<!\s)"
"""What inline markup marks, over one end of a line at most."""

_TARGET = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?"
"""What Epydoc can link to."""

_ALONE = r"(?!(?<='\*)'|(?<=\"\*)\")"
"""No marked character that stands between quotes by itself."""

_RST = re.compile(
    rf"(?<![\w`:\\])(?:``(?P<C>(?:[^`{{}}\n]|{_BRACED})+(?:\n(?:[^`{{}}\n]|{_BRACED})+)?)``(?![\w`])"
    rf"|`(?P<L>{_TARGET})`(?![\w`_])(?:\\\s[ ]*(?=\w))?"
    rf"|\*\*{_ALONE}(?P<B>{_SAID.format('*{}')})\*\*(?![\w*])"
    rf"|\*{_ALONE}(?P<I>{_SAID.format('*{}')})\*(?![\w*]))"
)
_SIMPLE = re.compile(rf"(?P<tag>[CLBI])\{{(?P<said>(?:[^{{}}]|{_BRACED})*)\}}")
_IN_RST = {"C": "``{}``", "L": "`{}`", "B": "**{}**", "I": "*{}*"}


def _heading(title: str) -> list[str]:
    return [title, "=" * len(title)]


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
    closes=True,
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

    def transcript(self, text: str) -> Transcript:
        """Return what a docstring in this style says, freed of its marks.

        Raises:
            MixedError: If it is written in two styles at once.
            UnsayableError: If it has markup that no other style has.
        """
        from docstring_lsp.docstring.transcribing import transcribed

        tree = self.parse(text)
        said = transcribed(tree, headings=True)
        fields = next((block.span.start for block in tree.blocks), 0)
        in_front = any(map(is_known, _HEADED.findall(text[:fields])))
        if in_front and not _HEADED.search(text, fields):
            said = in_usual_order(said)
        return rewritten(said, _from_markup, _bare)

    def transcribe(self, transcript: Transcript, options: RenderOptions) -> str:
        """Return a transcript in this style: fields, and headings for what has none."""
        told = rewritten(transcript, _to_markup, str)
        return transcribe_fields(told, options, _WORDS, rubric=_heading)

    def marks(self, text: str) -> int:
        """Return how many fields of this style a text has."""
        return len(_MARK.findall(text))

    def typed(self, text: str) -> bool | None:
        """Return whether a docstring's parameters have types; None where it tells of none."""
        return bool(_TYPE.search(text)) if _PARAMETER.search(text) else None


STYLE = Epytext()

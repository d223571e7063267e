"""Docstrings that nobody finished: what a generator left, and what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from docstring_lsp.checks.finding import Finding
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.docstring.tree import Block, Prose, Tree
from docstring_lsp.source.definition import MODULE
from docstring_lsp.source.span import Span
from docstring_lsp.source.visibility import is_magic

_PLACEHOLDER = re.compile(
    r"""
    (?<![\w`])_(?:summary|description|type|extended_summary)_(?![\w`])  # autoDocstring
    | (?<=[ ])\[(?:description|type|summary)\](?=[.]?$|,[ ]?(?:optional|defaults)) # its first years
    | ^\[(?:summary|description)\][.]?$
    | \[TODO:[ ]?\w+\]                                  # neogen, vim-pydocstring
    | \bFIXME!?[ ]briefly[ ]describe\b.*                # sphinx-doc for Emacs
    | ^[ ]*DESCRIPTION[.]?$ | (?<=[ ]:[ ])TYPE(?=,|$)   # Spyder
    | \(TYPE\): | \bTYPE:[ ]Description\b | \bTODO:[ ]Summary\b  # AutoDocstring for Sublime
    | (?i:\bTODO:?[ ](?:add|write|insert)[ ](?:a[ ])?(?:docstring|description|documentation)\b)
    | (?i:\b(?:add|insert|write)[ ](?:your[ ])?(?:docstring|documentation)[ ]here\b)
    | ^(?i:lorem[ ]ipsum[ ]dolor\b)
    """,
    re.VERBOSE | re.MULTILINE,
)
_NOTHING_SAID = re.compile(
    r"(?:\.\.\.|…|-+|\?+|docstring|summary(?: line)?"
    r"|(?:TODO|FIXME|XXX|TBD|WIP)\W*(?:docstring|documentation|document(?: (?:this|me))?)?)\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_FEWEST = 2
"""Words of a name that can be repeated; one alone (``Close.``) may be all there is to say."""


class Unfinished:
    """The family of rules for docstrings that were begun and left."""

    codes: ClassVar[Mapping[str, str]] = {
        "DL400": "placeholder",
        "DL401": "empty section",
        "DL402": "entry of which nothing is said",
        "DL403": "summary that repeats the name",
    }

    def check(self, context: FileContext) -> Iterator[Finding]:
        """Yield a finding for each place that is still to be filled."""
        for subject in context.documented:
            content = subject.content
            if content is None:
                continue
            yield from _placeholders(subject, content)
            summary = _only_line(content)
            if summary is not None and _repeats(summary.of(content), subject):
                yield subject.finding("DL403", "the summary only repeats the name", said=summary)
            if subject.tree is not None:
                yield from _empty(subject, subject.tree)


def _placeholders(subject: Subject, content: str) -> Iterator[Finding]:
    if _NOTHING_SAID.fullmatch(content.strip()):
        yield subject.finding("DL400", "the docstring says nothing", said=Span(0, len(content)))
        return
    for found in _PLACEHOLDER.finditer(content):
        left = " ".join(found[0].split())
        message = f"a generator's placeholder is left: {left}"
        yield subject.finding("DL400", message, said=Span(*found.span()))


def _empty(subject: Subject, tree: Tree) -> Iterator[Finding]:
    text = tree.text
    typed = {n.of(text) for i in tree.items if i.role == "type" for n in i.names}
    for block in tree.blocks:
        if block.title is not None and _is_empty(block, text):
            message = f"section {block.title.of(text)!r} is empty"
            yield subject.finding("DL401", message, said=block.title)
        for item in block.items:
            if item.role != "entry" or item.description or item.type or not item.kind:
                continue
            names = [name.of(text) for name in item.names]
            if names and typed.isdisjoint(names) and "\n" not in item.span.of(text).strip():
                yield subject.finding(
                    "DL402", f"nothing is said of `{', '.join(names)}`", said=item.names[0]
                )


def _is_empty(block: Block, text: str) -> bool:
    return all(isinstance(p, Prose) and not p.span.of(text).strip() for p in block.parts)


def _only_line(content: str) -> Span | None:
    """Return the summary of a docstring that says nothing else; None for one that does."""
    found = re.fullmatch(r"\s*(\S.*)\s*", content)
    return None if found is None else Span(*found.span(1))


def _repeats(summary: str, subject: Subject) -> bool:
    name = subject.definition.name
    if (
        name == MODULE
        or is_magic(name)
        or name.startswith("test_")
        or not re.fullmatch(r"[\w\s.,'`()-]+", summary)
    ):
        return False
    own = [word.lower() for word in _WORD.findall(name)]
    return len(own) >= _FEWEST and own == [word.lower() for word in _WORD.findall(summary)]


RULE = Unfinished()

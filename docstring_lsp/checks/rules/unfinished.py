"""Docstrings that nobody finished: what a generator left, and what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from docstring_lsp.checks.finding import Finding, Fix
from docstring_lsp.checks.rule import FileContext
from docstring_lsp.checks.subject import Subject
from docstring_lsp.source.definition import MODULE
from docstring_lsp.source.span import Span
from docstring_lsp.source.visibility import is_magic

if TYPE_CHECKING:
    from docstring_lsp.docstring.gaps import Gap

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_GAPS = {
    "silent": ("DL400", "the docstring says nothing"),
    "placeholder": ("DL400", "a generator's placeholder is left: {}"),
    "section": ("DL401", "section {!r} is empty"),
    "entry": ("DL402", "nothing is said of `{}`"),
}
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
        if not context.documented:
            return
        from docstring_lsp.docstring.gaps import gaps

        for subject in context.documented:
            content = subject.content
            if content is None:
                continue
            for gap in gaps(content, subject.tree):
                yield _gap(subject, content, gap)
            summary = _only_line(content)
            if summary is not None and _repeats(summary.of(content), subject):
                yield subject.finding("DL403", "the summary only repeats the name", said=summary)


def _gap(subject: Subject, content: str, gap: Gap) -> Finding:
    said = " ".join(gap.span.of(content).split())
    code, message = _GAPS[gap.kind]
    fix: Fix | None = "finish" if gap.kind != "entry" or _is_told_anew(gap, subject) else None
    return subject.finding(code, message.format(said), said=gap.span, fix=fix)


def _is_told_anew(gap: Gap, subject: Subject) -> bool:
    """Return whether a new docstring would have an entry of that name; a class's has not all."""
    from docstring_lsp.source.facts import ClassFacts, FunctionFacts

    facts = subject.facts
    if len(gap.names) > 1:
        return False
    if isinstance(facts, FunctionFacts):
        told = {each.name for each in facts.parameters}
        told |= {each.exception.rpartition(".")[2] for each in facts.raises}
        return not gap.names or gap.names[0].rpartition(".")[2] in told
    if not isinstance(facts, ClassFacts) or not gap.names:
        return False
    told = {each.name for each in facts.parameters}
    told |= {each.name for each in facts.attributes if each.kind in ("field", "class", "member")}
    return gap.names[0] in told and not gap.names[0].startswith("_")


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
